"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { IconUserPlus } from "@tabler/icons-react";
import Link from "next/link";
import { mayRole } from "../../core/access/permission.ts";
import type { MemberListing } from "../../core/access/member.ts";
import { Box } from "../parts/box.tsx";
import { Initials } from "../parts/initials.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { InviteDialog } from "../people/invite-dialog.tsx";
import { roleLabel } from "../people/role.ts";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import listClasses from "../parts/line-list.module.css";

const shownPeople = 8;

/** Who was here last; while one is alone, the way to change that. */
export function PeopleBox() {
  const api = useApi();
  const me = useSignedInMember();
  const members = useQuery(api.members.list.queryOptions());
  if (members.isPending) return <TableSkeleton title="People" rows={3} />;
  const active = members.data?.filter((member) => member.isActive) ?? [];
  return (
    <Box
      title="People"
      aside={members.data && active.length}
      action={
        <Link className={listClasses.more} href="/settings/members">
          All members
        </Link>
      }
    >
      {members.isError && !members.data && (
        <ReadFailed error={members.error} onRetry={() => void members.refetch()} isRetrying={members.isFetching} />
      )}
      {active.length === 1 && mayRole(me.role, "member-manage") && <AloneHere />}
      {active.length > 1 && (
        <ul>
          {lastSeenFirst(active).map((member) => (
            <li key={member.id} className={listClasses.line}>
              <Initials name={member.name} size="s" />
              <span className={listClasses.words}>
                <b>
                  <bdi>{member.name}</bdi>
                </b>{" "}
                {roleLabel[member.role].toLowerCase()}
              </span>
              <span className={listClasses.end}>{member.lastSeenAt === null ? "never" : <RelativeTime at={member.lastSeenAt} />}</span>
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}

function lastSeenFirst(members: readonly MemberListing[]): MemberListing[] {
  const seen = ({ lastSeenAt }: MemberListing) => lastSeenAt?.getTime() ?? 0;
  return members.toSorted((left, right) => seen(right) - seen(left)).slice(0, shownPeople);
}

function AloneHere() {
  const [isInviting, invite] = useDisclosure(false);
  return (
    <>
      <Empty
        icon={IconUserPlus}
        title="You are the only one here"
        action={
          <Button variant="filled" size="md" onClick={invite.open}>
            Invite someone
          </Button>
        }
      >
        An approval means more when a second person gives it. Invite one by link and choose what they may do.
      </Empty>
      <InviteDialog isOpen={isInviting} onClose={invite.close} />
    </>
  );
}
