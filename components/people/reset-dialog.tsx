"use client";

import { Button, Group, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { Member } from "../../core/access/member.ts";
import { useApi } from "../shell/api.ts";
import { useSend } from "../shell/use-send.ts";
import { LinkReady } from "./link-ready.tsx";
import { tellRefusal } from "./role-select.tsx";

/** Makes a link with which a member who lost their password sets a new one. */
export function ResetDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const { send, isSending, data } = useSend(
    api.links.resetPassword.mutationOptions({
      onSuccess: async (outcome) => {
        await queryClient.invalidateQueries(api.links.list.queryFilter());
        if (outcome.ok) return;
        tellRefusal(outcome.reason, member.name);
        onClose();
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={`Lost password of ${member.name}`} closeButtonProps={{ "aria-label": "Close" }}>
      {data?.ok ? (
        <LinkReady path={data.path} expiresAt={data.expiresAt} onDone={onClose}>
          Send it to {member.email} yourself. Whoever opens it sets the password of this account.
        </LinkReady>
      ) : (
        <>
          <p>
            Make a link with which {member.name} sets a new password. Until it is used, the old password and all sessions
            keep working.
          </p>
          <Group mt={16} justify="flex-end" gap={8}>
            <Button size="md" onClick={onClose}>
              Cancel
            </Button>
            <Button size="md" variant="filled" loading={isSending} onClick={() => send({ memberId: member.id })}>
              Make the link
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
