"use client";

import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { memberNameSchema } from "../../core/access/member.ts";
import { Box, BoxBody } from "../parts/box.tsx";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { toastDone } from "../shell/toast.tsx";
import { useUnsavedText } from "../shell/unsaved-text.ts";
import { useSend } from "../shell/use-send.ts";
import classes from "./account-form.module.css";
import { schemaIssue } from "./schema-issue.ts";

/** Changes the name that others see. */
export function NameForm() {
  const api = useApi();
  const router = useRouter();
  const me = useSignedInMember();
  const form = useForm({
    initialValues: { name: me.name },
    validate: { name: (name) => schemaIssue(memberNameSchema, name) },
  });
  useUnsavedText(form.isDirty());
  const { send, isSending } = useSend(
    api.account.changeName.mutationOptions({
      onSuccess: (_outcome, { name }) => {
        form.resetDirty({ name });
        toastDone("Your name is changed.");
        router.refresh();
      },
    }),
  );
  return (
    <Box title="Name">
      <BoxBody>
        <form className={classes.line} onSubmit={form.onSubmit((values) => send(values))} noValidate>
          <TextInput
            className={classes.field}
            label="Name"
            description="Stands beside everything you decide."
            autoComplete="name"
            maxLength={80}
            {...form.getInputProps("name")}
          />
          <Button type="submit" size="md" loading={isSending} disabled={!form.isDirty()}>
            Save name
          </Button>
        </form>
      </BoxBody>
    </Box>
  );
}
