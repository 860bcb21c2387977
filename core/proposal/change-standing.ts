import { applyOps } from "../workflow/apply-op.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Op } from "../workflow/op.ts";
import { partText, type StudiedChange } from "./study-changes.ts";
import { viewParts } from "./touched-parts.ts";

/** What a change is to a plan as it stands by now. */
export type ChangeStanding =
  /** It can be accepted; `along` are the numbers of those that come with it because it rests on them. */
  | { type: "open"; along: number[] }
  /** The plan has it. */
  | { type: "in-plan" }
  | { type: "rejected" }
  /** It rests on a change that was rejected. */
  | { type: "held"; by: number }
  /** What it is about is gone or was changed since; it is never forced. */
  | { type: "outdated"; reason: string };

/** How every change stands to a plan, in their order. */
export function standingsOf(studied: readonly StudiedChange[], graph: Graph): ChangeStanding[] {
  const part = viewParts(graph);
  const isIn: boolean[] = [];
  for (const { effects, needs } of studied) isIn.push(needs.every((index) => isIn[index] === true) && [...effects].every(([name, texts]) => texts.has(partText(part(name)))));
  const standings: ChangeStanding[] = [];
  for (const [index, one] of studied.entries()) standings.push(isIn[index] === true ? { type: "in-plan" } : standingOf(one, { studied, standings, isIn, graph, part }));
  return standings;
}

interface Around {
  studied: readonly StudiedChange[];
  /** Of the changes before. */
  standings: readonly ChangeStanding[];
  isIn: readonly boolean[];
  graph: Graph;
  part: (name: string) => unknown;
}

function standingOf({ change, needs, sights }: StudiedChange, { studied, standings, isIn, graph, part }: Around): ChangeStanding {
  if (change.ruling?.said === "rejected") return { type: "rejected" };
  const missing = needs.filter((index) => isIn[index] !== true);
  for (const index of missing) {
    const type = standings[index]?.type;
    if (type === "rejected" || type === "held") return { type: "held", by: index + 1 };
    if (type === "outdated") return { type: "outdated", reason: `It rests on change ${index + 1}, which is outdated.` };
  }
  const changed = [...sights].find(([name, texts]) => !texts.has(partText(part(name))));
  if (changed !== undefined) return { type: "outdated", reason: changeWords(changed[0], graph) };
  const ops = [...missing.flatMap((index) => studied[index]?.change.ops ?? []), ...change.ops];
  const outcome = applyOps(graph, ops);
  return outcome.ok ? { type: "open", along: missing.map((index) => index + 1) } : { type: "outdated", reason: outcome.refusal.message };
}

/**
 * Everything that accepting some changes means: their ops and those of the changes they rest on, as one batch in order.
 * @param wanted numbers of changes that are open.
 */
export function acceptanceOf(studied: readonly StudiedChange[], standings: readonly ChangeStanding[], wanted: readonly number[]): { numbers: number[]; ops: Op[] } {
  const numbers = new Set<number>();
  for (const number of wanted) {
    const standing = standings[number - 1];
    if (standing?.type === "open") for (const one of [...standing.along, number]) numbers.add(one);
  }
  const ordered = [...numbers].toSorted((a, b) => a - b);
  return { numbers: ordered, ops: ordered.flatMap((number) => studied[number - 1]?.change.ops ?? []) };
}

function changeWords(name: string, { nodes, edges }: Graph): string {
  const [sort = "", id = "", field] = name.split("/");
  const titleOf = (nodeId: string) => nodes.find((one) => one.id === nodeId)?.title ?? nodeId;
  if (sort === "plan") return `“${id}” of the plan was changed since.`;
  if (sort === "phase") return `The phase “${id}” came or went since.`;
  if (sort === "input") return `“${titleOf(id)}” receives its input “${field ?? ""}” otherwise by now.`;
  if (sort === "node") {
    const isThere = nodes.some((one) => one.id === id);
    if (field !== undefined && isThere) return `“${field}” of “${titleOf(id)}” was changed since.`;
    return isThere ? `There is a node “${id}” by now.` : `The node “${id}” is no longer in the plan.`;
  }
  const edge = edges.find((one) => one.id === id);
  if (edge === undefined) return `The connection “${id}” is no longer in the plan.`;
  return `The connection from “${titleOf(edge.from)}” to “${titleOf(edge.to)}” was changed since.`;
}
