import type { Brief } from "../brief/brief.ts";
import type { Node } from "../workflow/node.ts";
import type { Examined } from "./rule.ts";

/** What one call of a model is taken to use where nothing is declared, in tokens. */
const typicalTokensPerTurn = 3_000;
const typicalTurns = 4;
const typicalMinutesPerTurn = 0.25;
const typicalItems = 20;
const typicalPasses = 3;

/** What a plan will likely use, by its own declared limits, maps and loops multiplied through. */
export interface Projection {
  agents: number;
  tokens: number;
  /** Along the longest chain of steps, with what the brief lets run at once. */
  minutes: number;
  /** Integer micro-USD; null where a price is not known. */
  costMicroUsd: number | null;
  /** Nodes whose part is a guess, because a limit is held as unknown or not declared. */
  guessedNodeIds: string[];
}

/** Price of one million tokens in micro-USD, in and out taken together; null when not known. */
export type PriceOf = (role: string) => number | null;

/** Projects one likely value for each thing a brief limits. */
export function projectCost({ graph, view, brief }: Examined, priceOf: PriceOf): Projection {
  const guessedNodeIds: string[] = [];
  const guess = <Value extends number>(node: Node, value: unknown, typical: Value): number => {
    if (typeof value === "number") return value;
    guessedNodeIds.push(node.id);
    return typical;
  };
  const timesById = new Map<string, number>();
  const times = (node: Node): number => {
    const known = timesById.get(node.id);
    if (known !== undefined) return known;
    let product = 1;
    for (const container of view.ancestors(node)) {
      if (container.kind === "map") product *= guess(container, container.maxItems, typicalItems);
      if (container.kind === "loop") product *= guess(container, container.maxIterations, typicalPasses);
    }
    timesById.set(node.id, product);
    return product;
  };

  let agents = 0;
  let tokens = 0;
  let costMicroUsd: number | null = 0;
  const minutesById = new Map<string, number>();
  for (const node of graph.nodes) {
    const calls = callsOf(node, guess);
    if (calls === null) continue;
    // A node's own limit holds for all its conversations together, as it does when the node runs.
    const total = (node.budget?.maxTokens ?? calls.turns * typicalTokensPerTurn * calls.workers) * times(node);
    agents += calls.workers * times(node);
    tokens += total;
    const price = priceOf(typeof calls.role === "string" ? calls.role : "worker");
    costMicroUsd = price === null || costMicroUsd === null ? null : costMicroUsd + Math.ceil((total * price) / 1_000_000);
    minutesById.set(node.id, node.budget?.maxMinutes ?? calls.turns * typicalMinutesPerTurn);
  }
  const minutes = longestMinutes(null, { view, minutesById, parallel: brief?.budget.maxParallel ?? 1 });
  return { agents, tokens, minutes, costMicroUsd, guessedNodeIds: [...new Set(guessedNodeIds)] };
}

/** How often a node asks a model, in how many conversations; null for nodes that ask none. */
function callsOf(node: Node, guess: (node: Node, value: unknown, typical: number) => number) {
  if (node.kind === "agent") return { role: node.role, workers: 1, turns: Math.min(guess(node, node.maxTurns, typicalTurns), typicalTurns * 3) };
  if (node.kind === "verify") return { role: node.role, workers: node.votes, turns: 1 };
  if (node.kind === "synthesize") return { role: node.role, workers: 1, turns: 2 };
  return null;
}

interface Clock {
  view: Examined["view"];
  minutesById: ReadonlyMap<string, number>;
  parallel: number;
}

/** The longest chain through one body; a cycle, which another rule reports, is walked once. */
function longestMinutes(parentId: string | null, clock: Clock): number {
  const doneById = new Map<string, number>();
  const finish = (node: Node): number => {
    const known = doneById.get(node.id);
    if (known !== undefined) return known;
    doneById.set(node.id, 0);
    const sources = clock.view.incoming(node.id).flatMap((edge) => clock.view.node(edge.from) ?? []);
    const end = Math.max(0, ...sources.map(finish)) + ownMinutes(node, clock);
    doneById.set(node.id, end);
    return end;
  };
  return Math.max(0, ...clock.view.children(parentId).map(finish));
}

function ownMinutes(node: Node, clock: Clock): number {
  if (node.kind === "map") {
    const items = typeof node.maxItems === "number" ? node.maxItems : typicalItems;
    return Math.ceil(items / Math.min(node.concurrency, clock.parallel)) * longestMinutes(node.id, clock);
  }
  if (node.kind === "loop") {
    const passes = typeof node.maxIterations === "number" ? node.maxIterations : typicalPasses;
    return passes * longestMinutes(node.id, clock);
  }
  return clock.minutesById.get(node.id) ?? 0;
}

/** What of a brief's budget a projection is above, in words. */
export function overBudget(projection: Projection, { budget }: Brief): { limit: keyof Brief["budget"]; projected: number; allowed: number }[] {
  const compared = [
    ["maxAgents", projection.agents],
    ["maxTokens", projection.tokens],
    ["maxMinutes", projection.minutes],
    ["maxCostMicroUsd", projection.costMicroUsd],
  ] as const;
  return compared.flatMap(([limit, projected]) =>
    projected !== null && projected > budget[limit] ? [{ limit, projected, allowed: budget[limit] }] : [],
  );
}
