import type { Graph } from "../../../../core/workflow/graph.ts";
import type { Node } from "../../../../core/workflow/node.ts";
import { noSubject, setting, subjectOf, type ClauseReading, type RemarkClause } from "./remark-subject.ts";

interface Unit {
  words: RegExp;
  path: string[];
  /** What the number is multiplied by. */
  times?: number;
  kinds?: readonly Node["kind"][];
  name: string;
}

/** What numbers in remarks count; of several, the first that fits. */
const units: readonly Unit[] = [
  { words: /\bcontext\b.*\btokens?\b|\btokens?\b.*\bcontext\b/u, path: ["context", "maxTokens"], kinds: ["agent"], name: "context tokens" },
  { words: /\btokens?\b/u, path: ["budget", "maxTokens"], name: "tokens" },
  { words: /\b(?:minutes?|mins?)\b.*\b(?:timeout|wait\w*)\b|\b(?:timeout|waits?)\b.*\b(?:minutes?|mins?)\b/u, path: ["timeoutMinutes"], kinds: ["checkpoint"], name: "minutes of waiting" },
  { words: /\b(?:minutes?|mins?)\b/u, path: ["budget", "maxMinutes"], name: "minutes" },
  { words: /\bhours?\b/u, path: ["budget", "maxMinutes"], times: 60, name: "minutes" },
  { words: /[$]|\b(?:dollars?|usd)\b/u, path: ["budget", "maxCostMicroUsd"], times: 1_000_000, name: "micro-USD" },
  { words: /\bcents?\b/u, path: ["budget", "maxCostMicroUsd"], times: 10_000, name: "micro-USD" },
  { words: /\bturns?\b/u, path: ["maxTurns"], kinds: ["agent"], name: "turns" },
  { words: /\b(?:concurren\w*|at once|at a time|in parallel|parallel)\b/u, path: ["concurrency"], kinds: ["map"], name: "at once" },
  { words: /\b(?:fan[- ]?out|items?)\b/u, path: ["maxItems"], kinds: ["map"], name: "items" },
  { words: /\b(?:iterations?|rounds?|passes|loops?)\b/u, path: ["maxIterations"], kinds: ["loop"], name: "rounds" },
  { words: /\bvotes?\b/u, path: ["votes"], kinds: ["verify"], name: "votes" },
  { words: /\b(?:attempts?|tries|retries)\b/u, path: ["retry", "maxAttempts"], name: "attempts" },
];

const numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const number = new RegExp(String.raw`(?<![\p{L}\p{N}.-])[$]?(\d[\d,]*(?:\.\d+)?)\s?(k|m)?(?![\p{L}\p{N}])|\b(${numbers.slice(1).join("|")})\b`, "gu");

/** "Lower the budget to 5000 tokens", "raise fan-out to 10", "at most 8 turns", "by 2,000 tokens more". */
export function readLimit(one: RemarkClause): ClauseReading {
  const { clause, graph } = one;
  const found = [...clause.matchAll(number)].map(valueOf);
  if (found.length === 0 || !/\b(?:budget|limit\w*|lower|raise|reduce|increase|cut|set|make|allow|give|most|maximum|max|up to|only|fewer|more|needs?|should|must|to)\b/u.test(clause)) return null;
  const unit = units.find(({ words }) => words.test(clause));
  if (unit === undefined) return /\b(?:budget|limit)\b/u.test(clause) ? { unread: "It doesn’t say of what: tokens, minutes, dollars, turns, items." } : null;
  if (found.length > 1) return { unread: "It names several numbers." };
  const node = limited(subjectOf(one), unit, graph);
  if (node === null) return subjectOf(one) === null ? noSubject : { unread: `“${subjectOf(one)?.title ?? ""}” is a step that has no limit of ${unit.name}.` };
  const wanted = Math.round((found[0] ?? 0) * (unit.times ?? 1) * 1_000) / 1_000;
  const by = /\bby\s+[$]?\d/u.test(clause) ? (/\b(?:lower|reduce|cut|less|fewer|decrease)\b/u.test(clause) ? -1 : 1) : 0;
  const now = valueAt(node, unit.path);
  if (by !== 0 && now === null) return { unread: `“${node.title}” has no limit of ${unit.name} yet that could be changed by so much.` };
  const value = by === 0 ? wanted : (now ?? 0) + by * wanted;
  return { ops: setting(node, unit.path, value), why: `Sets the limit of “${node.title}” to ${value.toLocaleString("en")} ${unit.name}.` };
}

function valueOf([, digits, scale, word]: RegExpMatchArray): number {
  if (word !== undefined) return numbers.indexOf(word);
  return Number((digits ?? "").replaceAll(",", "")) * (scale === "k" ? 1_000 : scale === "m" ? 1_000_000 : 1);
}

/** The node itself, the container it is in, or the only one of its kind where the plan as a whole is meant. */
function limited(subject: Node | null, { kinds }: Unit, { nodes }: Graph): Node | null {
  if (kinds === undefined) return subject;
  for (let node: Node | undefined = subject ?? undefined; node !== undefined; ) {
    if (kinds.includes(node.kind)) return node;
    const { parent }: Node = node;
    node = nodes.find(({ id }) => id === parent);
  }
  const [only, ...others] = nodes.filter(({ kind }) => kinds.includes(kind));
  return subject === null && only !== undefined && others.length === 0 ? only : null;
}

function valueAt(node: Node, path: readonly string[]): number | null {
  let value: unknown = node;
  for (const name of path) value = typeof value === "object" && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined;
  return typeof value === "number" ? value : null;
}
