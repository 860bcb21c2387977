"use client";

import { SegmentedControl } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import { nodeIdOf } from "../../core/run/step-id.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { GraphCanvas } from "../canvas/graph-canvas.tsx";
import { LiveNodesContext } from "../canvas/live-node.ts";
import { useRun, useRunFeed, useSelectedStep } from "./run-context.tsx";
import classes from "./run-graph.module.css";
import { createRunNodes } from "./run-nodes.ts";

const noFindings: [] = [];

/** The approved graph, read-only, each card saying how it stands. */
export function RunGraph() {
  const { graph, brief } = useRun();
  const feed = useRunFeed();
  const { stepId, selectNode } = useSelectedStep();
  const [shape, setShape] = useLocalStorage<"aggregated" | "expanded">({ key: "countersign.run-graph", defaultValue: "aggregated", getInitialValueInEffect: false });
  const isExpanded = shape === "expanded";
  const nodes = useMemo(() => createRunNodes(graph, feed), [graph, feed]);
  const live = useMemo(() => ({ ...nodes, isExpanded }), [nodes, isExpanded]);
  const shown = useMemo(() => (isExpanded ? withoutBodies(graph) : graph), [graph, isExpanded]);
  const hasMap = graph.nodes.some(({ kind }) => kind === "map" || kind === "loop");
  return (
    <div className={classes.graph}>
      <LiveNodesContext value={live}>
        <GraphCanvas graph={shown} findings={noFindings} requirements={brief.requirements} selectedId={stepId === null ? null : nodeIdOf(stepId)} onSelect={selectNode} />
      </LiveNodesContext>
      {hasMap && (
        <SegmentedControl
          size="xs"
          className={classes.shape ?? ""}
          aria-label="Items of maps"
          value={shape}
          onChange={(value) => setShape(value === "expanded" ? "expanded" : "aggregated")}
          data={[
            { value: "aggregated", label: "Aggregated" },
            { value: "expanded", label: "Expanded" },
          ]}
        />
      )}
    </div>
  );
}

/** Without what is inside of maps and loops, whose items are listed instead. */
function withoutBodies(graph: Graph): Graph {
  const outer = new Set(graph.nodes.filter(({ parent }) => parent === undefined).map(({ id }) => id));
  return { ...graph, nodes: graph.nodes.filter(({ id }) => outer.has(id)), edges: graph.edges.filter(({ from, to }) => outer.has(from) && outer.has(to)) };
}
