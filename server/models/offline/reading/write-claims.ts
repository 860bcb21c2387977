import type { WorkerAnswer } from "../../../../core/evidence/claim.ts";
import { readShape } from "../question/shape.ts";
import { cleanLine } from "../question/words.ts";
import type { Aspect } from "./aspect.ts";
import { defaultInCode } from "./default-in-code.ts";
import { doubtOf } from "./doubt.ts";
import { guideFor } from "./guide.ts";
import { nearestUnits, rankUnits, type RankedUnit } from "./rank-units.ts";
import type { FoundUnit, Knowledge } from "./search-knowledge.ts";
import { sectionOf } from "./section.ts";
import { isSameStatement, statementOf, type Statement } from "./statement.ts";
import { stepsFor } from "./step-list.ts";
import { toldTogether } from "./told-together.ts";

const mostPerAspect = 6;
const mostPerItem = 3;
/** Beside a guide. */
const mostBeside = 1;
const mostInAll = 24;
const mostPerSource = 5;
/** What falls this far behind the best is another subject; below it the odds are a tenth. */
const mostBehind = 2.3;
/** Where the best stands, what is said besides belongs to it. */
const mostBehindBeside = 3.5;
const mostText = 900;

type Claim = WorkerAnswer["claims"][number];

/** Claims that state in a source's own words what it says, with the words as quotes; what nothing was found on is named. */
export function writeClaims(knowledge: Knowledge, aspects: readonly Aspect[], known: readonly string[]): WorkerAnswer {
  const claims: Claim[] = [];
  const missing: WorkerAnswer["missing"] = [];
  const taken: Statement[] = known.map(statementOf);
  for (const aspect of aspects) {
    const parts = partsToldInOrder(knowledge, aspect);
    const { ranked, isSure } = rankUnits(knowledge, aspect);
    const [best] = ranked;
    const isGuide = parts.length > 0;
    // What stands where just that is told comes first, however few of the words it says.
    const top = Math.max(...ranked.map(({ score }) => score));
    const isNear = ({ unit, score, isTold, isElsewhere }: RankedUnit) => best !== undefined && (isTold === true || isElsewhere === true || (sectionOf(unit) === sectionOf(best.unit) && isSentence(unit) ? score >= best.score - mostBehindBeside : score >= top - mostBehind));
    // A side of a comparison is told on the page that says what it is; elsewhere it is used.
    const isDefined = best?.isTold === true && readShape(aspect.clause).kind === "comparison";
    const near = ranked.filter((one) => isNear(one) && !(isDefined && one.isTold !== true && one.unit.sourceId !== best.unit.sourceId));
    const doubt = doubtOf(aspect, { isSure: isSure || isGuide, isGuide, units: near.map(({ unit }) => unit) });
    // What is told in an order stays in it; what stands out beside it comes behind.
    for (const part of parts) {
      const [first] = part;
      if (part.length > 1) claims.push(claimOfSteps(part, aspect, doubt));
      else if (first !== undefined && isNew(first, taken)) claims.push(claimOf(first, aspect, doubt));
    }
    const most = isGuide ? mostBeside : aspect.isItem ? mostPerItem : mostPerAspect;
    const chosen = choose(near, { taken, told: parts.flat(), most });
    claims.push(...joined(chosen.map(({ unit }) => unit)).map((unit) => claimOf(unit, aspect, doubt)));
    if (ranked.length === 0 && !isGuide) missing.push(missingOf(aspect, knowledge));
    else if (doubt !== "") missing.push(unsettled(aspect));
  }
  return { claims: claims.slice(0, mostInAll), missing };
}

/** A guide to what is asked how to do, else the numbered steps of a page that is called like it. */
function partsToldInOrder(knowledge: Knowledge, aspect: Aspect): FoundUnit[][] {
  const guide = guideFor(knowledge, aspect);
  if (guide.length > 0) return guide;
  const steps = stepsFor(knowledge.units, aspect);
  return steps.length > 0 ? [steps] : [];
}

/** An item of a few words says nothing without the list that it stands in. */
function isSentence({ kind, text }: FoundUnit): boolean {
  return kind !== "item" || text.endsWith(".");
}

/** Whether nothing that was told says it; then it is told now. */
function isNew({ text }: FoundUnit, taken: Statement[]): boolean {
  const statement = statementOf(text);
  if (taken.some((other) => isSameStatement(statement, other))) return false;
  taken.push(statement);
  return true;
}

/** The best of each document, each thing once, and nothing that units told before hold. */
function choose(ranked: readonly RankedUnit[], { taken, told, most }: { taken: Statement[]; told: readonly FoundUnit[]; most: number }): RankedUnit[] {
  const chosen: RankedUnit[] = [];
  const countsBySource = new Map<string, number>();
  for (const one of ranked) {
    if (chosen.length === most) break;
    const { sourceId, text } = one.unit;
    const count = countsBySource.get(sourceId) ?? 0;
    const statement = statementOf(text);
    const before = [...told, ...chosen.map(({ unit }) => unit)];
    if (count >= mostPerSource || taken.some((other) => isSameStatement(statement, other)) || before.some((unit) => isWithin(one.unit, unit))) continue;
    const isBegun = before.some((unit) => unit.sourceId === sourceId && one.unit.told !== null && one.unit.told.start < unit.end && unit.start < one.unit.start);
    countsBySource.set(sourceId, count + 1);
    taken.push(statement);
    chosen.push(isBegun ? { ...one, unit: { ...one.unit, told: null } } : one);
  }
  return chosen;
}

/** What stands right behind another in one paragraph is told and quoted together with it, in the place of the better. */
function joined(units: readonly FoundUnit[]): FoundUnit[] {
  const together: FoundUnit[] = [];
  for (const unit of units) {
    const index = together.findIndex((other) => isOneText(other, unit) || isOneText(unit, other));
    const other = together[index];
    if (other === undefined) {
      together.push(unit);
      continue;
    }
    const [first, second] = other.start < unit.start ? [other, unit] : [unit, other];
    const begun = first.told ?? first;
    together[index] = { ...first, end: second.end, code: second.code, told: { start: begun.start, exact: `${begun.exact}${second.space ?? ""}${second.exact}`, text: `${begun.text} ${second.text}` } };
  }
  return together;
}

/** Whether one sentence follows another with nothing but white space between them. */
function isOneText(one: FoundUnit, other: FoundUnit): boolean {
  return one.sourceId === other.sourceId && other.space !== null && one.end + other.space.length === other.start && one.code === null;
}

/** Whether what was chosen holds it already. */
function isWithin(one: FoundUnit, other: FoundUnit): boolean {
  return one.sourceId === other.sourceId && (other.told ?? other).start <= one.start && one.end <= other.end;
}

/** Steps in one claim: what is told in an order stays in it. */
function claimOfSteps(steps: readonly FoundUnit[], { answers }: Aspect, doubt: string): Claim {
  const text = `${toldTogether(steps.map((step) => step.text))}.`;
  const quotes = steps.map(({ sourceId, exact }) => ({ sourceId, exact }));
  return { text: shortened(text), stance: "neutral", ...(answers.length === 0 ? {} : { answers }), doubt, quotes };
}

function claimOf(unit: FoundUnit, { answers, clause }: Aspect, doubt: string): Claim {
  const { sourceId, code, head } = unit;
  const { exact, text: words } = unit.told ?? unit;
  const line = defaultInCode(code, clause);
  const text = line === null ? words : `${words.replace(/[:.]$/, "")}. By default: \`${line}\`.`;
  const quotes = [exact, head, code].filter((one) => one !== null).map((one) => ({ sourceId, exact: one }));
  return { text: shortened(text), stance: "neutral", ...(answers.length === 0 ? {} : { answers }), doubt, quotes };
}

function shortened(text: string): string {
  if (text.length <= mostText) return text;
  const cut = text.slice(0, mostText);
  return `${cut.slice(0, cut.lastIndexOf(" ")).replace(/[\uD800-\uDBFF]$/, "")} …`;
}

/** What was looked for in vain, and what comes closest to it: no claim, since it doesn't answer. */
function missingOf(aspect: Aspect, knowledge: Knowledge): WorkerAnswer["missing"][number] {
  const searched = knowledge.queries.slice(0, 3).map((query) => `"${cleanLine(query, 80)}"`).join(", ");
  return {
    text: cleanLine(aspect.text, 200),
    why: searched === "" ? "Nothing was found on it." : `Nothing in the documents answers it; searched for ${searched}.`,
    answers: aspect.answers,
    closest: closestTo(knowledge, aspect).map(({ sourceId, exact }) => ({ sourceId, exact })),
  };
}

/** What something was found on that may answer it. */
function unsettled({ text, answers }: Aspect): WorkerAnswer["missing"][number] {
  return { text: cleanLine(text, 200), why: "Passages were found that may say it; comparing words can't tell whether they do.", answers, closest: [] };
}

const mostClosest = 4;
/** A passage around which less of the question is told, or in and beside which less stands, is about something else. */
const least = { told: 0.4, near: 0.1 };
/** Fewer words are a name or a heading. */
const fewestWords = 5;

function closestTo(knowledge: Knowledge, aspect: Aspect): FoundUnit[] {
  const near = nearestUnits(knowledge, aspect).filter(({ unit, signs }) => signs.told >= least.told && signs.near >= least.near && unit.text.split(" ").length >= fewestWords);
  return choose(near, { taken: [], told: [], most: mostClosest }).map(({ unit }) => unit);
}
