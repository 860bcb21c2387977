"use client";

import { Button, Select } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Edge } from "../../core/workflow/edge.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Node } from "../../core/workflow/node.ts";
import { AddNodeMenu } from "./add-node-menu.tsx";
import { commitChange } from "./commit-change.ts";
import classes from "./connection-form.module.css";
import { namesFor } from "./expression-name.ts";
import { FieldEditor } from "./field-editor.tsx";
import { edgeFields } from "./field-shape.ts";
import { TypedPlace, useIsTypedBelow } from "./typed-place.tsx";
import type { WorkbenchEdit } from "./workbench.tsx";

interface ConnectionFormProps {
  node: Node;
  graph: Graph;
  edit: Pick<WorkbenchEdit, "apply" | "connect" | "insert">;
}

/** The connections of a node: changed, taken out, and made without dragging. */
export function ConnectionForm({ node, graph, edit }: ConnectionFormProps) {
  const { nodes, edges } = graph;
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const incoming = edges.filter(({ to }) => to === node.id);
  const outgoing = edges.filter(({ from }) => from === node.id);
  const siblings = nodes.filter(({ id, parent }) => parent === node.parent && id !== node.id);
  const without = (taken: readonly string[]) => siblings.filter(({ id }) => !taken.includes(id)).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <section className={classes.form} aria-label="Connections">
      <h3 className={classes.head}>Receives from</h3>
      {incoming.map((edge) => (
        <EdgeForm key={edge.id} edge={edge} graph={graph} title={titles.get(edge.from) ?? edge.from} edit={edit} />
      ))}
      <ConnectSelect label="Receive from another node" nodes={without(incoming.map(({ from }) => from))} onConnect={(from) => edit.connect(from, node.id)} />
      <h3 className={classes.head}>Hands on to</h3>
      {outgoing.map((edge) => (
        <EdgeForm key={edge.id} edge={edge} graph={graph} title={titles.get(edge.to) ?? edge.to} edit={edit} />
      ))}
      <ConnectSelect label="Hand on to another node" nodes={without(outgoing.map(({ to }) => to))} onConnect={(to) => edit.connect(node.id, to)} />
    </section>
  );
}

function ConnectSelect({ label, nodes, onConnect }: { label: string; nodes: { value: string; label: string }[]; onConnect: (id: string) => void }) {
  return <Select size="xs" aria-label={label} placeholder={label} searchable limit={100} data={nodes} value={null} disabled={nodes.length === 0} onChange={(id) => id !== null && onConnect(id)} />;
}

function EdgeForm({ edge, graph, title, edit }: { edge: Edge; graph: Graph; title: string; edit: ConnectionFormProps["edit"] }) {
  const [isOpen, setOpen] = useState(useIsTypedBelow(`edge.${edge.id}`));
  const source = graph.nodes.find(({ id }) => id === edge.from);
  const values: Record<string, JsonValue | undefined> = edge;
  const commit = commitChange(edit.apply, (changes) => ({ op: "edge-update", id: edge.id, changes }));
  return (
    <details className={classes.edge} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        <span className={classes.meta}>
          {edge.kind === "order" ? " order only" : ` ${edge.as}`}
          {edge.when !== undefined && ", conditional"}
        </span>
      </summary>
      {isOpen && (
        <div className={classes.fields}>
          <TypedPlace name={`edge.${edge.id}`}>
            {edgeFields.map((field) => (
              <FieldEditor key={field.name} field={field} path={[field.name]} value={values[field.name]} commit={commit} names={source === undefined ? undefined : namesFor(field.name, source, graph)} />
            ))}
          </TypedPlace>
          <AddNodeMenu onAdd={(kind) => edit.insert(edge.id, kind)}>
            <Button size="xs" leftSection={<IconPlus size={14} stroke={1.9} />}>
              Put a node in between
            </Button>
          </AddNodeMenu>
          <Button size="xs" data-danger leftSection={<IconTrash size={14} stroke={1.9} />} onClick={() => edit.apply([{ op: "edge-remove", id: edge.id }])}>
            Take this connection out
          </Button>
        </div>
      )}
    </details>
  );
}
