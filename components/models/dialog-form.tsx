import { Button, Group, Modal, Stack } from "@mantine/core";
import type { FormEventHandler, ReactNode } from "react";

interface DialogFormProps {
  title: string;
  isSending: boolean;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog whose fields are kept together or not at all. */
export function DialogForm({ title, isSending, onSubmit, onClose, children }: DialogFormProps) {
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={onSubmit}>
        <Stack gap={12}>{children}</Stack>
        <Group mt={16} justify="flex-end" gap={8}>
          <Button size="md" onClick={onClose}>
            Cancel
          </Button>
          <Button size="md" variant="filled" type="submit" loading={isSending}>
            Keep it
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
