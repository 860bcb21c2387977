"use client";

import type { Brief } from "../../core/brief/brief.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { isContainer, type Node } from "../../core/workflow/node.ts";
import { commitChange } from "./commit-change.ts";
import { ConnectionForm } from "./connection-form.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { namesFor } from "./expression-name.ts";
import { nodeFields } from "./field-shape.ts";
import classes from "./node-form.module.css";
import { PartActions } from "./picked-panel.tsx";
import { TypedPlace } from "./typed-place.tsx";
import type { WorkbenchEdit } from "./workbench.tsx";

/** Every field of a node as a form; each change is one op that can be undone. */
export function NodeForm({ node, graph, brief, edit }: { node: Node; graph: Graph; brief: Brief; edit: WorkbenchEdit }) {
  const values: Record<string, JsonValue | undefined> = node;
  const commit = commitChange(edit.apply, (changes) => ({ op: "node-update", id: node.id, changes }));
  return (
    <TypedPlace name={`node.${node.id}`}>
      <div className={classes.form}>
        {nodeFields(node.kind).map((field) => (
          <FieldEditor
            key={field.name}
            field={field}
            path={[field.name]}
            value={values[field.name]}
            commit={commit}
            choicesAt={(path) => choicesOf(path.join("."), { node, graph, brief })}
            names={namesFor(field.name, node, graph)}
          />
        ))}
        <ConnectionForm node={node} graph={graph} edit={edit} />
        <PartActions ids={[node.id]} edit={edit} />
      </div>
    </TypedPlace>
  );
}

function choicesOf(name: string, { node, graph, brief }: { node: Node; graph: Graph; brief: Brief }) {
  const titled = ({ id, title }: { id: string; title: string }) => ({ value: id, label: title });
  const plain = (value: string) => ({ value, label: value });
  if (name === "phase") return graph.phases.map(titled);
  if (name === "parent") return graph.nodes.filter(({ kind, id }) => isContainer(kind) && id !== node.id).map(titled);
  if (name === "covers" || name === "context.requirements") return brief.requirements.map(({ id }) => plain(id));
  if (name === "context.inputs") return graph.edges.flatMap(({ to, kind, as }) => (to === node.id && kind === "data" ? [plain(as)] : []));
  if (name === "context.sources") return brief.scope.collections.map(plain);
  return name === "tools" || name === "tool" ? brief.scope.tools.map(plain) : undefined;
}
