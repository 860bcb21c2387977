import type { Brief } from "../../../../core/brief/brief.ts";
import { cleanLine } from "../question/words.ts";
import type { Part } from "./part.ts";

const mostItems = 20;
const fewestItems = 2;
const mostReaders = 40;
const votesOnCritical = 3;

/** Parts as many as the brief lets work, and how far lists may go. */
export interface FittedParts {
  parts: Part[];
  /** Most items of each list. */
  maxItems: number;
  votes: number;
  /** What the brief's limit did to the plan, in one sentence; empty when nothing. */
  note: string;
}

/** Fits the parts of a plan into the agents that the brief allows, beside one verifier and one who writes the report. */
export function fitParts(wanted: readonly Part[], { budget, requirements }: Brief): FittedParts {
  const slots = Math.max(1, budget.maxAgents - 2);
  let parts = [...wanted];
  if (agentsOf(parts) > slots) parts = parts.map(asOne);
  while (parts.length > slots && isSpare(parts.at(-1))) parts.pop();
  if (parts.length > Math.min(slots, mostReaders)) parts = grouped(parts, Math.min(slots, mostReaders));
  const spare = slots - agentsOf(parts);
  const lists = parts.filter(({ perItem }) => perItem !== undefined).length;
  const perList = lists === 0 ? 0 : Math.floor((spare * 0.75) / lists);
  const maxItems = Math.min(mostItems, fewestItems + perList);
  const left = spare - lists * (maxItems - fewestItems);
  const votes = requirements.some(({ isCritical }) => isCritical) && left >= votesOnCritical - 1 ? votesOnCritical : 1;
  return { parts, maxItems, votes, note: noteOf(wanted, parts, budget.maxAgents) };
}

function agentsOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { perItem }) => sum + 1 + (perItem === undefined ? 0 : fewestItems), 0);
}

/** A part that goes through its items by itself. */
function asOne({ perItem, ...part }: Part): Part {
  return perItem === undefined ? part : { ...part, instructions: `${part.instructions} Then, for each: ${perItem.instructions}` };
}

/** What may be left out before work on the question itself is drawn together. */
function isSpare(part: Part | undefined): boolean {
  return part !== undefined && part.needs.length > 0 && part.covers.length === 0;
}

function grouped(parts: readonly Part[], count: number): Part[] {
  const readers = parts.filter((part) => !isSpare(part));
  const size = Math.ceil(readers.length / count);
  const groups: Part[] = [];
  for (let start = 0; start < readers.length; start += size) groups.push(together(readers.slice(start, start + size)));
  return groups;
}

function together(parts: readonly Part[]): Part {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError("A group has at least one part.");
  if (others.length === 0) return { ...first, needs: [] };
  return {
    ...first,
    title: cleanLine(parts.map(({ title }) => title).join("; "), 100),
    instructions: parts.map(({ instructions }, index) => `${index + 1}. ${instructions}`).join("\n"),
    why: `${parts.length} parts share this worker, because the brief allows fewer agents than there are parts. ${first.why}`,
    needs: [],
    covers: parts.flatMap(({ covers }) => covers),
    doneWhen: parts.map(({ doneWhen }, index) => `${index + 1}. ${doneWhen}`).join(" "),
  };
}

function noteOf(wanted: readonly Part[], parts: readonly Part[], maxAgents: number): string {
  if (maxAgents < 3) return `The brief allows ${maxAgents === 1 ? "one agent" : "two agents"}; an answer that somebody else checks takes three.`;
  const isFewer = parts.length < wanted.length || agentsOf(parts) < agentsOf(wanted);
  return isFewer ? `The work is drawn together into ${parts.length === 1 ? "one worker" : `${parts.length} workers`}, because the brief allows ${maxAgents} agents in all.` : "";
}
