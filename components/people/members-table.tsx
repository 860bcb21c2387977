"use client";

import { Button, NativeSelect, Table, TextInput, VisuallyHidden } from "@mantine/core";
import { IconSearch, IconUserSearch } from "@tabler/icons-react";
import { useRef } from "react";
import type { MemberListing } from "../../core/access/member.ts";
import { roles } from "../../core/access/role.ts";
import { Box } from "../parts/box.tsx";
import { Empty } from "../parts/screen-state.tsx";
import { SortHead } from "../parts/sort-head.tsx";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { MemberRow } from "./member-row.tsx";
import { membersInView, readMemberView, type MemberColumn } from "./member-view.ts";
import classes from "./members-table.module.css";
import { roleLabel } from "./role.ts";

const columns: readonly { column: MemberColumn; label: string; className?: string }[] = [
  { column: "name", label: "Name" },
  { column: "role", label: "Role" },
  { column: "last-seen", label: "Last seen", className: classes.wide },
  { column: "joined", label: "Joined", className: classes.wide },
];

/** Everyone who can sign in, searched, filtered and sorted by the address. */
export function MembersTable({ members, mayManage }: { members: readonly MemberListing[]; mayManage: boolean }) {
  const [search, change] = useUrlState();
  const view = readMemberView(search);
  const shown = membersInView(members, view);
  const field = useRef<HTMLInputElement>(null);
  useKeyBinding({ keys: ["/"], label: "Search members", group: "This page", run: () => field.current?.focus() });
  const sortBy = (column: MemberColumn) =>
    change({ sort: column === view.sort && !view.isDescending ? `-${column}` : column });
  const isFiltered = view.text !== "" || view.role !== "";
  return (
    <Box
      title="Everyone"
      aside={isFiltered ? `${shown.length} of ${members.length}` : undefined}
      action={
        <search className={classes.filters}>
          <TextInput
            ref={field}
            size="sm"
            type="search"
            aria-label="Search members"
            placeholder="Name or e-mail"
            leftSection={<IconSearch size={14} stroke={1.9} />}
            value={view.text}
            onChange={(event) => change({ q: event.currentTarget.value })}
          />
          <NativeSelect
            size="sm"
            aria-label="Filter by role"
            value={view.role}
            onChange={(event) => change({ role: event.currentTarget.value })}
            data={[{ value: "", label: "Every role" }, ...roles.map((role) => ({ value: role, label: roleLabel[role] }))]}
          />
        </search>
      }
    >
      {shown.length === 0 ? (
        <Empty
          icon={IconUserSearch}
          title="Nobody matches"
          action={<Button onClick={() => change({ q: "", role: "" })}>Show everyone</Button>}
        >
          No member has this name, e-mail or role.
        </Empty>
      ) : (
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ column, label, className }) => (
                <SortHead
                  key={column}
                  label={label}
                  className={className}
                  direction={view.sort !== column ? null : view.isDescending ? "descending" : "ascending"}
                  onSort={() => sortBy(column)}
                />
              ))}
              {mayManage && (
                <Table.Th>
                  <VisuallyHidden>Actions</VisuallyHidden>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((member) => (
              <MemberRow key={member.id} member={member} mayManage={mayManage} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Box>
  );
}
