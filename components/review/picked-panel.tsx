"use client";

import { Button } from "@mantine/core";
import { IconArrowsJoin, IconCopy, IconCopyPlus, IconRepeat, IconStack2, IconTrash } from "@tabler/icons-react";
import type { Graph } from "../../core/workflow/graph.ts";
import { kinds } from "../canvas/kind.ts";
import { ReviseButton } from "../proposals/revise-button.tsx";
import classes from "./picked-panel.module.css";
import type { WorkbenchEdit } from "./workbench.tsx";

interface PickedPanelProps {
  ids: ReadonlySet<string>;
  graph: Graph;
  onPick(ids: Iterable<string>): void;
  /** Left out where the plan can only be read. */
  edit?: WorkbenchEdit | undefined;
}

/** Several selected nodes, and what can be done with all of them at once. */
export function PickedPanel({ ids, graph, onPick, edit }: PickedPanelProps) {
  const nodes = graph.nodes.filter(({ id }) => ids.has(id));
  return (
    <section className={classes.panel} aria-label={`${nodes.length} selected nodes`}>
      <header className={classes.head}>
        <h2>{nodes.length} nodes selected</h2>
        <Button size="xs" onClick={() => onPick([])}>
          Clear
        </Button>
      </header>
      {edit !== undefined && (
        <>
          <PartActions ids={[...ids]} edit={edit} />
          <div className={classes.more}>
            <ReviseButton label="Regenerate these with the model" nodeIds={[...ids]} />
          </div>
        </>
      )}
      <ul className={classes.list}>
        {nodes.map(({ id, title, kind }) => {
          const { icon: Mark, label } = kinds[kind];
          return (
            <li key={id}>
              <button type="button" className={classes.node} onClick={() => onPick([id])} title={`Select ${title} alone`}>
                <Mark size={16} stroke={1.75} role="img" aria-label={label} />
                <span>{title}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What can be done with one or several nodes as they are. */
export function PartActions({ ids, edit }: { ids: string[]; edit: WorkbenchEdit }) {
  return (
    <div className={classes.actions}>
      <Button size="xs" leftSection={<IconCopyPlus size={14} stroke={1.9} />} onClick={() => edit.duplicate(ids)}>
        Duplicate
      </Button>
      <Button size="xs" leftSection={<IconCopy size={14} stroke={1.9} />} onClick={() => edit.copy(ids)}>
        Copy
      </Button>
      <Button size="xs" leftSection={<IconStack2 size={14} stroke={1.9} />} onClick={() => edit.wrap(ids, "map")}>
        Wrap in a map
      </Button>
      <Button size="xs" leftSection={<IconRepeat size={14} stroke={1.9} />} onClick={() => edit.wrap(ids, "loop")}>
        Wrap in a loop
      </Button>
      <Button size="xs" data-danger leftSection={<IconArrowsJoin size={14} stroke={1.9} />} onClick={() => edit.remove(ids, true)}>
        Delete, reconnect
      </Button>
      <Button size="xs" data-danger leftSection={<IconTrash size={14} stroke={1.9} />} onClick={() => edit.remove(ids)}>
        Delete
      </Button>
    </div>
  );
}
