import type { Graph } from "../workflow/graph.ts";
import { targetNamed, type AnnotationTarget } from "./annotation-target.ts";
import type { Surface } from "./place-target.ts";

const longestName = 200;

/** Says in a few words what an annotation is about, as long as that is there: kept with it for when it is gone. */
export function nameTarget(target: AnnotationTarget, surface: Pick<Surface, "graph" | "brief">): string {
  const name = nameWhole(target, surface);
  return name.length <= longestName ? name : `${name.slice(0, longestName).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function nameWhole(target: AnnotationTarget, { graph, brief }: Pick<Surface, "graph" | "brief">): string {
  switch (target.type) {
    case "plan":
      return "The plan";
    case "node":
      return titleOf(target.id, graph);
    case "edge": {
      const edge = graph.edges.find(({ id }) => id === target.id);
      return edge === undefined ? target.id : `${titleOf(edge.from, graph)} → ${titleOf(edge.to, graph)}`;
    }
    case "requirement": {
      const requirement = brief.requirements.find(({ id }) => id === target.id);
      return requirement === undefined ? target.id.toUpperCase() : `${target.id.toUpperCase()} ${requirement.text}`;
    }
    case "finding": {
      const named = targetNamed(target.on);
      return named === null ? target.ruleId : `${target.ruleId}, ${nameWhole(named, { graph, brief })}`;
    }
    case "text":
      return `“${target.range.exact.replaceAll(/\s+/g, " ").trim()}” in ${titleOf(target.nodeId, graph)}`;
  }
}

function titleOf(nodeId: string, { nodes }: Graph): string {
  return nodes.find(({ id }) => id === nodeId)?.title ?? nodeId;
}
