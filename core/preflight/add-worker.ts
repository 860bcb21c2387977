import type { Brief } from "../brief/brief.ts";
import { fix } from "./fix.ts";
import { freeId, freeInput } from "../workflow/free-name.ts";
import type { Fix } from "./finding.ts";
import { findCheck } from "./place-of-check.ts";
import type { Examined } from "./rule.ts";
import { effectOf } from "./tool-effect.ts";

/** What a worker is there for that a plan lacks. */
interface LackingWorker {
  id: string;
  title: string;
  rationale: string;
  instructions: string;
  covers: readonly string[];
}

const usualTurns = 8;

/** Adds a worker that reads what the brief opens and hands its claims to the check; where nobody checks, there is no fix. */
export function addWorker(fixTitle: string, { id: wanted, title, ...worker }: LackingWorker, { scope }: Brief, { graph, view, surroundings }: Examined): Fix[] {
  const place = findCheck({ graph, view });
  if (place === null) return [];
  const id = freeId(graph.nodes, wanted);
  const readers = scope.tools.filter((name) => {
    const { writes, isFromOutside, asksPerson } = effectOf(name, surroundings);
    return writes === false && !isFromOutside && !asksPerson;
  });
  const { phase } = graph.nodes.find((node) => node.kind === "agent" && node.parent === undefined) ?? place.check;
  return [
    fix(fixTitle, [
      { op: "node-add", node: { kind: "agent", id, title: title.slice(0, 120), phase, ...worker, covers: [...worker.covers], tools: readers, context: { sources: scope.collections }, maxTurns: usualTurns } },
      { op: "edge-add", edge: { id: freeId(graph.edges, `${id}-${place.check.id}`), from: id, to: place.check.id, as: freeInput(view.incoming(place.check.id), id) } },
    ]),
  ];
}
