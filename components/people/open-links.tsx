"use client";

import { Table, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconLink } from "@tabler/icons-react";
import { Box } from "../parts/box.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi } from "../shell/api.ts";
import { OpenLinkRow } from "./open-link-row.tsx";
import tableClasses from "./members-table.module.css";

/** The one-time links that still work; each can be revoked. */
export function OpenLinks() {
  const api = useApi();
  const links = useQuery(api.links.list.queryOptions());
  if (links.isPending) return <TableSkeleton title="Open links" rows={2} />;
  return (
    <Box title="Open links" aside={links.data && links.data.length > 0 ? links.data.length : undefined}>
      {links.isError && !links.data && (
        <ReadFailed error={links.error} onRetry={() => void links.refetch()} isRetrying={links.isFetching} />
      )}
      {links.data?.length === 0 && (
        <Empty icon={IconLink} title="No link is open">
          Invitations and password links stand here until they are used, revoked or expired.
        </Empty>
      )}
      {links.data && links.data.length > 0 && (
        <Table className={tableClasses.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>For</Table.Th>
              <Table.Th className={tableClasses.wide}>Made by</Table.Th>
              <Table.Th className={tableClasses.wide}>Made</Table.Th>
              <Table.Th>Expires</Table.Th>
              <Table.Th>
                <VisuallyHidden>Actions</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {links.data.map((link) => (
              <OpenLinkRow key={link.id} link={link} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Box>
  );
}
