import { ActionIcon, Button, Checkbox, Select, Table, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import classes from "./requirement-table.module.css";
import { renumbered, type TypedBrief } from "./typed-brief.ts";

type Requirements = TypedBrief["requirements"];

const kindWords = [
  { value: "aspect", label: "aspect" },
  { value: "evidence", label: "evidence" },
  { value: "item", label: "each item" },
];

/** What the answer must cover, one row each; Enter adds the next. */
export function RequirementTable({ requirements, onChange, error }: { requirements: Requirements; onChange(next: Requirements): void; error?: string | undefined }) {
  const set = (index: number, change: Partial<Requirements[number]>) => onChange(requirements.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const add = () => onChange(renumbered([...requirements, { id: "", text: "", kind: "aspect", isCritical: false }]));
  return (
    <div className={classes.frame}>
      {requirements.length > 0 && (
        <Table aria-label="Requirements" className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.name}>Name</Table.Th>
              <Table.Th>Must cover</Table.Th>
              <Table.Th className={classes.kind}>Kind</Table.Th>
              <Table.Th className={classes.critical}>Critical</Table.Th>
              <Table.Th className={classes.end}>
                <span className={classes.hidden}>Remove</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {requirements.map(({ id, text, kind, isCritical }, index) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <RequirementMark id={id} isCritical={isCritical} />
                </Table.Td>
                <Table.Td>
                  <TextInput
                    size="sm"
                    variant="unstyled"
                    aria-label={`${id.toUpperCase()} must cover`}
                    placeholder="An aspect, a class of evidence, or each of something"
                    maxLength={300}
                    value={text}
                    autoFocus={text === "" && index === requirements.length - 1}
                    onChange={(event) => set(index, { text: event.currentTarget.value })}
                    onKeyDown={(event) => {
                      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
                      event.preventDefault();
                      add();
                    }}
                  />
                </Table.Td>
                <Table.Td>
                  <Select
                    size="sm"
                    variant="unstyled"
                    aria-label={`Kind of ${id.toUpperCase()}`}
                    data={kindWords}
                    value={kind}
                    allowDeselect={false}
                    onChange={(next) => (next === "aspect" || next === "evidence" || next === "item") && set(index, { kind: next })}
                  />
                </Table.Td>
                <Table.Td>
                  <Checkbox
                    size="xs"
                    classNames={{ body: classes.tick, labelWrapper: classes.tickWord, label: classes.tickLabel }}
                    label="Critical"
                    aria-label={`${id.toUpperCase()} is critical`}
                    checked={isCritical}
                    onChange={(event) => set(index, { isCritical: event.currentTarget.checked })}
                  />
                </Table.Td>
                <Table.Td>
                  <ActionIcon aria-label={`Remove ${id.toUpperCase()}`} onClick={() => onChange(renumbered(requirements.toSpliced(index, 1)))}>
                    <IconTrash size={16} stroke={1.75} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <div className={classes.foot}>
        <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} stroke={1.9} />} onClick={add}>
          Requirement
        </Button>
        {error !== undefined && (
          <span role="alert" className={classes.error}>
            {error}
          </span>
        )}
      </div>
    </div>
  );
}
