"use client";

import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { collectionNameSchema } from "../../core/sources/source-schema.ts";
import { schemaIssue } from "../people/schema-issue.ts";
import { useApi } from "../shell/api.ts";
import { useSend } from "../shell/use-send.ts";

type NewCollectionDialogProps = { isOpen: boolean; onClose: () => void; onMade: (id: string) => void };

/** Names a collection of one's own, to be filled by uploads. */
export function NewCollectionDialog({ isOpen, onClose, onMade }: NewCollectionDialogProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { name: "" },
    validate: { name: (name) => schemaIssue(collectionNameSchema, name) },
  });
  const close = () => {
    onClose();
    form.reset();
  };
  const { send, isSending } = useSend(
    api.sources.createCollection.mutationOptions({
      onSuccess: async (outcome) => {
        if (!outcome.ok) {
          form.setFieldError("name", "Another collection has this name. Choose a different one.");
          return;
        }
        await queryClient.invalidateQueries(api.sources.collections.queryFilter());
        onMade(outcome.collectionId);
        close();
      },
    }),
  );
  return (
    <Modal opened={isOpen} onClose={close} title="New collection" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={form.onSubmit((values) => send(values))} noValidate>
        <TextInput
          label="Name"
          description="Briefs name the collections that a run may read."
          maxLength={80}
          data-autofocus
          {...form.getInputProps("name")}
        />
        <Group mt={16} justify="flex-end" gap={8}>
          <Button size="md" onClick={close}>
            Cancel
          </Button>
          <Button size="md" type="submit" variant="filled" loading={isSending}>
            Make collection
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
