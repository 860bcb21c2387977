"use client";

import { Button, Group, Modal, Radio } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { roles, type Role } from "../../core/access/role.ts";
import { useApi } from "../shell/api.ts";
import { useSend } from "../shell/use-send.ts";
import classes from "./invite-dialog.module.css";
import { LinkReady } from "./link-ready.tsx";
import { roleLabel, roleSummary } from "./role.ts";

/** Makes an invitation: choose a role, get a link to send. */
export function InviteDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [role, setRole] = useState<Role>("reviewer");
  const { send, isSending, data, reset } = useSend(
    api.links.invite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(api.links.list.queryFilter()),
    }),
  );
  const close = () => {
    onClose();
    reset();
  };
  return (
    <Modal opened={isOpen} onClose={close} title="Invite someone" closeButtonProps={{ "aria-label": "Close" }}>
      {data?.ok ? (
        <LinkReady path={data.path} expiresAt={data.expiresAt} onDone={close}>
          Send this link yourself. Whoever opens it joins as {roleLabel[role].toLowerCase()}.
        </LinkReady>
      ) : (
        <>
          <Radio.Group
            label="Role"
            value={role}
            onChange={(value) => setRole(roles.find((one) => one === value) ?? role)}
          >
            {roles.map((one) => (
              <Radio
                key={one}
                value={one}
                size="xs"
                label={roleLabel[one]}
                description={roleSummary[one]}
                classNames={{ root: classes.choice, body: classes.choiceBody, label: classes.label, description: classes.summary }}
              />
            ))}
          </Radio.Group>
          <Group mt={16} justify="flex-end" gap={8}>
            <Button size="md" onClick={close}>
              Cancel
            </Button>
            <Button size="md" variant="filled" loading={isSending} onClick={() => send({ role })}>
              Make a link
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
