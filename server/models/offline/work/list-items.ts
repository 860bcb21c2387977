import type { JsonValue } from "../../../../core/workflow/json-value.ts";
import { cleanLine } from "../question/words.ts";
import { focusOf, type Aspect } from "./aspect.ts";
import { rankUnits } from "./rank-units.ts";
import type { Knowledge } from "./search-knowledge.ts";

const usualItems = 12;
const mostNameLength = 80;

/** "… each setting: one, two and three" names its items itself. */
const enumeration = /:\s*([^:.?!]+(?:,\s*[^:.?!]+)+?(?:,?\s+(?:and|or)\s+[^:,.?!]+)?)\s*(?:[.?!]|$)/;

type Item = { name: string; sourceId?: string };

/** What is to be gone through one by one: the names that were asked about, else those that the documents give. */
export function listItems(knowledge: Knowledge, aspects: readonly Aspect[], { question, atMost }: { question: string; atMost: number | null }): { items: JsonValue[] } {
  const named = namedItems([...aspects.map(({ text }) => text), question]);
  const items = named.length > 1 ? named : documentItems(knowledge, aspects);
  const distinct = new Map(items.map((item) => [item.name.toLowerCase(), item]));
  return { items: [...distinct.values()].slice(0, Math.min(atMost ?? usualItems, usualItems)).map((item) => ({ ...item })) };
}

function namedItems(texts: readonly string[]): Item[] {
  for (const text of texts) {
    const list = enumeration.exec(text)?.[1];
    if (list === undefined) continue;
    const names = list.split(/\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/).map((name) => cleanLine(name, mostNameLength));
    if (names.length > 1 && names.every((name) => name !== "" && name.split(" ").length <= 6)) return names.map((name) => ({ name }));
  }
  return [];
}

/** Properties, leads of list items, and headings below a heading or title that bears the words of what is listed. */
function documentItems(knowledge: Knowledge, aspects: readonly Aspect[]): Item[] {
  const items: Item[] = [];
  for (const aspect of aspects) {
    for (const { unit } of rankUnits(knowledge, aspect)) {
      const lead = unit.kind === "sentence" ? null : (/^(.{2,60}?)(?::|\s[-–—]\s)/.exec(unit.text)?.[1] ?? null);
      if (lead !== null) items.push({ name: cleanLine(lead, mostNameLength), sourceId: unit.sourceId });
    }
    const wanted = aspect.focus;
    for (const { headings, title, sourceId } of knowledge.units) {
      const last = headings.at(-1);
      const above = new Set(focusOf([title, ...headings.slice(0, -1)].join(" ")));
      if (last === undefined || headings.length < 2 || wanted.length === 0 || !wanted.every((one) => above.has(one))) continue;
      items.push({ name: cleanLine(last, mostNameLength), sourceId });
    }
  }
  return items.filter(({ name }) => name !== "");
}
