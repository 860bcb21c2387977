import { namedNodes, noSubject, setting, targetNode, type ClauseReading, type RemarkClause } from "./remark-subject.ts";

/** "Cover requirement R3", "it no longer covers R1". */
export function readRequirement(one: RemarkClause): ClauseReading {
  const { clause, brief, target } = one;
  if (!/\b(?:covers?|covering|answers?|addresses|address|responsible)\b/u.test(clause)) return null;
  const words = new Set(clause.split(/[^\p{L}\p{N}-]+/u));
  const named = brief.requirements.filter(({ id }) => words.has(id.toLowerCase()) || (target.type === "requirement" && target.id === id));
  if (named.length === 0) return /\brequirements?\b/u.test(clause) ? { unread: `The brief has no such requirement; there are ${brief.requirements.map(({ id }) => id.toUpperCase()).join(", ") || "none"}.` } : null;
  const [node = targetNode(one)] = namedNodes(one);
  if (node === null) return noSubject;
  const isLeaving = /\b(?:not|no\s+longer|stop|never|n['’]t)\b|n['’]t\b/u.test(clause);
  const ids = named.map(({ id }) => id);
  const covers = isLeaving ? node.covers.filter((id) => !ids.includes(id)) : [...new Set([...node.covers, ...ids])].toSorted();
  return { ops: setting(node, ["covers"], covers), why: `“${node.title}” ${isLeaving ? "no longer covers" : "covers"} ${ids.map((id) => id.toUpperCase()).join(", ")}.` };
}
