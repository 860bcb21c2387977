import { readComparison } from "../question/read-comparison.ts";
import { withoutPoliteness } from "../question/politeness.ts";
import { stemsOf } from "../question/stem.ts";
import type { QuotableUnit } from "./quotable-unit.ts";

const asked = /^(?:what(?:['’]s|\s+(?:is|are))|explain|define)\s+(?:(?:an?|the)\s+)?(.+?)[\s?.!]*$/i;
const doesWhat = /^what\s+do(?:es)?\s+(?:(?:an?|the)\s+)?(.+?)\s+(?:do|mean|stand for)[\s?.!]*$/i;
/** A name holds none of them; what does asks more than what something is. */
const relation = /\b(?:about|after|and|at|between|by|default|difference|for|from|if|in|limit|maximum|minimum|of|on|or|that|to|when|which|with)\b/i;
const longestName = 4;

const verb = String.raw`allows?|combines?|controls?|creates?|defines?|describes?|enables?|ensures?|gives?|handles?|helps?|lets?|makes?|means?|provides?|refers? to|represents?|returns?|generates?|streams?|turns?`;
const isWhat = String.raw`(?:is|are)\s+(?!(?:also|always|built|given|known|made|never|no|not|now|only|run|sent|set|shown|still|then|written|\w+ed|\w+ing)\b)`;
const telling = new RegExp(String.raw`^(?:${verb}|${isWhat})\b`, "i");

/** Names of which it is asked what they are: "What are tides?", or what one is beside another. */
function namesAsked(question: string): string[][] {
  const text = withoutPoliteness(question.replaceAll(/\s+/g, " ").trim());
  const name = (doesWhat.exec(text) ?? asked.exec(text))?.[1] ?? "";
  const names = relation.test(name) ? (readComparison(text)?.sides ?? []) : [name];
  return names.map((one) => stemsOf(one)).filter((stems) => stems.length > 0 && stems.length <= longestName);
}

/** Whether a sentence tells what something is that is asked for: its name, a word before it at most, and a verb that tells. */
export function definitionCheck(question: string): (unit: Pick<QuotableUnit, "kind" | "text">) => boolean {
  const names = namesAsked(question);
  return ({ kind, text }) => names.some((name) => tellsOf(text, name) || (kind !== "sentence" && isCalled(text.split(": ", 1).join(""), name)));
}

function tellsOf(text: string, name: readonly string[]): boolean {
  const words = text.replaceAll(/\([^)]*\)\s*|[`*"“”]/g, "").replace(/^(?:an?|the)\s+/i, "").split(" ");
  return [0, 1].some((before) => isCalled(words.slice(before, before + name.length).join(" "), name) && telling.test(words.slice(before + name.length).join(" ")));
}

function isCalled(text: string, name: readonly string[]): boolean {
  return stemsOf(text).join(" ") === name.join(" ");
}
