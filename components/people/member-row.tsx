import { Badge, Table } from "@mantine/core";
import { memo } from "react";
import type { MemberListing } from "../../core/access/member.ts";
import { Initials } from "../parts/initials.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { MemberActions } from "./member-actions.tsx";
import classes from "./member-row.module.css";
import tableClasses from "./members-table.module.css";
import { RoleSelect } from "./role-select.tsx";
import { roleLabel } from "./role.ts";

/** One member; on a phone what has no column of its own stands below the name. Kept as it is while others are filtered away. */
export const MemberRow = memo(function MemberRow({ member, mayManage }: { member: MemberListing; mayManage: boolean }) {
  const me = useSignedInMember();
  return (
    <Table.Tr data-inactive={!member.isActive || undefined} className={classes.row}>
      <Table.Td>
        <div className={classes.who}>
          <Initials name={member.name} />
          <div className={classes.words}>
            <span className={classes.name}>
              <bdi>{member.name}</bdi>
            </span>
            {member.id === me.id && <span className={classes.note}>you</span>}
            {!member.isActive && <Badge className={classes.badge}>Deactivated</Badge>}
            <span className={classes.email}>{member.email}</span>
            <span className={classes.seen}>
              <LastSeen at={member.lastSeenAt} />
            </span>
          </div>
        </div>
      </Table.Td>
      <Table.Td className={classes.role}>
        {mayManage && member.isActive ? <RoleSelect member={member} /> : roleLabel[member.role]}
      </Table.Td>
      <Table.Td className={`${classes.time} ${tableClasses.wide}`}>
        <LastSeen at={member.lastSeenAt} />
      </Table.Td>
      <Table.Td className={`${classes.time} ${tableClasses.wide}`}>
        <RelativeTime at={member.createdAt} />
      </Table.Td>
      {mayManage && (
        <Table.Td className={classes.actions}>
          <MemberActions member={member} />
        </Table.Td>
      )}
    </Table.Tr>
  );
});

function LastSeen({ at }: { at: Date | null }) {
  return at === null ? "never" : <RelativeTime at={at} />;
}
