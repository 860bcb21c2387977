"use client";

import { Badge, Table } from "@mantine/core";
import { mayRole } from "../../core/access/permission.ts";
import { Box } from "../parts/box.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import type { ApiOutput } from "../shell/api.ts";
import { ModelSelect } from "./model-select.tsx";
import { modelRoleLabel, modelRoleSummary, modelVariable } from "./model-role-text.ts";
import classes from "./models-table.module.css";

type Listing = ApiOutput["models"]["list"][number];

/** One line per role: what it is for, the model that serves it, and who chose that. */
export function ModelsTable({ models }: { models: readonly Listing[] }) {
  const mayChoose = mayRole(useSignedInMember().role, "model-choose");
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
          {models.map(({ role, model, isOffline, chosenBy, setting }) => (
            <Table.Tr key={role}>
              <Table.Td className={classes.role}>
                <p className={classes.name}>{modelRoleLabel[role]}</p>
                <p className={classes.summary}>{modelRoleSummary[role]}</p>
                <p className={classes.phoneVariable}>
                  <Chooser role={role} chosenBy={chosenBy} setting={setting} />
                </p>
              </Table.Td>
              <Table.Td className={classes.model}>
                {isOffline ? <Badge>Offline model</Badge> : null}
                <p className={classes.identifier}>{model}</p>
                {mayChoose && chosenBy !== "environment" && <ModelSelect role={role} setting={setting} />}
              </Table.Td>
              <Table.Td className={classes.variable}>
                <Chooser role={role} chosenBy={chosenBy} setting={setting} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

/** Who chose; the environment goes before what an admin chose, and both are told. */
function Chooser({ role, chosenBy, setting }: Pick<Listing, "role" | "chosenBy" | "setting">) {
  const byAdmin = setting !== null && (
    <>
      <bdi>{setting.chosenByName}</bdi>, <RelativeTime at={setting.chosenAt} />
    </>
  );
  if (chosenBy === "setting") return byAdmin;
  if (chosenBy === "default") return <>Nobody: the default</>;
  return (
    <>
      The environment, <code>{modelVariable(role)}</code>
      {setting !== null && (
        <>
          , before {setting.model} of {byAdmin}
        </>
      )}
    </>
  );
}
