import { findRange } from "../../../../core/annotation/text-range.ts";
import type { Node } from "../../../../core/workflow/node.ts";
import { givenWords } from "./remark-sentence.ts";
import { noSubject, setting, subjectOf, targetNode, type ClauseReading, type RemarkClause } from "./remark-subject.ts";

const proseFields = [
  { words: "instructions?|prompt", fields: ["instructions"] },
  { words: "criteria|criterion", fields: ["criteria"] },
  { words: "rationale", fields: ["rationale"] },
  { words: "done[- ]when|completion criterion", fields: ["doneWhen"] },
  { words: "asks?|question to the person", fields: ["asks"] },
] as const;

const saying = "(?:also\\s+|only\\s+)?(?:say|state|mention|include|contain|read|ask(?:\\s+for)?|require|tell\\s+it)(?:\\s+that)?";

/** "Rename to …", "the title should be …"; of the plan as well. */
export function readTitle(one: RemarkClause): ClauseReading {
  const { plain, quotes, target } = one;
  const after = /\b(?:rename|retitle)\b(?:[^«]*?\b(?:to|as|into)\b|(?=\s*«))(.+)$/iu.exec(plain) ?? /\b(?:title|name)\b[^«]*?\b(?:to|be|say|read)\b(.+)$/iu.exec(plain) ?? /\bcall\s+(?:this|it)\b(?:\s+(?:step|node|plan))?(.+)$/iu.exec(plain);
  const given = after === null ? null : givenWords(after[1]?.replace(/[.!\s]+$/u, "") ?? "", quotes);
  if (given === null) return null;
  const isPlan = /\bplan\b/iu.test(plain.slice(0, plain.indexOf(after?.[1] ?? ""))) || (target.type === "plan" && subjectOf({ ...one, quotes: [] }) === null);
  if (isPlan) return { ops: [{ op: "plan-update", changes: [{ path: ["title"], value: given.words }] }], why: `Names the plan “${given.words}”.` };
  // Of the quotes, the last one is the new name: only what stands before it can say whose.
  const before = plain.slice(0, plain.length - (after?.[1]?.length ?? 0));
  const node = subjectOf({ ...one, clause: before.toLowerCase() });
  return node === null ? noSubject : { ops: setting(node, ["title"], given.words), why: `Names “${node.title}” anew: “${given.words}”.` };
}

/** "Instructions should say …", "add … to the criteria", "replace the instructions with …". */
export function readProse(one: RemarkClause): ClauseReading {
  const { plain, quotes } = one;
  for (const { words, fields } of proseFields) {
    const rewritten = new RegExp(String.raw`\b(?:set|change|replace|rewrite)\b[^«]*?\b(?:${words})\b[^«]*?\b(?:to|with|by|as)\b(.+)$`, "iu").exec(plain);
    const added = new RegExp(String.raw`\b(?:${words})\b[^«]*?\b(?:should|must|needs? to|has to|have to|shall)\b\s+${saying}\b(.+)$`, "iu").exec(plain) ?? new RegExp(String.raw`\b(?:add|append|write|put|include)\b(.+?)\b(?:to|in|into)\b\s+(?:the\s+|its\s+)?(?:${words})\b`, "iu").exec(plain);
    const given = givenWords((rewritten ?? added)?.[1] ?? "", quotes);
    if (given === null) continue;
    const node = subjectOf({ ...one, quotes: quotes.filter((quote) => quote !== given.words) });
    if (node === null) return noSubject;
    const field = fields.find((name) => name in node);
    if (field === undefined) return { unread: `“${node.title}” is a step that has no ${fields[0]}.` };
    const now = textAt(node, field);
    const isWhole = rewritten !== null || now.trim() === "" || /\bonly\s+(?:say|state|read)\b/iu.test(plain);
    const sentence = given.isQuoted ? given.words : asSentence(given.words);
    return { ops: setting(node, [field], isWhole ? sentence : `${now.trimEnd()}${now.includes("\n") ? "\n" : " "}${sentence}`), why: `${isWhole ? "Writes" : "Adds to"} the ${field} of “${node.title}”${isWhole ? " anew" : ""}.` };
  }
  return null;
}

/** At words of a text: "should say …", "replace with …", "remove this". */
export function readRange(one: RemarkClause): ClauseReading {
  const { plain, quotes, target } = one;
  const node = targetNode(one);
  if (target.type !== "text" || node === null) return null;
  const text = textAt(node, target.field);
  const span = findRange(text, target.range);
  const replaced = /\b(?:should|must)\s+(?:rather\s+|instead\s+)?(?:say|read|be)\b(.+)$|\b(?:replace|change)\b[^«]*?\b(?:with|by|to)\b(.+)$|^(?:please\s+)?(?:better|rather|say)\s*:?(.+)$/iu.exec(plain);
  const isRemoval = /^(?:please\s+)?(?:remove|delete|drop|cut)(?:\s+(?:this|these|it|that|the|words?|sentence|part|phrase|again|please))*[.!\s]*$/iu.test(plain);
  const given = givenWords((replaced?.slice(1).find((part) => part !== undefined) ?? "").replace(/\binstead[.!\s]*$/iu, "").replace(/(?<![.])[.!\s]+$/u, ""), quotes);
  if (given === null && !isRemoval) return null;
  if (span === null) return { unread: "The words it is about were changed since." };
  const words = isRemoval ? "" : (given?.words ?? "");
  const changed = (text.slice(0, span.start) + words + text.slice(span.end)).replaceAll(/ {2,}/gu, " ").replaceAll(/ +(?=[.,;:!?])/gu, "").trim();
  return { ops: setting(node, [target.field], changed), why: isRemoval ? `Takes these words out of “${node.title}”.` : `Puts “${words}” in their place.` };
}

function textAt(node: Node, field: string): string {
  const value = new Map<string, unknown>(Object.entries(node)).get(field);
  return typeof value === "string" ? value : "";
}

function asSentence(words: string): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
