import type { Brief, Requirement } from "../../brief/brief.ts";
import { settledValue } from "../../workflow/expression.ts";
import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import type { Fix } from "../finding.ts";
import { fix, setField } from "../fix.ts";
import { toolsOf } from "../node-tools.ts";
import { receivesRequirement } from "../receives.ts";
import { found, onNode, reasonsTogether, unknownIn, withBrief, type Examined, type Rule, type RuleFinding } from "../rule.ts";

/** Twenty names go in, nineteen come out, and every step is green. */
export const itemUnread: Rule = {
  id: "coverage/item-unread",
  severity: "error",
  reads: "structure",
  why: "Something that was handed over to be looked at is given to nobody, and the result won't say so.",
  examine: (examined) =>
    withBrief(examined, (brief) =>
      found(
        [...unheardItems(brief, examined), ...shortMaps(brief, examined), ...shortLists(brief, examined), ...missingCollections(brief, examined), ...unreadCollections(brief, examined)],
        reasonsTogether(
          unknownIn(examined.graph.nodes, "the context", (node) => (node.kind === "agent" ? node.context : undefined)),
          examined.surroundings.collections === null && brief.scope.collections.length > 0 ? "which collections there are is not known" : null,
        ),
      ),
    ),
};

/** Items that steps cover by name only: no declared context brings them to anybody. */
function unheardItems({ requirements }: Brief, { graph }: Examined): RuleFinding[] {
  const items = requirements.filter(({ kind }) => kind === "item");
  return items
    .filter(({ id }) => {
      const covering = graph.nodes.filter(({ covers }) => covers.includes(id));
      const told = graph.nodes.map((node) => receivesRequirement(node, id)).filter((isTold) => isTold !== null);
      return covering.length > 0 && told.length > 0 && !told.includes(true);
    })
    .map(({ id, text }) => ({ target: { type: "requirement", id }, message: `No step is given the item ${id.toUpperCase()}, "${text}".` }));
}

/** A map that is there for more items than it takes. */
function shortMaps({ requirements }: Brief, { graph }: Examined): RuleFinding[] {
  const items = new Set(requirements.filter(({ kind }) => kind === "item").map(({ id }) => id));
  return graph.nodes.flatMap((node) => {
    const count = node.covers.filter((id) => items.has(id)).length;
    if (node.kind !== "map" || typeof node.maxItems !== "number" || node.maxItems >= count) return [];
    return [onNode(node, `"${node.title}" covers ${count} items and takes at most ${node.maxItems}.`, [setField(`Take ${count} items`, node.id, ["maxItems"], count)])];
  });
}

/** A list that is written down item by item, and lacks some of those that the body is there for. */
function shortLists({ requirements }: Brief, { graph, view }: Examined): RuleFinding[] {
  const items = requirements.filter(({ kind }) => kind === "item");
  return graph.nodes.flatMap((node): RuleFinding[] => {
    if (node.kind !== "map" || typeof node.items !== "string" || items.length === 0) return [];
    const list = settledValue(node.items);
    if (!Array.isArray(list)) return [];
    const listed = list.map((one) => (typeof one === "string" ? one : JSON.stringify(one)).toLowerCase());
    const isListed = ({ id, text }: Requirement) => listed.some((one) => one === id || one.includes(text.toLowerCase()) || (one !== "" && text.toLowerCase().includes(one)));
    const covered = new Set([node, ...view.children(node.id)].flatMap(({ covers }) => covers));
    const meant = items.filter(({ id }) => covered.has(id));
    const missing = meant.filter((item) => !isListed(item));
    // A list of other things than the items' names says nothing of them.
    if (missing.length === 0 || missing.length === meant.length) return [];
    return [onNode(node, `The list of "${node.title}" lacks ${missing.map(({ text }) => `"${text}"`).join(", ")}, which it covers.`)];
  });
}

/** Collections that the brief opens and that were removed, renamed or never made: a search in them finds nothing, and says no more. */
function missingCollections({ scope }: Brief, { surroundings: { collections } }: Examined): RuleFinding[] {
  return scope.collections
    .filter((name) => collections?.has(name) === false)
    .map((name) => ({ target: { type: "plan" }, message: `Nobody can read "${name}", which the brief opens: there is no collection of this name. Make one, or change the brief.` }));
}

/** Collections that the brief opens and no step says that it reads: a grant is no order, so it is a warning. */
function unreadCollections({ scope }: Brief, { graph, surroundings }: Examined): RuleFinding[] {
  const readers = graph.nodes.filter((node) => node.kind === "agent");
  const contexts = readers.flatMap(({ context }) => ("sources" in context ? [context.sources] : []));
  if (contexts.length === 0 || contexts.length < readers.length || graph.nodes.some(mayReadUnseen)) return [];
  const said = graph.nodes.map((node) => (node.kind === "tool" ? JSON.stringify(node.arguments) : node.kind === "code" ? JSON.stringify(node.source) : "")).join("\n");
  const there = scope.collections.filter((name) => surroundings.collections?.has(name) !== false);
  const unread = there.filter((name) => !contexts.some((sources) => sources.includes(name)) && !said.includes(JSON.stringify(name).slice(1, -1)));
  if (unread.length === 0) return [];
  const shown = unread.slice(0, 3).map((name) => `"${name}"`).join(", ");
  const more = unread.length > 3 ? ` and ${unread.length - 3} more collections` : "";
  const isDeclared = contexts.some((sources) => sources.length > 0);
  return [{ target: { type: "plan" }, severity: "warning", message: `${isDeclared ? "Nobody reads" : "No step declares that it reads"} ${shown}${more}, which the brief opens.`, fixes: isDeclared ? [] : declared(readers, scope) }];
}

/** Without a declaration a worker with a tool for sources reads all that the brief opens: here it says so. */
function declared(readers: readonly Node[], { collections }: Brief["scope"]): Fix[] {
  const searching = readers.filter((node) => toolsOf(node).some((tool) => /source/i.test(tool)));
  return searching.length === 0 ? [] : [fix("Declare it for all who read sources", searching.map(({ id }) => ({ op: "node-update", id, changes: [{ path: ["context", "sources"], value: collections }] })))];
}

/** Steps that read what they don't declare: of others' workflows, and tools and programs that name no collection. */
function mayReadUnseen(node: Node): boolean {
  if (node.kind === "opaque" || node.kind === "subworkflow") return true;
  if (node.kind === "code") return typeof node.source !== "string" || toolsOf(node).length > 0;
  return node.kind === "tool" && isUnknown(node.arguments);
}
