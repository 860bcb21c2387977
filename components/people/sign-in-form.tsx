"use client";

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { emailSchema, maxPasswordLength } from "../../core/access/member.ts";
import { waitText } from "../parts/time-text.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useSend } from "../shell/use-send.ts";
import classes from "./door-form.module.css";
import { FormRefusal } from "./form-refusal.tsx";
import { schemaIssue } from "./schema-issue.ts";

type Refusal = Extract<ApiOutput["session"]["signIn"], { ok: false }>;

/** E-mail and password; a refusal keeps what was typed. */
export function SignInForm({ next }: { next: string }) {
  const api = useApi();
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: (email) => schemaIssue(emailSchema, email),
      password: (password) => (password === "" ? "Enter your password." : null),
    },
  });
  const { send, isSending, data } = useSend(
    api.session.signIn.mutationOptions({
      // A whole new page, so that nothing of another member's session is left in memory.
      onSuccess: (outcome) => outcome.ok && window.location.assign(next),
    }),
  );
  const refusal = data?.ok === false && !isSending ? data : null;
  return (
    <form onSubmit={form.onSubmit((values) => send(values))} noValidate>
      <TextInput label="E-mail" type="email" autoComplete="username" autoFocus maxLength={254} {...form.getInputProps("email")} />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        maxLength={maxPasswordLength}
        visibilityToggleButtonProps={{ "aria-label": "Show the password", tabIndex: 0 }}
        {...form.getInputProps("password")}
      />
      {refusal && <FormRefusal>{refusalText(refusal)}</FormRefusal>}
      <Button type="submit" variant="filled" size="md" fullWidth loading={isSending || data?.ok === true}>
        Sign in
      </Button>
      <p className={classes.hint}>
        Lost your password? An admin can make you a link to set a new one. If no admin can sign in, whoever runs this
        installation makes it on the command line.
      </p>
    </form>
  );
}

function refusalText(refusal: Refusal): string {
  if (refusal.reason === "wrong-credentials") return "That e-mail and password don’t belong together.";
  return `Too many attempts. Try again in ${waitText(refusal.retryAfterSeconds)}.`;
}
