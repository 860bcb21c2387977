import type { RequestPartOf } from "../../../core/run/request-part.ts";
import { readComparison } from "./question/read-comparison.ts";
import { readShape } from "./question/shape.ts";
import { stemsOf } from "./question/stem.ts";
import { capitalized, cleanLine, namesIn } from "./question/words.ts";
import type { RequestParts } from "./request-parts.ts";
import type { Turn } from "./turn.ts";
import { findConflicts } from "./report/find-conflicts.ts";
import { mergeClaims, type MergedClaim } from "./report/merge-claims.ts";
import { answerScores } from "./report/answer-scores.ts";

interface Sentence {
  text: string;
  claims: string[];
  isConnective: boolean;
}
interface Block {
  type: "heading" | "paragraph" | "list-item";
  sentences: Sentence[];
}

const mostLeading = 3;
const mostPerSection = 6;

/** Writes a report from checked claims in their own words: what answers the question first, then by requirement, then what is open. */
export function answerReport(parts: RequestParts): Turn | null {
  if (parts.one("assignment")?.task !== "report") return null;
  const { question, requirements } = parts.one("brief") ?? { question: null, requirements: [] };
  const candidates = hasAllSides(question, parts.each("candidate")) ? parts.each("candidate") : [];
  const refuted = candidates.filter(isRefuted);
  const standing = candidates.filter((candidate) => !isRefuted(candidate));
  const all = mergeClaims(standing);
  const best = answerScores(all, [question ?? "", ...requirements.map(({ text }) => text)]);
  // Instructions and limits stay in the order of who read what stands around them.
  const scored = ["how-to", "limits"].includes(readShape(question ?? "").kind) ? all.filter((one) => best.includes(one)) : best;
  const sure = scored.filter(({ isDoubtful }) => !isDoubtful);
  const merged = [...sure, ...scored.filter(({ isDoubtful }) => isDoubtful)];
  const conflicts = findConflicts(merged);
  const sides = requirements.length > 0 ? [] : (readComparison(question ?? "")?.sides ?? []);
  const sections = requirements.length > 0 ? byRequirement(merged, requirements) : sides.length > 0 ? bySide(all.filter((one) => merged.includes(one)), sides) : byFinder(merged);
  const leading = requirements.length > 0 || sections.length < 2 || sides.length > 0 ? [] : (sure.length > 0 ? sure : merged).slice(0, mostLeading);
  const shown = new Set<string>();
  const blocks: Block[] = [];
  const addClaims = (claims: readonly MergedClaim[], type: Block["type"]) => {
    for (const { key, text } of claims) {
      if (shown.has(key)) continue;
      shown.add(key);
      blocks.push({ type, sentences: [{ text, claims: [key], isConnective: false }] });
    }
  };
  if (sure.length === 0 && merged.length > 0) blocks.push({ type: "paragraph", sentences: [connective("Nothing that was read is sure to answer this. What may answer it:")] });
  addClaims(leading, "paragraph");
  for (const { title, claims } of sections) {
    const fresh = claims.filter(({ key }) => !shown.has(key)).slice(0, mostPerSection);
    // What answers two requirements stands under both when one of them has nothing else.
    const rest = fresh.length > 0 || requirements.length === 0 ? fresh : claims.slice(0, 2);
    if (rest.length === 0) continue;
    // Whoever found all of it divides nothing.
    if (title !== "" && (requirements.length > 0 || sections.length > 1)) blocks.push(heading(title));
    if (sure.length > 0 && rest.every(({ isDoubtful }) => isDoubtful)) blocks.push({ type: "paragraph", sentences: [connective("This may answer it:")] });
    for (const { key } of rest) shown.delete(key);
    addClaims(rest, sections.length === 1 && leading.length === 0 ? "paragraph" : "list-item");
  }
  for (const { keys, about } of conflicts) {
    blocks.push({ type: "paragraph", sentences: [connective(`Two passages don't agree on ${about}; both stand in this report.`)] });
    addClaims(merged.filter(({ key }) => keys.includes(key)), "list-item");
  }
  const unanswered = openParts(parts, merged, question, requirements);
  // What is open beside an answer stands in its own list; where there is no answer, the text has to say so.
  if (merged.length === 0) blocks.push({ type: "paragraph", sentences: [connective("The documents that were read don't answer this.")] });
  const answer = {
    claims: merged.filter(({ key }) => shown.has(key)).map(({ key, text, from }) => ({ key, text, from })),
    blocks,
    conflicts: conflicts.map(({ keys, about }) => ({ claims: keys, about })),
    leftOut: [
      ...refuted.map(({ claim }) => ({ candidateId: claim.id, reason: "refuted" as const })),
      ...all.filter(({ key }) => !shown.has(key)).flatMap(({ from }) => from.map((candidateId) => ({ candidateId, reason: "off-topic" as const }))),
    ],
    unanswered,
  };
  return { type: "text", text: JSON.stringify(answer) };
}

/** What is said of one thing compares it with nothing: of every side that has a name, something has to be said. */
function hasAllSides(question: string | null, candidates: readonly RequestPartOf<"candidate">[]): boolean {
  const sides = readComparison(question ?? "")?.sides ?? [];
  const said = new Set(candidates.flatMap(({ claim }) => stemsOf(claim.text)));
  return sides.every((side) => {
    const names = namesIn(`x ${side}`);
    return names.length === 0 || names.some((name) => stemsOf(name).some((one) => said.has(one)));
  });
}

function isRefuted({ verdicts }: RequestPartOf<"candidate">): boolean {
  return verdicts.filter(({ verdict }) => verdict === "refuted").length * 2 > verdicts.length;
}

function heading(text: string): Block {
  return { type: "heading", sentences: [connective(capitalized(cleanLine(text, 120)))] };
}

function connective(text: string): Sentence {
  return { text, claims: [], isConnective: true };
}

type Section = { title: string; claims: MergedClaim[] };

function byRequirement(merged: readonly MergedClaim[], requirements: RequestPartOf<"brief">["requirements"]): Section[] {
  const ids = new Set(requirements.map(({ id }) => id));
  return [
    ...requirements.map(({ id, text }) => ({ title: text, claims: merged.filter(({ answers }) => answers.includes(id)) })),
    { title: "Also found", claims: merged.filter(({ answers }) => !answers.some((id) => ids.has(id))) },
  ];
}

/** By the step that found them, in the order of their best claim. */
function byFinder(merged: readonly MergedClaim[]): Section[] {
  const titles = [...new Set(merged.map(({ foundBy }) => foundBy))];
  return titles.map((title) => ({ title, claims: merged.filter(({ foundBy }) => foundBy === title) }));
}

/** Of things that are compared, each by itself comes first, as whoever read of it put it. */
function bySide(found: readonly MergedClaim[], sides: readonly string[]): Section[] {
  const isOfSide = ({ title }: Section) => sides.some((side) => title.toLowerCase().includes(side.toLowerCase()));
  return byFinder(found).toSorted((one, other) => Number(isOfSide(other)) - Number(isOfSide(one)));
}

const unsaid = "Nothing that was read says it.";
const unsure = "Whether what was found answers it can't be told by comparing words.";

/** What nothing is sure to answer, with the ids of what workers looked for on it. */
function openParts(parts: RequestParts, merged: readonly MergedClaim[], question: string | null, requirements: RequestPartOf<"brief">["requirements"]) {
  const looked = parts.each("missing");
  const sure = merged.filter(({ isDoubtful }) => !isDoubtful);
  const why = (found: boolean) => (found ? unsure : unsaid);
  if (requirements.length > 0) {
    return requirements.filter(({ id }) => !sure.some(({ answers }) => answers.includes(id))).map(({ id, text }) => ({ requirementId: id, text, why: why(merged.some(({ answers }) => answers.includes(id))), lookedFor: [] }));
  }
  if (sure.length === 0) return [{ requirementId: null, text: question ?? "The question", why: why(merged.length > 0), lookedFor: looked.map(({ id }) => id) }];
  // What one worker missed another may have found.
  const held = new Set(sure.flatMap(({ text }) => stemsOf(text)));
  const whole = stemsOf(question ?? "");
  const open = looked.filter(({ text }) => {
    const stems = new Set(stemsOf(text));
    const isHeld = [...stems].filter((one) => held.has(one)).length >= stems.size * sameShare;
    // Something answers the question: who looked for nothing but all of it has no part to leave open.
    return !isHeld && !whole.every((one) => stems.has(one));
  });
  return [...Map.groupBy(open, ({ text }) => text)].slice(0, mostOpen).map(([text, alike]) => ({ requirementId: null, text, why: alike[0]?.why ?? unsaid, lookedFor: alike.map(({ id }) => id) }));
}

/** Where so many of its words are told, it is. */
const sameShare = 0.7;
const mostOpen = 5;
