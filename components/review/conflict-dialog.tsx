import { Button, Modal, Radio } from "@mantine/core";
import { useState } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { MergeConflict, Side } from "../../core/workflow/merge-graphs.ts";
import classes from "./conflict-dialog.module.css";
import { labelOf } from "./field-shape.ts";

interface ConflictDialogProps {
  title: string;
  conflicts: readonly MergeConflict[];
  /** What the two sides are called. */
  sides: Record<Side, string>;
  /** A graph in which nodes have names. */
  graph: Graph;
  isOpen: boolean;
  onClose(): void;
  onChosen(choices: ReadonlyMap<string, Side>): void;
}

/** Every place that was changed differently in two places, side by side; one goes on once each is chosen. */
export function ConflictDialog({ title, isOpen, onClose, ...rest }: ConflictDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size={760} closeButtonProps={{ "aria-label": "Close" }}>
      <ConflictForm onClose={onClose} {...rest} />
    </Modal>
  );
}

function ConflictForm({ conflicts, sides, graph, onClose, onChosen }: Omit<ConflictDialogProps, "isOpen" | "title">) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const open = conflicts.filter(({ key }) => !choices.has(key)).length;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (open === 0) onChosen(choices);
      }}
    >
      <p className={classes.about}>Choose what stands. Everything else of both is kept; nothing is saved yet.</p>
      {conflicts.map((conflict) => (
        <Radio.Group
          key={conflict.key}
          label={nameOf(conflict, graph)}
          value={choices.get(conflict.key) ?? null}
          onChange={(side) => setChoices(new Map([...choices, [conflict.key, side === "mine" ? "mine" : "theirs"]]))}
        >
          <div className={classes.sides}>
            <SideCard side="mine" title={sides.mine} conflict={conflict} />
            <SideCard side="theirs" title={sides.theirs} conflict={conflict} />
          </div>
        </Radio.Group>
      ))}
      <div className={classes.actions}>
        <p className={classes.about} role="status">
          {open === 0 ? "" : open === 1 ? "1 place is still to be chosen." : `${open} places are still to be chosen.`}
        </p>
        <Button size="md" onClick={onClose}>
          Not now
        </Button>
        <Button size="md" variant="filled" type="submit" disabled={open > 0}>
          Go on with these
        </Button>
      </div>
    </form>
  );
}

function SideCard({ side, title, conflict }: { side: Side; title: string; conflict: MergeConflict }) {
  return (
    <Radio.Card value={side} className={classes.side} aria-label={`${title}: ${wordsOf(conflict, side)}`}>
      <span className={classes.head}>
        <Radio.Indicator size="sm" />
        {title}
      </span>
      <span className={classes.value}>{wordsOf(conflict, side)}</span>
    </Radio.Card>
  );
}

/** What one side did: the value it set, or what it did with the whole part. */
function wordsOf({ field, before, ...conflict }: MergeConflict, side: Side): string {
  const value = conflict[side];
  if (value === null) return field === null ? "taken away" : "not set";
  if (field !== null) return textOf(value);
  return before === null ? "added" : "kept, with other changes that rest on it";
}

function nameOf({ part, field, mine, theirs, before }: MergeConflict, graph: Graph): string {
  const titleOf = (id: string) => graph.nodes.find((node) => node.id === id)?.title ?? id;
  const named = [theirs, mine, before].find(isNamed);
  const name = part.type === "plan" ? "The plan" : part.type === "node" ? (field === null && named !== undefined ? named.title : titleOf(part.id)) : `The connection ${part.id}`;
  return field === null ? name : `${name}: ${labelOf(field).toLowerCase()}`;
}

function isNamed(value: JsonValue | null): value is { title: string } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && typeof value.title === "string";
}

function textOf(value: JsonValue): string {
  if (typeof value === "string") return value === "" ? "empty" : value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.length === 0 ? "none" : value.join(", ");
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}
