"use client";

import { Button, Table } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useQueryClient } from "@tanstack/react-query";
import type { OpenLink } from "../../core/access/access-link.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import { useApi } from "../shell/api.ts";
import { toastDone } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import tableClasses from "./members-table.module.css";
import { roleLabel } from "./role.ts";

/** One link that still works. */
export function OpenLinkRow({ link }: { link: OpenLink }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const purpose = purposeText(link);
  const { send, isSending } = useSend(
    api.links.revoke.mutationOptions({
      onSuccess: async (outcome) => {
        await queryClient.invalidateQueries(api.links.list.queryFilter());
        toastDone(outcome.ok ? "The link doesn’t work any more." : "The link was already used, revoked or expired.");
      },
    }),
  );
  const ask = () =>
    modals.openConfirmModal({
      title: "Revoke this link?",
      children: `${purpose}. Whoever has it finds that it doesn’t work. You can make another at any time.`,
      labels: { confirm: "Revoke", cancel: "Cancel" },
      confirmProps: { variant: "default", "data-danger": true },
      onConfirm: () => send({ linkId: link.id }),
    });
  return (
    <Table.Tr>
      <Table.Td>{purpose}</Table.Td>
      <Table.Td className={tableClasses.wide}>{link.createdByName ?? "Command line"}</Table.Td>
      <Table.Td className={tableClasses.wide}>
        <RelativeTime at={link.createdAt} />
      </Table.Td>
      <Table.Td>
        <RelativeTime at={link.expiresAt} />
      </Table.Td>
      <Table.Td ta="end">
        <Button size="xs" onClick={ask} loading={isSending} aria-label={`Revoke: ${purpose}`}>
          Revoke
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function purposeText({ purpose, role, memberName }: OpenLink): string {
  if (purpose === "password-reset") return `New password for ${memberName ?? "a member"}`;
  if (purpose === "first-admin") return "The first admin";
  return role === null ? "Invitation" : `Invitation as ${roleLabel[role].toLowerCase()}`;
}
