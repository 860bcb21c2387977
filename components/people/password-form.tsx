"use client";

import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { maxPasswordLength, newPasswordSchema } from "../../core/access/member.ts";
import { Box, BoxBody } from "../parts/box.tsx";
import { useApi } from "../shell/api.ts";
import { toastDone } from "../shell/toast.tsx";
import { useUnsavedText } from "../shell/unsaved-text.ts";
import { useSend } from "../shell/use-send.ts";
import classes from "./account-form.module.css";
import { FormRefusal } from "./form-refusal.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { schemaIssue } from "./schema-issue.ts";

const refusalText = {
  "wrong-password": "That is not your current password. Nothing was changed.",
  "too-many-attempts": "Too many attempts. Nothing was changed; wait a few minutes and try again.",
};

/** Changes one's own password, which ends all other sessions. */
export function PasswordForm() {
  const api = useApi();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { currentPassword: "", newPassword: "" },
    validate: {
      currentPassword: (password) => (password === "" ? "Enter your current password." : null),
      newPassword: (password) => schemaIssue(newPasswordSchema, password),
    },
  });
  useUnsavedText(form.isDirty());
  const { send, isSending, data } = useSend(
    api.account.changePassword.mutationOptions({
      onSuccess: async (outcome) => {
        if (!outcome.ok) return;
        form.reset();
        toastDone("Your password is changed. All other sessions have ended.");
        await queryClient.invalidateQueries(api.account.sessions.queryFilter());
      },
    }),
  );
  return (
    <Box title="Password">
      <BoxBody>
        <form className={classes.column} onSubmit={form.onSubmit((values) => send(values))} noValidate>
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            maxLength={maxPasswordLength}
            visibilityToggleButtonProps={{ "aria-label": "Show the current password", tabIndex: 0 }}
            {...form.getInputProps("currentPassword")}
          />
          <NewPasswordField label="New password" password={form.values.newPassword} field={form.getInputProps("newPassword")} />
          {data?.ok === false && !isSending && <FormRefusal>{refusalText[data.reason]}</FormRefusal>}
          <Button type="submit" size="md" loading={isSending}>
            Change password
          </Button>
        </form>
      </BoxBody>
    </Box>
  );
}
