"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconUserPlus } from "@tabler/icons-react";
import { mayRole } from "../../core/access/permission.ts";
import { useAuditNews } from "../audit-log/audit-news.ts";
import { PageHead } from "../parts/page-head.tsx";
import { ReadFailed } from "../parts/screen-state.tsx";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import classes from "./members-screen.module.css";
import { MembersTable } from "./members-table.tsx";
import { OpenLinks } from "./open-links.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";

/** Settings, Members: who is here, what they may do, and the links that let others in. */
export function MembersScreen() {
  const api = useApi();
  const me = useSignedInMember();
  const mayManage = mayRole(me.role, "member-manage");
  const members = useQuery(api.members.list.queryOptions());
  const [isInviting, invite] = useDisclosure(false);
  const queryClient = useQueryClient();
  useAuditNews({
    isWanted: mayManage,
    onEntries: (entries) => {
      if (!entries.some(({ targetType }) => targetType === "member" || targetType === "link")) return;
      void queryClient.invalidateQueries(api.members.list.queryFilter());
      void queryClient.invalidateQueries(api.links.list.queryFilter());
    },
  });
  return (
    <>
      <PageHead title="Members" aside={members.data && countText(members.data)}>
        {mayManage && (
          <Button variant="filled" size="md" leftSection={<IconUserPlus size={14} stroke={1.9} />} onClick={invite.open}>
            Invite
          </Button>
        )}
      </PageHead>
      <div className={classes.page}>
        {members.isPending && <TableSkeleton title="Members" rows={8} />}
        {members.isError && !members.data && (
          <ReadFailed error={members.error} onRetry={() => void members.refetch()} isRetrying={members.isFetching} />
        )}
        {members.data && <MembersTable members={members.data} mayManage={mayManage} />}
        {mayManage && <OpenLinks />}
      </div>
      {mayManage && <InviteDialog isOpen={isInviting} onClose={invite.close} />}
    </>
  );
}

function countText(members: readonly { isActive: boolean }[]): string {
  const inactive = members.filter((member) => !member.isActive).length;
  return inactive === 0 ? `${members.length}` : `${members.length}, ${inactive} deactivated`;
}
