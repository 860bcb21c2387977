import { digestDraft, joinDrafts, type Draft } from "../../core/workflow/draft.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import type { FoundCopies } from "./draft-copy.ts";

/** What a desk goes on from. */
export interface ResumedDraft {
  batches: Op[][];
  /** What the server is known to hold, and its digest. */
  known: Op[][];
  over: string | null;
  /** The copies that are in the batches. */
  taken: FoundCopies;
  /** How many places two tabs that went away had changed differently: what the later one made of them stands. */
  clashes: number;
}

/**
 * The draft as the last tab left it: what this browser kept goes on from what the server was known to hold, so that keeping
 * it tells whether something else came in between.
 * @param opened the revision on the desk.
 * @param kept the draft that the server holds, of any revision; null for none.
 */
export function resumeDraft(opened: { number: number; graph: Graph }, kept: Draft | null, copies: FoundCopies): ResumedDraft {
  const found = [...copies].filter(([, { baseRevision }]) => baseRevision === opened.number).toSorted(([, one], [, other]) => other.at - one.at);
  const [latest, ...others] = found.map(([, copy]) => copy);
  const known = latest?.known ?? (kept?.baseRevision === opened.number ? kept.batches : []);
  let batches = latest?.batches ?? known;
  let clashes = 0;
  for (const { known: before, batches: mine } of others) {
    const joined = joinDrafts(opened.graph, { known: before, mine, theirs: batches });
    batches = joined.batches;
    clashes += joined.conflicts.length;
  }
  return { batches, known, over: digestDraft({ baseRevision: opened.number, batches: known }), taken: new Map(found), clashes };
}

/** A draft of an earlier revision, which waits for somebody to say what becomes of it. */
export interface OlderDraft extends Draft {
  /** The digest of what the server holds. */
  over: string | null;
  taken: FoundCopies;
}

/** The draft of an earlier revision that this browser kept, else the server; null where there is none. */
export function olderDraft(number: number, kept: Draft | null, copies: FoundCopies): OlderDraft | null {
  const over = kept === null ? null : digestDraft(kept);
  const [latest] = [...copies].filter(([, { baseRevision }]) => baseRevision < number).toSorted(([, one], [, other]) => other.at - one.at);
  if (latest !== undefined) return { baseRevision: latest[1].baseRevision, batches: latest[1].batches, over, taken: new Map([latest]) };
  return kept === null || kept.baseRevision === number ? null : { ...kept, over, taken: new Map() };
}
