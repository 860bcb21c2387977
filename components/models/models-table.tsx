import { Badge, Table } from "@mantine/core";
import { Box } from "../parts/box.tsx";
import type { ApiOutput } from "../shell/api.ts";
import { modelRoleLabel, modelRoleSummary, modelVariable } from "./model-role-text.ts";
import classes from "./models-table.module.css";

/** One line per role: what it is for, the model that serves it, and the variable that would choose another. */
export function ModelsTable({ models }: { models: ApiOutput["models"]["list"] }) {
  return (
    <Box title="Models by role">
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Role</Table.Th>
            <Table.Th className={classes.model}>Model</Table.Th>
            <Table.Th className={classes.variable}>Chosen by</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {models.map(({ role, model, isOffline }) => (
            <Table.Tr key={role}>
              <Table.Td className={classes.role}>
                <p className={classes.name}>{modelRoleLabel[role]}</p>
                <p className={classes.summary}>{modelRoleSummary[role]}</p>
                <p className={classes.phoneVariable}>{modelVariable(role)}</p>
              </Table.Td>
              <Table.Td className={classes.model}>
                {isOffline ? <Badge>Offline model</Badge> : null}
                <p className={classes.identifier}>{model}</p>
              </Table.Td>
              <Table.Td className={classes.variable}>{modelVariable(role)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
