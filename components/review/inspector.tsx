"use client";

import { ActionIcon, Tabs } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Brief } from "../../core/brief/brief.ts";
import type { Finding, Fix } from "../../core/preflight/finding.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Node } from "../../core/workflow/node.ts";
import { useTabBesideComments } from "../annotations/annotation-room.tsx";
import { CommentsTab } from "../annotations/comments-tab.tsx";
import { ThreadList } from "../annotations/thread-list.tsx";
import { kinds } from "../canvas/kind.ts";
import { ReviseButton } from "../proposals/revise-button.tsx";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { DefinitionText } from "./definition-view.tsx";
import classes from "./inspector.module.css";
import { NodeDetails } from "./node-details.tsx";
import { NodeForm } from "./node-form.tsx";
import { useIsTypedBelow } from "./typed-place.tsx";
import { isModelNode, WillReceive } from "./will-receive.tsx";
import type { WorkbenchEdit } from "./workbench.tsx";

interface InspectorProps {
  node: Node;
  graph: Graph;
  brief: Brief;
  findings: readonly Finding[];
  onSelect(id: string | null): void;
  /** Left out where the plan can only be read. */
  edit?: WorkbenchEdit | undefined;
  onFix: ((fix: Fix) => void) | undefined;
}

/** One node in full, to read and, where allowed, to edit. */
export function Inspector({ node, graph, brief, findings, onSelect, edit, onFix }: InspectorProps) {
  const first = useIsTypedBelow(`node.${node.id}`) ? "edit" : "details";
  const [tab, setTab] = useTabBesideComments(first, { about: node.id, usual: "details" });
  useKeyBinding({ keys: ["e"], label: "Edit the selected node", group: "This page", run: () => setTab("edit") });
  const { icon: Mark, label } = kinds[node.kind];
  return (
    <section className={classes.inspector} aria-label={`Inspector: ${node.title}`}>
      <header className={classes.head}>
        <Mark size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
        <h2 className={classes.title}>{node.title}</h2>
        {edit !== undefined && <ReviseButton label="Regenerate" nodeIds={[node.id]} />}
        <ActionIcon aria-label="Close the inspector" onClick={() => onSelect(null)}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
        <p className={classes.sub}>
          {label} · <code>{node.id}</code> · {kinds[node.kind].does}
        </p>
      </header>
      <Tabs keepMounted={false} value={(edit === undefined && tab === "edit") || (tab === "context" && !isModelNode(node)) ? "details" : tab} onChange={setTab} classNames={{ root: classes.tabs, list: classes.list, panel: classes.panel }}>
        <Tabs.List>
          <Tabs.Tab value="details">Details</Tabs.Tab>
          {isModelNode(node) && <Tabs.Tab value="context">Will receive</Tabs.Tab>}
          {edit !== undefined && <Tabs.Tab value="edit">Edit</Tabs.Tab>}
          <CommentsTab nodeId={node.id} />
          <Tabs.Tab value="raw">Raw</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <NodeDetails node={node} graph={graph} brief={brief} findings={findings} onSelect={onSelect} onFix={onFix} />
        </Tabs.Panel>
        {isModelNode(node) && (
          <Tabs.Panel value="context">
            <WillReceive node={node} graph={graph} brief={brief} onSelect={onSelect} />
          </Tabs.Panel>
        )}
        {edit !== undefined && (
          <Tabs.Panel value="edit">
            <NodeForm key={node.id} node={node} graph={graph} brief={brief} edit={edit} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="comments">
          <ThreadList key={node.id} nodeId={node.id} />
        </Tabs.Panel>
        <Tabs.Panel value="raw">
          <DefinitionText definition={node} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
