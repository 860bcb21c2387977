import type { JsonValue } from "../../../../core/workflow/json-value.ts";
import { cleanLine } from "../question/words.ts";
import type { Aspect } from "./aspect.ts";
import { rankUnits } from "./rank-units.ts";
import type { FoundUnit, Knowledge } from "./search-knowledge.ts";

const usualItems = 12;
const mostNameLength = 80;
const mostWordsOfName = 6;

/** "… each setting: one, two and three" names its items itself. */
const enumeration = /:\s*([^:.?!]+(?:[,;]\s*[^:.?!]+)+?(?:,?\s+(?:and|or)\s+[^:,.?!]+)?)\s*(?:[.?!]|$)/;

type Item = { name: string; sourceId?: string };

/** What is to be gone through one by one: the names that were asked about, else those that the documents give, else the one thing asked. */
export function listItems(knowledge: Knowledge, aspects: readonly Aspect[], { question, atMost }: { question: string; atMost: number | null }): { items: JsonValue[] } {
  const named = namesListedIn([...aspects.map(({ text }) => text), question]).map((name): Item => ({ name }));
  const found = named.length > 1 ? named : aspects.flatMap((aspect) => documentItems(rankUnits(knowledge, aspect).ranked.map(({ unit }) => unit)));
  const items = found.length > 0 ? found : aspects.slice(0, 1).map(({ text }) => ({ name: cleanLine(text, mostNameLength) }));
  const distinct = new Map(items.map((item) => [item.name.toLowerCase(), item]));
  return { items: [...distinct.values()].slice(0, Math.min(atMost ?? usualItems, usualItems)).map((item) => ({ ...item })) };
}

/** The first text's list of names. */
function namesListedIn(texts: readonly string[]): string[] {
  for (const text of texts) {
    const list = enumeration.exec(text)?.[1];
    if (list === undefined) continue;
    const names = list.split(/\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/).map((name) => cleanLine(name, mostNameLength));
    if (names.length > 1 && names.every((name) => name !== "" && name.split(" ").length <= mostWordsOfName)) return names;
  }
  return [];
}

/** A sentence of the best passages that lists them, else the leads of items, rows and properties where the best one stands. */
function documentItems(units: readonly FoundUnit[]): Item[] {
  for (const { text, sourceId } of units.slice(0, 5)) {
    const names = namesListedIn([text]);
    if (names.length > 2) return names.map((name) => ({ name, sourceId }));
  }
  const leads = units.flatMap(({ kind, text, sourceId, headings }) => {
    const lead = kind === "sentence" ? undefined : /^(.{2,60}?)(?::|\s[-–—]\s)/.exec(text)?.[1];
    return lead === undefined ? [] : [{ name: cleanLine(lead, mostNameLength), sourceId, place: `${sourceId} ${headings.join(" ")}` }];
  });
  const near = leads.filter(({ place, name }) => place === leads[0]?.place && name !== "");
  return near.length > 1 ? near.map(({ name, sourceId }) => ({ name, sourceId })) : [];
}
