import type { Brief, Requirement } from "../../brief/brief.ts";
import { settledValue } from "../../workflow/expression.ts";
import { setField } from "../fix.ts";
import { receivesRequirement } from "../receives.ts";
import { found, onNode, unknownIn, withBrief, type Examined, type Rule, type RuleFinding } from "../rule.ts";

/** Twenty names go in, nineteen come out, and every step is green. */
export const itemUnread: Rule = {
  id: "coverage/item-unread",
  severity: "error",
  reads: "structure",
  why: "Something that was handed over to be looked at is given to nobody, and the result won't say so.",
  examine: (examined) =>
    withBrief(examined, (brief) =>
      found(
        [...unheardItems(brief, examined), ...shortMaps(brief, examined), ...shortLists(brief, examined), ...unreadCollections(brief, examined)],
        unknownIn(examined.graph.nodes, "the context", (node) => (node.kind === "agent" ? node.context : undefined)),
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

/** Collections that the brief opens and nobody may read: a grant is no order, so it is a warning. */
function unreadCollections({ scope }: Brief, { graph }: Examined): RuleFinding[] {
  const readers = graph.nodes.filter((node) => node.kind === "agent");
  const contexts = readers.flatMap(({ context }) => ("sources" in context ? [context.sources] : []));
  // Where nobody declares sources, or something else than an agent may read, who reads what can't be told.
  if (contexts.every((sources) => sources.length === 0) || contexts.length < readers.length || graph.nodes.some(({ kind }) => kind === "opaque" || kind === "subworkflow" || kind === "code")) return [];
  const said = JSON.stringify(graph.nodes.flatMap((node) => (node.kind === "tool" ? [node.arguments] : [])));
  const unread = scope.collections.filter((name) => !contexts.some((sources) => sources.includes(name)) && !said.includes(JSON.stringify(name).slice(1, -1)));
  if (unread.length === 0) return [];
  const shown = unread.slice(0, 3).map((name) => `"${name}"`).join(", ");
  return [{ target: { type: "plan" }, severity: "warning", message: `Nobody reads ${shown}${unread.length > 3 ? ` and ${unread.length - 3} more collections` : ""}, which the brief opens.` }];
}
