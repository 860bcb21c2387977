import type { Node, NodeKind } from "../../core/workflow/node.ts";

/** What a card says below its title: what does the work, and in the foot its limit and what it may use. */
export interface NodeFacts {
  meta: string;
  left: string;
  right: string;
  /** Whether the limit on the left is missing, which a reviewer should see. */
  isLimitMissing?: boolean;
}

type FactsByKind = { [Kind in NodeKind]: (node: Extract<Node, { kind: Kind }>) => NodeFacts };

const factsByKind: FactsByKind = {
  agent: (node) => ({
    meta: `${known(node.role)} · ${countOf(node.tools, "tool")}`,
    ...(node.maxTurns === undefined ? { left: "no turn limit", isLimitMissing: true } : { left: `≤ ${known(node.maxTurns)} turns` }),
    right: tokensOf(node),
  }),
  tool: (node) => ({ meta: known(node.tool), left: "1 call", right: "no model" }),
  code: (node) => ({
    meta: `sandbox · ${countOf(node.tools, "tool")}`,
    ...(node.limits.timeoutMs === undefined ? { left: "no time limit", isLimitMissing: true } : { left: `≤ ${node.limits.timeoutMs / 1_000} s` }),
    right: "no model",
  }),
  map: (node) => ({
    meta: `items: ${known(node.items)}`,
    ...(node.maxItems === undefined ? { left: "no item limit", isLimitMissing: true } : { left: `≤ ${known(node.maxItems)} items` }),
    right: `${node.concurrency} at once`,
  }),
  loop: (node) => ({
    meta: `until: ${known(node.until)}`,
    ...(node.maxIterations === undefined ? { left: "no round limit", isLimitMissing: true } : { left: `≤ ${known(node.maxIterations)} rounds` }),
    right: "",
  }),
  branch: () => ({ meta: "picks by condition", left: "CEL", right: "no model" }),
  join: (node) => ({ meta: `wait for: ${node.waitFor}`, left: typeof node.waitFor === "number" ? "count" : "inputs", right: "no model" }),
  verify: (node) => ({
    meta: `${known(node.role)} · ${node.votes === 1 ? "1 vote" : `${node.votes} votes`}`,
    left: `refuted: ${node.onRefuted}`,
    right: tokensOf(node),
  }),
  checkpoint: (node) => ({
    meta: "asks a person",
    left: node.timeoutMinutes === undefined ? "no timeout" : `${node.timeoutMinutes} min`,
    right: Object.keys(node.form).length === 0 ? "yes or no" : "form",
  }),
  synthesize: (node) => ({ meta: known(node.role), left: `conflicts: ${node.conflicts}`, right: tokensOf(node) }),
  subworkflow: (node) => ({ meta: `library · ${node.digest.slice(0, 8)}`, left: "pinned", right: "" }),
  opaque: (node) => ({ meta: `from ${node.origin.format}`, left: "shown, not run", right: "" }),
};

/** Facts of one node, under review. */
export function nodeFacts(node: Node): NodeFacts {
  const facts = factsByKind[node.kind] as (node: Node) => NodeFacts;
  return facts(node);
}

/** A number of tokens as people read it: 24k, 1.5M. */
export function shortNumber(value: number): string {
  return new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(value).replace("K", "k");
}

function known(value: string | number | { unknown: string }): string {
  return typeof value === "object" ? "unknown" : String(value);
}

function countOf(value: readonly string[] | { unknown: string }, noun: string): string {
  if ("unknown" in value) return `unknown ${noun}s`;
  return value.length === 1 ? `1 ${noun}` : `${value.length === 0 ? "no" : value.length} ${noun}s`;
}

function tokensOf({ budget }: Node): string {
  return budget?.maxTokens === undefined ? "" : `≤ ${shortNumber(budget.maxTokens)} tokens`;
}
