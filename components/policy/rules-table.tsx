import { NativeSelect, Table, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { preflightRules } from "../../core/preflight/preflight-rules.ts";
import { standardPolicy, type Policy } from "../../core/review/policy.ts";
import { Box, BoxBody } from "../parts/box.tsx";
import { severityOf, waivedByOf, withSeverity, withWaivedBy, type AskedSeverity, type WaivedBy } from "./policy-change.ts";
import classes from "./rules-table.module.css";

const words = { error: "Error", warning: "Warning", note: "Note", off: "Off" } as const;

/** Every rule: how it weighs here, and whose waiver of it counts. */
export function RulesTable({ policy, onChange }: { policy: Policy; onChange: (policy: Policy) => void }) {
  const [text, setText] = useState("");
  const sought = text.trim().toLowerCase();
  const shown = preflightRules.filter(({ id, why }) => `${id} ${why}`.toLowerCase().includes(sought));
  return (
    <Box
      title="Rules"
      aside={sought === "" ? preflightRules.length : `${shown.length} of ${preflightRules.length}`}
      action={<TextInput size="sm" aria-label="Search rules" placeholder="Search rules" leftSection={<IconSearch size={14} stroke={1.9} />} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />}
    >
      {shown.length === 0 ? (
        <BoxBody>No rule has these words.</BoxBody>
      ) : (
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Rule</Table.Th>
              <Table.Th className={classes.choice}>Weighs as</Table.Th>
              <Table.Th className={classes.choice}>May be waived by</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ id, severity, why }) => {
              const asked = severityOf(policy, id);
              const isError = (asked === "own" ? severity : asked) === "error";
              return (
                <Table.Tr key={id} data-changed={asked !== "own" || waivedByOf(policy, id) !== waivedByOf(standardPolicy, id) || undefined}>
                  <Table.Td>
                    <p className={classes.id}>{id}</p>
                    <p className={classes.why}>{why}</p>
                  </Table.Td>
                  <Table.Td className={classes.choice}>
                    <NativeSelect
                      size="sm"
                      aria-label={`Severity of ${id}`}
                      value={asked}
                      onChange={({ currentTarget }) => onChange(withSeverity(policy, id, currentTarget.value as AskedSeverity))}
                      data={[{ value: "own", label: `${words[severity]} (own)` }, ...(["error", "warning", "note", "off"] as const).filter((value) => value !== severity).map((value) => ({ value, label: words[value] }))]}
                    />
                  </Table.Td>
                  <Table.Td className={classes.choice}>
                    {isError && (
                      <NativeSelect
                        size="sm"
                        aria-label={`Who may waive ${id}`}
                        value={waivedByOf(policy, id)}
                        onChange={({ currentTarget }) => onChange(withWaivedBy(policy, id, currentTarget.value as WaivedBy))}
                        data={[
                          { value: "standard", label: "As above" },
                          { value: "deciders", label: "Reviewers and admins" },
                          { value: "admins", label: "Admins" },
                          { value: "nobody", label: "Nobody" },
                        ]}
                      />
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
    </Box>
  );
}
