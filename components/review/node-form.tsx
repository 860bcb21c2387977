"use client";

import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { Brief } from "../../core/brief/brief.ts";
import type { OpOutcome } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { isContainer, type Node } from "../../core/workflow/node.ts";
import type { Op } from "../../core/workflow/op.ts";
import { commitChange } from "./commit-change.ts";
import { ConnectionForm } from "./connection-form.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { nodeFields } from "./field-shape.ts";
import classes from "./node-form.module.css";

/** Every field of a node as a form; each change is one op that can be undone. */
export function NodeForm({ node, graph, brief, apply, connect, onRemove }: {
  node: Node;
  graph: Graph;
  brief: Brief;
  apply(ops: Op[]): OpOutcome;
  connect(from: string, to: string): void;
  onRemove(): void;
}) {
  const values: Record<string, JsonValue | undefined> = node;
  const commit = commitChange(apply, (changes) => ({ op: "node-update", id: node.id, changes }));
  return (
    <div className={classes.form}>
      {nodeFields(node.kind).map((field) => (
        <FieldEditor
          key={field.name}
          field={field}
          path={[field.name]}
          value={values[field.name]}
          commit={commit}
          choices={choicesOf(field.name, { node, graph, brief })}
        />
      ))}
      <ConnectionForm node={node} graph={graph} apply={apply} connect={connect} />
      <div className={classes.foot}>
        <Button size="xs" data-danger leftSection={<IconTrash size={14} stroke={1.9} />} onClick={onRemove}>
          Delete with its edges
        </Button>
      </div>
    </div>
  );
}

function choicesOf(name: string, { node, graph, brief }: { node: Node; graph: Graph; brief: Brief }) {
  const titled = ({ id, title }: { id: string; title: string }) => ({ value: id, label: title });
  const plain = (value: string) => ({ value, label: value });
  if (name === "phase") return graph.phases.map(titled);
  if (name === "parent") return graph.nodes.filter(({ kind, id }) => isContainer(kind) && id !== node.id).map(titled);
  if (name === "covers") return brief.requirements.map(({ id }) => plain(id));
  return name === "tools" || name === "tool" ? brief.scope.tools.map(plain) : undefined;
}
