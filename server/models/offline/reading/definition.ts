import { readComparison } from "../question/read-comparison.ts";
import { withoutPoliteness } from "../question/politeness.ts";
import { stemsOf } from "../question/stem.ts";
import type { Aspect } from "./aspect.ts";
import type { QuotableUnit } from "./quotable-unit.ts";

const asked = /^(?:what(?:['’]s|\s+(?:is|are))|explain|define)\s+(?:(?:an?|the)\s+)?(.+?)[\s?.!]*$/i;
const doesWhat = /^what\s+do(?:es)?\s+(?:(?:an?|the)\s+)?(.+?)\s+(?:do|mean|stand for)[\s?.!]*$/i;
/** A name holds none of them; what does asks more than what something is. */
const relation = /\b(?:about|after|and|at|between|by|default|difference|for|from|if|in|limit|maximum|minimum|of|on|or|that|to|when|which|with)\b/i;
const longestName = 4;

const verb = String.raw`allows?|combines?|controls?|creates?|defines?|describes?|enables?|ensures?|gives?|handles?|helps?|lets?|makes?|means?|provides?|refers? to|represents?|returns?|generates?|streams?|turns?`;
const isWhat = String.raw`(?:is|are)\s+(?!(?:also|always|built|given|known|made|never|no|not|now|only|run|sent|set|shown|still|then|written|\w+ed|\w+ing)\b)`;
/** "Lamp streams are" speaks of streams. */
const isNoun = String.raw`(?!\s+(?:are|can|has|have|is|was|were)\b)`;
const telling = new RegExp(String.raw`^(?:(?:${verb})\b${isNoun}|${isWhat}\b)`, "i");

/** Asks in no other regard how two things differ than in what they are. */
const comparesPlainly = /^(?:what(?:['’]s|\s+(?:is|are))\s+the\s+(?:basic\s+|key\s+|main\s+)?differences?\s+between\b|compare\b|how\s+(?:do|does|is|are)\b.*\bdiffer|\S+(?:\s+\S+){0,3}\s+(?:vs\.?|versus)\s)/i;

/** Names of which it is asked what they are: "What are tides?", or what each is beside the other, or one side of that. */
function namesAsked({ text, clause }: Pick<Aspect, "text" | "clause">): string[] {
  const [asking, whole] = [plain(text), plain(clause)];
  const name = (doesWhat.exec(asking) ?? asked.exec(asking))?.[1] ?? "";
  const sides = sidesAsked(clause);
  const names = [...(relation.test(name) ? [] : [name]), ...(asking === whole ? sides : sides.filter((side) => side === asking))];
  return names.filter((one) => stemsOf(one).length > 0 && one.split(" ").length <= longestName);
}

/** What is compared in no other regard than in what it is; empty where nothing is. */
export function sidesAsked(clause: string): string[] {
  const whole = plain(clause);
  const compared = comparesPlainly.test(whole) ? readComparison(whole) : null;
  return compared === null || compared.regard !== null ? [] : compared.sides;
}

function plain(text: string): string {
  return withoutPoliteness(text.replaceAll(/\s+/g, " ").trim());
}

type Given = Pick<QuotableUnit, "kind" | "text" | "headings" | "isFirst"> & { title: string };

/**
 * Whether a sentence tells what something is that is asked for: its name, a word before it at most, and a verb that tells;
 * where its page has the name, the first sentence needs the verb only.
 */
export function definitionCheck(aspect: Pick<Aspect, "text" | "clause">): (unit: Given) => boolean {
  const names = namesAsked(aspect);
  const begins = ({ isFirst, title, headings, text }: Given, name: string) => isFirst && [title, ...headings].every((one) => isCalled(one.replace(/\(\)$/, ""), name)) && telling.test(text);
  return (unit) => names.some((name) => begins(unit, name) || isDefinedIn(unit, name));
}

function isDefinedIn({ kind, text }: Pick<Given, "kind" | "text">, name: string): boolean {
  return tellsOf(text, name) || (kind !== "sentence" && text.includes(": ") && isCalled(text.split(": ", 1).join(""), name));
}

function tellsOf(text: string, name: string): boolean {
  const words = text.replaceAll(/\([^)]*\)\s*|[`*"“”]/g, "").replace(/^(?:an?|the)\s+/i, "").split(" ");
  const length = name.split(" ").length;
  return [0, 1].some((before) => isCalled(words.slice(before, before + length).join(" "), name) && telling.test(words.slice(before + length).join(" ")));
}

function isCalled(text: string, name: string): boolean {
  return stemsOf(text).join(" ") === stemsOf(name).join(" ");
}
