"use client";

import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { emailSchema, memberNameSchema, newPasswordSchema } from "../../core/access/member.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useSend } from "../shell/use-send.ts";
import { FormRefusal } from "./form-refusal.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { schemaIssue } from "./schema-issue.ts";

type Refusal = Extract<ApiOutput["links"]["redeem"], { ok: false }>["reason"];
type Purpose = Extract<ApiOutput["links"]["describe"], { ok: true }>["purpose"];

const sendLabel: Record<Purpose, string> = {
  "first-admin": "Create the admin and sign in",
  invitation: "Join and sign in",
  "password-reset": "Set the password and sign in",
};

const refusalText: Record<Refusal, string> = {
  "email-taken": "A member with this e-mail exists already. Sign in instead, or use another address.",
  unknown: "This link doesn’t work any more. Nothing was changed; ask for a new one.",
  expired: "This link has just expired. Nothing was changed; ask for a new one.",
  used: "This link was used already. If it was you, in another tab, sign in.",
  "name-and-email-missing": "Enter a name and an e-mail address.",
  "too-many-attempts": "Too many attempts. What you typed is kept; wait a few minutes and try again.",
};

/** Name, e-mail and password of a new member, or only the password of one who lost theirs. */
export function RedeemForm({ token, purpose }: { token: string; purpose: Purpose }) {
  const api = useApi();
  const isNewMember = purpose !== "password-reset";
  const form = useForm({
    initialValues: { name: "", email: "", password: "" },
    validate: {
      name: (name) => (isNewMember ? schemaIssue(memberNameSchema, name) : null),
      email: (email) => (isNewMember ? schemaIssue(emailSchema, email) : null),
      password: (password) => schemaIssue(newPasswordSchema, password),
    },
  });
  const signIn = useSend(
    api.session.signIn.mutationOptions({
      onSuccess: (outcome) => window.location.assign(outcome.ok ? "/" : "/sign-in"),
    }),
  );
  const { send, isSending, data } = useSend(
    api.links.redeem.mutationOptions({
      onSuccess: (outcome, { password }) => outcome.ok && signIn.send({ email: outcome.email, password }),
    }),
  );
  const submit = form.onSubmit(({ name, email, password }) =>
    send(isNewMember ? { token, name, email, password } : { token, password }),
  );
  return (
    <form onSubmit={submit} noValidate>
      {isNewMember && (
        <>
          <TextInput label="Name" autoComplete="name" autoFocus maxLength={80} {...form.getInputProps("name")} />
          <TextInput label="E-mail" type="email" autoComplete="username" maxLength={254} {...form.getInputProps("email")} />
        </>
      )}
      <NewPasswordField label="Password" password={form.values.password} field={form.getInputProps("password")} />
      {data?.ok === false && !isSending && <FormRefusal>{refusalText[data.reason]}</FormRefusal>}
      <Button type="submit" variant="filled" size="md" fullWidth loading={isSending || data?.ok === true}>
        {sendLabel[purpose]}
      </Button>
    </form>
  );
}
