"use client";

import { Badge, Table } from "@mantine/core";
import { mayRole } from "../../core/access/permission.ts";
import { fallbackOf, modelVariable, type ModelPlace } from "../../core/models/model-place.ts";
import { Box } from "../parts/box.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import type { ApiOutput } from "../shell/api.ts";
import { ModelSelect } from "./model-select.tsx";
import { modelRoleLabel, modelRoleSummary } from "./model-role-text.ts";
import classes from "./models-table.module.css";

type Listing = ApiOutput["models"]["list"][number];

/** One line per role: what it is for, the model that serves it, the one that takes over, and who chose them. */
export function ModelsTable({ models }: { models: readonly Listing[] }) {
  const mayChoose = mayRole(useSignedInMember().role, "model-choose");
  return (
    <Box title="Models by role">
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Role</Table.Th>
            <Table.Th className={classes.model}>Model</Table.Th>
            <Table.Th className={classes.model}>Takes over when it fails</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {models.map(({ role, model, isOffline, chosenBy, setting, fallback }) => (
            <Table.Tr key={role}>
              <Table.Td className={classes.role}>
                <p className={classes.name}>{modelRoleLabel[role]}</p>
                <p className={classes.summary}>{modelRoleSummary[role]}</p>
              </Table.Td>
              <Table.Td className={classes.model}>
                {isOffline ? <Badge>Offline model</Badge> : null}
                {!(mayChoose && chosenBy === "setting") && <p className={classes.identifier}>{model}</p>}
                {mayChoose && chosenBy !== "environment" && <ModelSelect place={role} except={null} none="Default" setting={setting} />}
                <Chooser place={role} chosenBy={chosenBy} setting={setting} />
              </Table.Td>
              <Table.Td className={classes.model} data-label="Takes over">
                {isOffline ? (
                  <p className={classes.summary}>Not needed: the offline model runs here.</p>
                ) : (
                  <>
                    {fallback.model !== null && !(mayChoose && fallback.chosenBy === "setting") && <p className={classes.identifier}>{fallback.model}</p>}
                    {mayChoose && fallback.chosenBy !== "environment" && <ModelSelect place={fallbackOf(role)} except={model} none="Nothing" setting={fallback.setting} />}
                    {fallback.model === null ? <p className={classes.chooser}>{waiting(role)}</p> : <Chooser place={fallbackOf(role)} chosenBy={fallback.chosenBy} setting={fallback.setting} />}
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

/** What happens where nothing takes over. */
function waiting(role: Listing["role"]): string {
  return role === "planner" ? "Without one, the plan is kept as far as it is." : "Without one, runs wait for a person.";
}

/** Who chose; the environment goes before what an admin chose, and both are told. */
function Chooser({ place, chosenBy, setting }: Pick<Listing, "chosenBy" | "setting"> & { place: ModelPlace }) {
  const byAdmin = setting !== null && (
    <>
      <bdi>{setting.chosenByName}</bdi>, <RelativeTime at={setting.chosenAt} />
    </>
  );
  return (
    <p className={classes.chooser}>
      {chosenBy === "setting" && <>Chosen by {byAdmin}</>}
      {chosenBy === "default" && "The default: nobody chose"}
      {chosenBy === "environment" && (
        <>
          Set by <code>{modelVariable(place)}</code>
          {setting !== null && (
            <>
              , before {setting.model} of {byAdmin}
            </>
          )}
        </>
      )}
    </p>
  );
}
