import { Table } from "@mantine/core";
import { Box, BoxBody } from "../parts/box.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import type { ApiOutput } from "../shell/api.ts";
import classes from "./rules-table.module.css";

/** Who changed the policy when, the newest first. */
export function VersionList({ versions }: Pick<ApiOutput["policy"]["get"], "versions">) {
  return (
    <Box title="Versions" aside={versions.length}>
      {versions.length === 0 ? (
        <BoxBody>Nobody changed the standard policy yet.</BoxBody>
      ) : (
        <Table className={classes.table}>
          <Table.Tbody>
            {versions.map(({ number, digest, changedByName, changedAt }) => (
              <Table.Tr key={number}>
                <Table.Td>
                  Version {number} by <bdi>{changedByName}</bdi>, <RelativeTime at={changedAt} />
                </Table.Td>
                <Table.Td className={classes.choice}>
                  <code>{digest.slice(0, 8)}</code>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Box>
  );
}
