import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import { setField } from "../fix.ts";
import type { Fix } from "../finding.ts";
import type { GraphView } from "../graph-view.ts";
import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { receivesRequirement } from "../receives.ts";
import { found, onNode, unknownIn, type Examined, type Rule, type RuleFinding } from "../rule.ts";

const bytesPerToken = 4;
/** What one step hands on, in tokens: a dozen claims with their quotes. */
const tokensPerResult = 700;

/** Two hundred results poured into one context: what doesn't fit is cut, and nobody sees what it was. */
export const contextOverflow: Rule = {
  id: "context/overflow",
  severity: "error",
  reads: "structure",
  why: "More is handed to this step than it can take in; what doesn't fit is left out before it begins.",
  examine: (examined) =>
    found(
      examined.graph.nodes.flatMap((node) => findingOf(node, examined) ?? []),
      unknownIn(examined.graph.nodes, "the context", (node) => (node.kind === "agent" ? node.context : undefined)),
    ),
};

function findingOf(node: Node, examined: Examined): RuleFinding | null {
  if (node.kind !== "agent" && node.kind !== "verify" && node.kind !== "synthesize") return null;
  const { own, received } = projectedTokens(node, examined);
  const declared = node.kind === "agent" && !isUnknown(node.context) ? node.context.maxTokens : undefined;
  const served = isUnknown(node.role) ? null : examined.surroundings.windowOf(node.role);
  const window = Math.min(examined.surroundings.policy.ceilings.maxContextTokens, served ?? Infinity);
  const limit = Math.min(declared ?? window, window);
  const projected = own + received;
  if (projected <= limit) return null;
  const message = `"${node.title}" is handed about ${projected.toLocaleString("en")} tokens and takes in ${limit.toLocaleString("en")}.`;
  return onNode(node, message, declared !== undefined && projected <= window ? widened(node, projected) : []);
}

function widened(node: Node, projected: number): Fix[] {
  const enough = Math.ceil((projected * 1.25) / 1_000) * 1_000;
  return [setField(`Take in ${enough.toLocaleString("en")} tokens`, node.id, ["context", "maxTokens"], enough)];
}

/** What a step is told, and what others hand to it, in tokens. */
function projectedTokens(node: Node, { view, brief }: Examined): { own: number; received: number } {
  let own = toldTokens(node);
  if (brief !== null) {
    const context = node.kind === "agent" && !isUnknown(node.context) ? node.context : null;
    if (context?.question !== false) own += tokensOf(brief.question);
    for (const { id, text } of brief.requirements) if (receivesRequirement(node, id) !== false) own += tokensOf(text);
  }
  const inputs = node.kind === "agent" && !isUnknown(node.context) ? node.context.inputs : "all";
  const received = view
    .incoming(node.id)
    .filter(({ kind, as }) => kind === "data" && (inputs === "all" || inputs.includes(as)))
    .reduce((sum, { from }) => sum + resultTokens(view.node(from), view), 0);
  return { own, received };
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
