import { z } from "zod";
import { headingSeparator } from "../../../../core/planning/found-passage.ts";
import { formatOf } from "../../../../core/sources/source-format.ts";
import { specificity } from "../question/specificity.ts";
import { stem } from "../question/stem.ts";
import { shortFormsIn } from "./short-forms.ts";
import { quotableUnits, type QuotableUnit } from "./quotable-unit.ts";

/** What can be quoted, and where it stands. */
export interface FoundUnit extends QuotableUnit {
  sourceId: string;
  title: string;
  path: string;
}

interface FoundPassage {
  sourceId: string;
  title: string;
  path: string;
  heading: string;
  start: number;
  end: number;
  text: string;
}

/** What a worker's searches and readings brought. */
export interface Knowledge {
  units: FoundUnit[];
  /** Passages as searches found them, each once. */
  passages: FoundPassage[];
  queries: string[];
  /** Ids of sources that were read on. */
  read: ReadonlySet<string>;
  /** What short forms stand for: stems by the stem of the short form. */
  shortForms: ReadonlyMap<string, readonly string[]>;
  /** How rare a word is in the documents: 0 for one that stands everywhere; words nobody counted are neither. */
  rarity(stem: string): number;
  /** How high searches ranked the passage that a unit stands in: a tenth for the first of one, more for several; 0 for none. */
  rankOf(unit: FoundUnit): number;
  /** Ids of the sources that searches found, those that stand highest in most first. */
  sourcesFound: readonly string[];
  /** How high searches ranked the passages of a source, likewise. */
  sourceRankOf(sourceId: string): number;
  /** Whether a word was counted and is in no passage. */
  isUnknown(stem: string): boolean;
  /** Whether what was found says words one behind the other, with whatever stands between them as a hyphen or a space. */
  holds(words: string): boolean;
}

const passageSchema = z.object({
  sourceId: z.string(),
  title: z.string(),
  path: z.string(),
  heading: z.string(),
  start: z.number(),
  end: z.number(),
  text: z.string(),
});
const searchSchema = z.object({
  passages: z.array(passageSchema),
  counted: z.object({ passages: z.number(), words: z.array(z.object({ word: z.string(), passages: z.number() })) }).optional(),
});
const readSchema = z.object({ sourceId: z.string(), title: z.string(), path: z.string(), start: z.number(), text: z.string() });
type ReadPage = z.infer<typeof readSchema>;
const querySchema = z.object({ query: z.string() });

/** About as long is what a long document says first of itself. */
const mostOpening = 3_000;
/** Added to a place before it is inverted, so that being found by several searches counts (reciprocal rank fusion, Cormack et al. 2009). */
const rankDamping = 10;
/** Of a word that no search counted. */
const usualRarity = 3;
/** From here on a word tells what is meant. */
export const rare = 2;
/** However rare a word is, it doesn't outweigh all others. */
const mostRarity = 6;

/** Reads what tools answered, whatever they are called. */
export function readKnowledge(results: readonly { input: unknown; value: unknown }[]): Knowledge {
  const units = new Map<string, FoundUnit>();
  const passages = new Map<string, FoundPassage>();
  const countsByStem = new Map<string, number>();
  const ranks = new Map<FoundPassage, number>();
  const queries: string[] = [];
  const read = new Set<string>();
  let total = 0;
  const pages = joinedPages(results.flatMap(({ value }) => readSchema.safeParse(value).data ?? []));
  const readFarther = new Set(pages.filter(({ start }) => start > 0).map(({ sourceId }) => sourceId));
  const add = (unit: QuotableUnit, place: Pick<FoundUnit, "sourceId" | "title" | "path">) => {
    const key = `${place.sourceId} ${unit.start}`;
    const known = units.get(key);
    // What was read in one go knows what follows; a passage may end before that.
    if (known === undefined || (known.code === null && unit.code !== null) || known.end < unit.end) units.set(key, { ...unit, ...place });
  };
  for (const { input, value } of results) {
    const searched = searchSchema.safeParse(value).data;
    if (searched !== undefined) {
      const asked = querySchema.safeParse(input).data?.query;
      if (asked !== undefined) queries.push(asked);
      for (const [place, one] of searched.passages.entries()) {
        const { sourceId, title, path, heading, start, text } = one;
        const passage = passages.get(`${sourceId} ${start}`) ?? one;
        passages.set(`${sourceId} ${start}`, passage);
        ranks.set(passage, (ranks.get(passage) ?? 0) + 1 / (rankDamping + place));
        for (const unit of quotableUnits(text, { offset: start, headings: pathOf(heading), format: formatOf(path, text), title })) add(unit, { sourceId, title, path });
      }
      total = Math.max(total, searched.counted?.passages ?? 0);
      for (const { word, passages: count } of searched.counted?.words ?? []) countsByStem.set(stem(word), Math.max(count, countsByStem.get(stem(word)) ?? 0));
    }
  }
  for (const { sourceId, title, path, start, text } of pages) {
    read.add(sourceId);
    const around = [...passages.values()].find((passage) => passage.sourceId === sourceId && passage.start <= start && start < passage.end);
    const headings = start === 0 ? [] : pathOf(around?.heading ?? "");
    // Of a document that was read where it tells more, the beginning only says what it is about.
    const told = start === 0 && readFarther.has(sourceId) ? openingOf(text) : text;
    for (const unit of quotableUnits(told, { offset: start, headings, format: formatOf(path, text), title })) add(unit, { sourceId, title, path });
  }
  const sourceRanks = new Map<string, number>();
  for (const [{ sourceId }, rank] of ranks) sourceRanks.set(sourceId, (sourceRanks.get(sourceId) ?? 0) + rank);
  return {
    units: [...units.values()],
    sourcesFound: [...sourceRanks].toSorted(([, one], [, other]) => other - one).map(([sourceId]) => sourceId),
    sourceRankOf: (sourceId) => sourceRanks.get(sourceId) ?? 0,
    passages: [...passages.values()],
    queries,
    read,
    shortForms: shortFormsIn([...units.values()].map(({ text }) => text)),
    rarity(one) {
      const count = countsByStem.get(one);
      const rarity = count === undefined || total === 0 ? usualRarity : Math.min(mostRarity, Math.log(1 + total / Math.max(count, 0.5)));
      return rarity * specificity(one);
    },
    rankOf: ({ sourceId, start }) => Math.max(0, ...[...ranks].filter(([passage]) => passage.sourceId === sourceId && passage.start <= start && start < passage.end).map(([, rank]) => rank)),
    isUnknown: (one) => countsByStem.get(one) === 0,
    holds: (words) => [...passages.values(), ...pages].some(({ text }) => text.toLowerCase().replaceAll(/[\s-]+/g, " ").includes(words)),
  };
}

/** What was read of a document, with what was read right behind it. */
function joinedPages(read: readonly ReadPage[]): ReadPage[] {
  const goesOn = (page: ReadPage, before: ReadPage) => before.text !== "" && page.sourceId === before.sourceId && page.start === before.start + before.text.length;
  const whole = (page: ReadPage): ReadPage => {
    const next = read.find((one) => one.text !== "" && goesOn(one, page));
    return next === undefined ? page : whole({ ...page, text: page.text + next.text });
  };
  return read.filter((page) => !read.some((before) => goesOn(page, before))).map(whole);
}

/** The first paragraphs. */
function openingOf(text: string): string {
  const head = text.slice(0, mostOpening);
  return text.length <= mostOpening ? text : head.slice(0, Math.max(0, head.lastIndexOf("\n\n"), head.lastIndexOf("\n\r\n")));
}

function pathOf(heading: string): string[] {
  return heading === "" ? [] : heading.split(headingSeparator);
}
