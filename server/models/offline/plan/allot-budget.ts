import type { Brief } from "../../../../core/brief/brief.ts";
import type { FittedParts } from "./fit-parts.ts";

type NodeBudget = { maxTokens: number; maxMinutes: number };

/** What each sort of step may use. */
export interface Allotment {
  read: NodeBudget;
  combine: NodeBudget;
  check: NodeBudget;
  report: NodeBudget;
  /** How many items of a list are worked on at once. */
  concurrency: number;
}

/** Shares of one step; checking and writing take more with every worker whose claims they get. */
const shares = { read: 4, combine: 4, check: 2, report: 2 } as const;
const checkPerWorker = 0.5;
const reportPerWorker = 0.3;
/** A part of the budget stays free, so that a step that runs to its limit doesn't end the run. */
const usable = 0.8;
/** A worker searches twice and reads four pages: that is 45,000 to 70,000 tokens with what it was asked each time. */
const mostTokensPerShare = 20_000;
const mostMinutesPerShare = 1;

/** Divides the brief's tokens over all steps, and its minutes along the longest way through them. */
export function allotBudget({ parts, maxItems, votes }: FittedParts, { budget }: Brief): Allotment {
  const combines = parts.filter(({ needs }) => needs.length > 0);
  const readers = parts.length - combines.length;
  const lists = parts.filter(({ perItem }) => perItem !== undefined).length;
  const concurrency = Math.max(1, Math.min(budget.maxParallel, maxItems));

  const workers = readers + lists * maxItems;
  const checkShares = (shares.check + Math.ceil(workers * checkPerWorker)) * votes;
  const reportShares = shares.report + Math.ceil(workers * reportPerWorker);
  const tokenShares = shares.read * workers + shares.combine * combines.length + checkShares + reportShares;
  const perTokenShare = Math.min(mostTokensPerShare, (budget.maxTokens * usable) / tokenShares);

  const waves = Math.ceil(Math.max(1, readers) / budget.maxParallel) + (lists > 0 ? Math.ceil((lists * maxItems) / concurrency) : 0);
  const minuteShares = shares.read * waves + shares.combine * combines.length + shares.check + shares.report;
  const perMinuteShare = Math.min(mostMinutesPerShare, (budget.maxMinutes * usable) / minuteShares);

  const share = (minutes: number, tokens = minutes): NodeBudget => ({
    maxTokens: Math.max(1, rounded(perTokenShare * tokens)),
    maxMinutes: roundedMinutes(perMinuteShare * minutes),
  });
  return { read: share(shares.read), combine: share(shares.combine), check: share(shares.check, checkShares), report: share(shares.report, reportShares), concurrency };
}

/** Two digits are enough for a limit, and easier to read. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.floor(value / unit) * unit;
}

function roundedMinutes(minutes: number): number {
  return minutes >= 0.1 ? Math.floor(minutes * 10) / 10 : minutes;
}
