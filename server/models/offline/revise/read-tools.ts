import type { Node } from "../../../../core/workflow/node.ts";
import { noSubject, setting, subjectOf, type ClauseReading, type RemarkClause } from "./remark-subject.ts";
import { unmasked } from "./remark-sentence.ts";

const taking = /\b(?:remove|drop|without|take\s+away|revoke|no\s+longer|not|never|shouldn['’]?t|mustn['’]?t|don['’]?t|stop)\b/u;
const giving = /\b(?:give|add|use|uses|allow|grant|needs?|have|has|with|let|may|can|get)\b/u;

/** "Give this node the tool X", "it should not use X"; the same for collections. */
export function readTools(one: RemarkClause): ClauseReading {
  const { clause, quotes, graph, tools, collections } = one;
  const text = unmasked(clause, quotes).toLowerCase();
  const used = graph.nodes.flatMap((node) => ("tools" in node && Array.isArray(node.tools) ? node.tools : []));
  const tool = namedIn(text, [...new Set([...tools, ...used])]);
  const collection = /\b(?:collections?|sources?|documents?)\b/u.test(text) ? namedIn(text, collections) : null;
  const isTaking = taking.test(clause);
  if (tool === null && collection === null) {
    if (!/\btools?\b/u.test(clause) || !(isTaking || giving.test(clause))) return null;
    return { unread: tools.length === 0 ? "The brief grants no tool." : `No tool of that name is granted; there are ${tools.join(", ")}.` };
  }
  if (!isTaking && !giving.test(clause)) return null;
  const node = subjectOf(one);
  if (node === null) return noSubject;
  const change = tool === null ? sourcesOf(node, collection ?? "", isTaking) : toolsOf(node, tool, isTaking);
  if (change === null) return { unread: `“${node.title}” is a step that has no ${tool === null ? "sources" : "tools"}.` };
  const verb = isTaking ? "Takes" : "Gives";
  return { ops: setting(node, change.path, change.value), why: `${verb} ${isTaking ? "from" : "to"} “${node.title}” ${tool === null ? "the collection" : "the tool"} ${tool ?? collection ?? ""}.` };
}

function toolsOf(node: Node, tool: string, isTaking: boolean) {
  if (node.kind === "tool") return isTaking ? null : { path: ["tool"], value: tool };
  if (!("tools" in node)) return null;
  return { path: ["tools"], value: changed(Array.isArray(node.tools) ? node.tools : [], tool, isTaking) };
}

function sourcesOf(node: Node, collection: string, isTaking: boolean) {
  if (node.kind !== "agent" || "unknown" in node.context) return null;
  return { path: ["context", "sources"], value: changed(node.context.sources, collection, isTaking) };
}

function changed(list: readonly string[], name: string, isTaking: boolean): string[] {
  return isTaking ? list.filter((one) => one !== name) : [...new Set([...list, name])].toSorted();
}

/** The longest of these names that stands in a text, as it is or with its parts as words. */
function namedIn(text: string, names: readonly string[]): string | null {
  const words = ` ${text.replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
  const found = names.filter((name) => name.length > 1 && words.includes(` ${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()} `));
  return found.toSorted((one, other) => other.length - one.length)[0] ?? null;
}
