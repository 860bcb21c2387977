import { isContainer, type Node } from "../workflow/node.ts";
import { exactly, nothing, plus, times, type Range } from "./range.ts";
import type { Examined } from "./rule.ts";
import { timeBodies, type Timed } from "./timetable.ts";

/** What one turn of a model is taken to use where nothing is declared. */
const typical = { tokensPerTurn: 3_000, turns: 4, minutesPerTurn: 0.25, items: 20, passes: 3 } as const;
const shortest = { tokensPerTurn: 500, minutesPerTurn: 0.05 } as const;

/** What a plan will use, by its own declared limits, maps and loops multiplied through. */
export interface Projection {
  agents: Range;
  /** Calls of a model. */
  calls: Range;
  tokens: Range;
  /** Along the longest chain of steps, with what the brief lets run at once. */
  minutes: Range;
  /** Integer micro-USD; null where a price is not known. */
  costMicroUsd: Range | null;
  /** The roles whose price is not known, and those whose price the cost goes by. */
  unpricedRoles: string[];
  pricedRoles: string[];
  /** Most agents at work at the same time. */
  atOnce: number;
  /** The steps of the longest chain, the first first; of a container the chain through its body follows it. */
  criticalPath: string[];
  /** Nodes whose part is a guess, because a limit is held as unknown or not declared. */
  guessedNodeIds: string[];
  /** Agents that a node likely brings, of a container those in its body. */
  agentsByNodeId: ReadonlyMap<string, number>;
}

/** Price of one million tokens in micro-USD, in and out taken together; null when not known. */
export type PriceOf = (role: string) => number | null;

interface Use {
  role: string;
  agents: number;
  calls: Range;
  tokens: Range;
  minutes: Range;
}

const known = new WeakMap<object, Projection>();

/** Projects how much of each thing a plan takes that a brief limits; once for all rules that look at the same plan. */
export function projectPlan(examined: Pick<Examined, "graph" | "view" | "brief" | "surroundings">): Projection {
  const projection = known.get(examined) ?? project(examined);
  known.set(examined, projection);
  return projection;
}

function project({ graph, view, brief, surroundings }: Pick<Examined, "graph" | "view" | "brief" | "surroundings">): Projection {
  const guessed = new Set<string>();
  const roundsById = new Map<string, Range>();
  const totals = { agents: nothing, calls: nothing, tokens: nothing };
  const timed = new Map<string, Timed>();
  const agentsByNodeId = new Map<string, number>();
  const unpriced = new Set<string>();
  const pricedRoles = new Set<string>();
  let cost: Range = nothing;

  const isOptional = ({ id }: Node) => view.incoming(id).length > 0 && view.incoming(id).every(({ when }) => when !== undefined);
  const order = [...view.children(null)];
  for (const node of order) {
    const around = node.parent === undefined ? exactly(1) : (roundsById.get(node.parent) ?? exactly(1));
    const rounds = isOptional(node) ? { ...around, least: 0 } : around;
    if (isContainer(node.kind)) {
      const own = repeatsOf(node, guessed);
      roundsById.set(node.id, times(rounds, own));
      for (const child of view.children(node.id)) order.push(child);
      timed.set(node.id, { minutes: own, atOnce: 0 });
      continue;
    }
    const use = useOf(node, guessed);
    timed.set(node.id, { minutes: use?.minutes ?? nothing, atOnce: use?.agents ?? 0 });
    if (use === null) continue;
    const agents = times(rounds, exactly(use.agents));
    totals.agents = plus(totals.agents, agents);
    agentsByNodeId.set(node.id, agents.likely);
    totals.calls = plus(totals.calls, times(rounds, use.calls));
    const tokens = times(rounds, use.tokens);
    totals.tokens = plus(totals.tokens, tokens);
    const price = surroundings.priceOf(use.role);
    if (price === null) unpriced.add(use.role);
    else {
      cost = plus(cost, priced(tokens, price));
      pricedRoles.add(use.role);
    }
  }
  for (const { id, parent } of order.toReversed()) {
    if (parent !== undefined) agentsByNodeId.set(parent, (agentsByNodeId.get(parent) ?? 0) + (agentsByNodeId.get(id) ?? 0));
  }
  const parallel = brief?.budget.maxParallel ?? null;
  const { minutes, atOnce, criticalPath } = timeBodies(order, view, { timed, parallel });
  return {
    ...totals,
    minutes,
    atOnce,
    criticalPath,
    costMicroUsd: unpriced.size > 0 ? null : cost,
    unpricedRoles: [...unpriced].toSorted(),
    pricedRoles: [...pricedRoles].toSorted(),
    guessedNodeIds: graph.nodes.filter(({ id }) => guessed.has(id)).map(({ id }) => id),
    agentsByNodeId,
  };
}

/** How often the body of a container runs; nothing is taken for granted of a list or a condition. */
function repeatsOf(node: Node, guessed: Set<string>): Range {
  const limit = node.kind === "map" ? node.maxItems : node.kind === "loop" ? node.maxIterations : 1;
  if (typeof limit === "number") return { least: 1, likely: limit, most: limit };
  guessed.add(node.id);
  return { least: 1, likely: node.kind === "map" ? typical.items : typical.passes, most: null };
}

/** What one execution of a node uses; null for nodes that ask no model. */
function useOf(node: Node, guessed: Set<string>): Use | null {
  if (node.kind !== "agent" && node.kind !== "verify" && node.kind !== "synthesize") return null;
  const agents = node.kind === "verify" ? node.votes : 1;
  const turns = turnsOf(node, guessed);
  const attempts = node.retry?.maxAttempts ?? 1;
  const { maxTokens, maxMinutes } = node.budget ?? {};
  const of = (limit: number | undefined, { least, likely }: { least: number; likely: number }): Range =>
    limit === undefined
      ? { least: turns.least * least, likely: turns.likely * likely, most: null }
      : { least: Math.min(limit, turns.least * least), likely: limit, most: limit * attempts };
  return {
    role: typeof node.role === "string" ? node.role : "worker",
    agents,
    calls: times(exactly(agents), { ...turns, most: turns.most === null ? null : turns.most * attempts }),
    // A node's own limit holds for all its conversations together, as it does when the node runs.
    tokens: of(maxTokens, { least: agents * shortest.tokensPerTurn, likely: agents * typical.tokensPerTurn }),
    minutes: of(maxMinutes, { least: shortest.minutesPerTurn, likely: typical.minutesPerTurn }),
  };
}

function turnsOf(node: Node & { kind: "agent" | "verify" | "synthesize" }, guessed: Set<string>): Range {
  if (node.kind === "verify") return exactly(1);
  if (node.kind === "synthesize") return { least: 1, likely: 2, most: 2 };
  if (typeof node.maxTurns === "number") return { least: 1, likely: Math.min(node.maxTurns, typical.turns * 3), most: node.maxTurns };
  guessed.add(node.id);
  return { least: 1, likely: typical.turns, most: null };
}

function priced({ least, likely, most }: Range, price: number): Range {
  const of = (tokens: number) => Math.min(Number.MAX_SAFE_INTEGER, Math.ceil((tokens * price) / 1_000_000));
  return { least: of(least), likely: of(likely), most: most === null ? null : of(most) };
}
