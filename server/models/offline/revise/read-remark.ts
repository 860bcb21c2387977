import type { OpInput } from "../../../../core/workflow/op.ts";
import { readChoice } from "./read-choice.ts";
import { readLimit } from "./read-limit.ts";
import { readRequirement } from "./read-requirement.ts";
import { readAddition, readConnection, readRemoval } from "./read-structure.ts";
import { readTools } from "./read-tools.ts";
import { readProse, readRange, readTitle } from "./read-words.ts";
import { isWish, remarkSentences, unmasked } from "./remark-sentence.ts";
import type { ClauseReading, RemarkClause } from "./remark-subject.ts";

/** Ways to read a clause, the surest first. */
const readers: readonly ((clause: RemarkClause) => ClauseReading)[] = [readRange, readTitle, readProse, readRemoval, readConnection, readRequirement, readAddition, readChoice, readTools, readLimit];

/** What one clause of a remark came to. */
export type RemarkReading = { words: string; ops: OpInput[]; why: string } | { words: string; unread: string };

/**
 * Reads what a remark asks of a plan, clause by clause, each on the plan as the clauses before left it.
 * @param take applies what was read. @returns why it doesn't apply; null when it did, and where the plan stands then.
 */
export function readRemark(text: string, place: () => Omit<RemarkClause, "clause" | "plain" | "quotes">, take: (ops: OpInput[]) => string | null): RemarkReading[] {
  const readings: RemarkReading[] = [];
  for (const { text: sentence, clauses, quotes } of remarkSentences(text)) {
    const told: { isWish: boolean; reading: RemarkReading }[] = clauses.map((plain) => {
      const words = unmasked(plain, quotes);
      const reading = readClause({ ...place(), plain, clause: plain.toLowerCase(), quotes });
      if ("unread" in reading) return { isWish: isWish(plain), reading: { words, ...reading } };
      const refusal = take(reading.ops);
      return { isWish: true, reading: refusal === null ? { words, ...reading } : { words, unread: refusal } };
    });
    const isUnread = told.every(({ reading }) => "unread" in reading);
    // Beside a wish that was read, what is none is its reason.
    const shown = told.filter(({ isWish: isAsked, reading }) => isAsked || !("unread" in reading) || isUnread);
    const [only] = shown;
    if (isUnread && only !== undefined && "unread" in only.reading && shown.every(({ reading }) => "unread" in reading && reading.unread === unreadable)) readings.push({ words: sentence, unread: unreadable });
    else readings.push(...shown.map(({ reading }) => reading));
  }
  return readings;
}

const unreadable = "The offline model reads remarks that name a field, a tool, a limit, a requirement or a step, and this says it in other words.";

function readClause(clause: RemarkClause): { ops: OpInput[]; why: string } | { unread: string } {
  const { clause: text } = clause;
  if (/\?["”»)\s]*$/u.test(text) && !/^(?:please|can you|could you|would you)\b/u.test(text)) return { unread: "It asks a question, which only a person or a language model can answer." };
  if (/\b(?:do not|don['’]?t|never|must not|should not|shouldn['’]?t)\s+(?:\w+\s+)?(?:remove|delete|drop|change|rename|touch|add|raise|lower|replace|cut)\b/u.test(text)) return { unread: "It says what is not to be done, so nothing is." };
  const asked = { ...clause, clause: text.replace(polite, ""), plain: clause.plain.replace(polite, "") };
  for (const read of readers) {
    const reading = read(asked);
    if (reading !== null) return reading;
  }
  return { unread: unreadable };
}

const polite = /^(?:please|can you|could you|would you|i would like(?: you)? to|i['’]d like(?: you)? to|we (?:should|must|need to)|let['’]?s|you should)(?:\s+please)?[\s,]+/iu;
