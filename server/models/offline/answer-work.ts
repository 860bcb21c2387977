import type { CandidateClaim } from "../../../core/evidence/claim.ts";
import { collectClaims } from "../../../core/evidence/collect-claims.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import type { RequestParts } from "./request-parts.ts";
import { toolResults, type Turn, type TurnContext } from "./turn.ts";
import { aspectsOf, focusOf, type Aspect } from "./reading/aspect.ts";
import { listItems } from "./reading/list-items.ts";
import { isCalledLike } from "./reading/called-like.ts";
import { guideFor } from "./reading/guide.ts";
import { guidePages } from "./reading/guide-pages.ts";
import { homePages } from "./reading/home-pages.ts";
import { otherWordsFor, queriesFor } from "./reading/search-queries.ts";
import { nearestUnits, rankUnits } from "./reading/rank-units.ts";
import { readKnowledge, type Knowledge } from "./reading/search-knowledge.ts";
import { writeClaims } from "./reading/write-claims.ts";

const searchTool = "search_sources";
const readTool = "read_source";
const mostQueries = 4;
const passagesPerQuery = 8;
/** More would not fit into what a step of an offline plan may use. */
const mostRead = 4;
/** Pages of so many of the nearest are read before what searches put first. */
const mostGlanced = 1;
/** As much as one reading brings. */
const readLength = 12_000;

/** Does a worker's part: looks for passages, reads on where the best stand, and answers with what they say. */
export function answerWork(parts: RequestParts, { prompt, toolNames }: TurnContext): Turn | null {
  const assignment = parts.one("assignment");
  if (assignment?.task !== "work") return null;
  const { question, requirements } = parts.one("brief") ?? { question: null, requirements: [] };
  const knowledge = readKnowledge(toolResults(prompt));
  const given = collectClaims(parts.each("input").map(({ value }) => value));
  const aspects = aspectsOf(assignment, { question, requirements }, itemText(parts.one("item")?.value));
  const isDue = parts.one("answer-now") !== undefined || parts.one("mend") !== undefined;
  const open = aspects.filter((aspect) => !isAnswered(aspect, given.claims));
  const calls = isDue || open.length === 0 ? [] : nextCalls(open, knowledge, { question: question ?? assignment.instructions, assignment: `${assignment.title} ${assignment.instructions}`, given: mostQuoted(given.claims) }, toolNames);
  if (calls.length > 0) return { type: "tool-calls", calls };
  if (assignment.answerAs === "json") {
    const atMost = /\bat most (\d{1,3})\b/.exec(`${assignment.instructions} ${assignment.doneWhen}`)?.[1];
    return json(listItems(knowledge, aspects, { question: question ?? "", atMost: atMost === undefined ? null : Number(atMost) }));
  }
  const answer = writeClaims(knowledge, open, given.claims.map(({ text }) => text));
  return assignment.answerAs === "claims" ? json(answer) : { type: "text", text: [...answer.claims.map(({ text }) => text), ...answer.missing.map(({ text, why }) => `${text}: ${why}`)].join("\n\n") };
}

/** First the words that were given, then, when nothing came of them, others for the same; then on where the best stands. */
function nextCalls(aspects: readonly Aspect[], knowledge: Knowledge, asked: { question: string; assignment: string; given: readonly string[] }, toolNames: ReadonlySet<string>) {
  const { given } = asked;
  const { queries, passages, read, sourcesFound } = knowledge;
  // The page that is named after the question is read before others are looked for in other words.
  const readsFirst = toolNames.has(readTool) && read.size === 0 && aspects.some((aspect) => homePages(knowledge, aspect.subject).length > 0 || guidePages(knowledge, aspect).length > 0);
  if (toolNames.has(searchTool) && !readsFirst) {
    const unanswered = aspects.filter((aspect) => !rankUnits(knowledge, aspect).isSure && guideFor(knowledge, aspect).length === 0);
    const wanted = queries.length === 0 ? queriesFor(aspects, { ...asked, most: mostQueries }) : unanswered.map((aspect) => otherWordsFor(aspect).join(" ").slice(0, 300)).slice(0, 2);
    const isSecond = queries.some((query) => wanted.includes(query));
    const fresh = isSecond ? [] : wanted.filter((query) => query !== "" && !queries.includes(query));
    if (fresh.length > 0) return fresh.map((query) => ({ toolName: searchTool, input: { query, limit: passagesPerQuery } }));
  }
  if (!toolNames.has(readTool) || read.size > 0) return [];
  // What others quoted from for the rest may hold what is still open, too.
  const best = new Map<string, number>(given.map((sourceId) => [sourceId, 0]));
  const note = (sourceId: string, place: { start: number; end: number } | undefined) => {
    if (!best.has(sourceId)) best.set(sourceId, place === undefined || place.end < readLength ? 0 : place.start);
  };
  const guides = new Set<string>();
  for (const aspect of aspects) {
    const ranked = nearestUnits(knowledge, aspect);
    for (const home of homePages(knowledge, aspect.subject)) note(home, ranked.find(({ unit }) => unit.sourceId === home)?.unit);
    const [guide] = guidePages(knowledge, aspect);
    if (guide !== undefined) guides.add(guide);
    const called = knowledge.units.find((unit) => (aspect.kind === "how-to" || aspect.kind === "change") && isCalledLike(unit, aspect));
    if (called !== undefined) best.set(called.sourceId, 0);
    for (const { unit } of ranked.slice(0, mostGlanced)) note(unit.sourceId, unit);
  }
  for (const sourceId of sourcesFound) note(sourceId, passages.find((passage) => passage.sourceId === sourceId));
  const others = [...best].filter(([sourceId]) => !guides.has(sourceId)).map(([sourceId, start]) => ({ sourceId, start }));
  const guided = [...guides].flatMap((sourceId) => readings(sourceId, passages)).slice(0, mostRead - 1);
  const places = [...guided, ...others];
  // A long document says at its beginning what it is about.
  const [first] = places;
  const reads = first === undefined || first.start === 0 ? places.slice(0, mostRead) : [...places.slice(0, mostRead - 1), { ...first, start: 0 }];
  return reads.map((input) => ({ toolName: readTool, input }));
}

/** From the beginning of a source to the last place where searches found something in it. */
function readings(sourceId: string, passages: Knowledge["passages"]): { sourceId: string; start: number }[] {
  const end = Math.max(0, ...passages.filter((one) => one.sourceId === sourceId).map((one) => one.end));
  return Array.from({ length: Math.max(1, Math.ceil(end / readLength)) }, (_, index) => ({ sourceId, start: index * readLength }));
}

/** Ids of the sources that claims quote, the most quoted first. */
function mostQuoted(claims: readonly Pick<CandidateClaim, "quotes">[]): string[] {
  const quoted = Map.groupBy(claims.flatMap(({ quotes }) => quotes), ({ sourceId }) => sourceId);
  return [...quoted].toSorted(([, one], [, other]) => other.length - one.length).map(([sourceId]) => sourceId).slice(0, 1);
}

/** Whether claims of others hold what an aspect asks for: whoever puts things together needn't look again. */
function isAnswered({ focus, answers: ids }: Aspect, claims: readonly Pick<CandidateClaim, "text" | "answers">[]): boolean {
  return claims.some(({ text, answers }) => {
    if (ids.length > 0) return ids.some((id) => answers.includes(id));
    const stems = new Set(focusOf(text));
    return focus.length > 0 && focus.filter((one) => stems.has(one)).length / focus.length >= 0.75;
  });
}

function itemText(value: JsonValue | undefined): string | null {
  if (value === undefined) return null;
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const name = value["name"] ?? value["title"] ?? value["id"];
    if (typeof name === "string") return name;
  }
  return JSON.stringify(value).slice(0, 200);
}

function json(value: object): Turn {
  return { type: "text", text: JSON.stringify(value) };
}
