import type { Brief } from "../brief/brief.ts";
import type { Node } from "../workflow/node.ts";
import { isUnknown } from "../workflow/unknown-value.ts";
import type { GraphView } from "./graph-view.ts";
import { proseOf } from "./prose/node-prose.ts";
import { rememberPerNode } from "./prose/remember.ts";
import { receivesRequirement } from "./receives.ts";
import type { Surroundings } from "./surroundings.ts";

const bytesPerToken = 4;
/** What one step hands on, in tokens: a dozen claims with their quotes. */
const tokensPerResult = 700;

/** One thing that a step's model will be given before it begins, and about how many tokens that is. */
export type ContextPart =
  | { what: "told"; text: string; tokens: number }
  | { what: "question"; text: string; tokens: number }
  | { what: "requirement"; id: string; text: string; tokens: number }
  /** What a step before hands on is not known yet; `from` is that step. */
  | { what: "input"; as: string; from: string; tokens: number };

/** A node whose work is a model's. */
export type ModelNode = Extract<Node, { kind: "agent" | "verify" | "synthesize" }>;

/** What a step will be given, as its plan says: what it is told, of the brief, and of the steps before it. */
export function projectedContext(node: ModelNode, { view, brief }: { view: GraphView; brief: Brief | null }): ContextPart[] {
  const context = node.kind === "agent" && !isUnknown(node.context) ? node.context : null;
  const parts: ContextPart[] = [{ what: "told", text: proseOf(node).text, tokens: toldTokens(node) }];
  if (brief !== null) {
    if (context?.question !== false) parts.push({ what: "question", text: brief.question, tokens: tokensOf(brief.question) });
    for (const { id, text } of brief.requirements) {
      if (receivesRequirement(node, id) !== false) parts.push({ what: "requirement", id, text, tokens: tokensOf(text) });
    }
  }
  const inputs = context?.inputs ?? "all";
  for (const { as, from, kind } of view.incoming(node.id)) {
    if (kind !== "data" || (inputs !== "all" && !inputs.includes(as))) continue;
    parts.push({ what: "input", as, from, tokens: resultTokens(view.node(from), view) });
  }
  return parts;
}

/** How many tokens a step takes in at most: as its plan declares, and as its model and the policy allow. */
export function contextLimit(node: ModelNode, { policy, windowOf }: Pick<Surroundings, "policy" | "windowOf">): { declared: number | undefined; window: number } {
  const served = isUnknown(node.role) ? null : windowOf(node.role);
  return {
    declared: node.kind === "agent" && !isUnknown(node.context) ? node.context.maxTokens : undefined,
    window: Math.min(policy.ceilings.maxContextTokens, served ?? Infinity),
  };
}

/** What a step hands on: a map as many results as it may have items, a loop its last pass's, others one. */
function resultTokens(source: Node | undefined, view: GraphView): number {
  if (source === undefined) return 0;
  let results = 1;
  for (let node: Node | undefined = source; node !== undefined && (node.kind === "map" || node.kind === "loop"); ) {
    if (node.kind === "map" && typeof node.maxItems === "number") results *= node.maxItems;
    const inside: readonly Node[] = view.children(node.id);
    node = inside.find(({ kind }) => kind === "map" || kind === "loop");
  }
  const limit = source.budget?.maxTokens;
  return Math.ceil(results * (limit === undefined ? tokensPerResult : Math.min(tokensPerResult, limit / 2)));
}

const toldTokens = rememberPerNode((node) => tokensOf(proseOf(node).text));

/** One token for every four UTF-8 bytes begun, as the offline model counts; a language model's own count is near it. */
function tokensOf(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
  }
  return Math.ceil(bytes / bytesPerToken);
}
