import { closeDraft, draftOf, foldEntry } from "../../core/run/fold-run.ts";
import { packingRunState, unpackingRunState } from "../../core/run/packed-run-state.ts";
import type { RunEntry } from "../../core/run/run-event.ts";
import { unstartedRun, type RunState } from "../../core/run/run-state.ts";
import { inSlices } from "./in-slices.ts";
import type { Records } from "./store.ts";

/** Read and folded in one go: some ten milliseconds, after which others come first. */
const pageSize = 500;
const newestShown = 200;
const keptRuns = 50;
/** A state that so many events would have to be added to is written down anew. */
export const worthKeeping = 2_000;

/** A run folded up to the last entry of its log, and its last entries. */
interface FoldedRun {
  state: RunState;
  newest: readonly RunEntry[];
  /** Of the state that is written down; 0 without one. */
  keptSequence: number;
}

type RunRecords = Pick<Records, "runLog" | "runSnapshots">;

const unread: FoldedRun = { state: unstartedRun, newest: [], keptSequence: 0 };

/**
 * Runs as far as they were folded: a log only grows, so the next reader goes on from there instead of folding a hundred
 * thousand events anew. This process remembers some; of long runs the state is written down, for those that start later.
 */
export class RunStates {
  readonly #foldedById = new Map<string, FoldedRun>();

  async read(records: RunRecords, runId: string): Promise<FoldedRun> {
    const before = this.#foldedById.get(runId) ?? (await readKept(records, runId));
    const draft = draftOf(before.state);
    let { newest } = before;
    for (;;) {
      const page = await records.runLog.readAfter(runId, draft.sequence, pageSize);
      for (const entry of page) foldEntry(draft, entry);
      newest = [...newest, ...page].slice(-newestShown);
      if (page.length < pageSize) break;
    }
    const folded = draft.sequence === before.state.sequence ? before : { ...before, state: closeDraft(draft), newest };
    this.#remember(runId, folded);
    return folded;
  }

  /** The same, and writes the state of a long run down. */
  async keep(records: RunRecords, runId: string): Promise<FoldedRun> {
    const folded = await this.read(records, runId);
    const { sequence } = folded.state;
    if (sequence - folded.keptSequence < worthKeeping) return folded;
    await records.runSnapshots.put(runId, { sequence, packed: await inSlices(packingRunState(folded.state)) });
    const kept = { ...folded, keptSequence: sequence };
    this.#remember(runId, kept);
    return kept;
  }

  /** The one that was read last stands last; the first ones go. */
  #remember(runId: string, folded: FoldedRun): void {
    this.#foldedById.delete(runId);
    this.#foldedById.set(runId, folded);
    for (const [oldest] of this.#foldedById) {
      if (this.#foldedById.size <= keptRuns) break;
      this.#foldedById.delete(oldest);
    }
  }
}

async function readKept({ runLog, runSnapshots }: RunRecords, runId: string): Promise<FoldedRun> {
  const packed = await runSnapshots.find(runId);
  const state = packed === null ? null : await inSlices(unpackingRunState(packed));
  if (state === null) return unread;
  const { sequence } = state;
  return { state, newest: await runLog.readAfter(runId, Math.max(0, sequence - newestShown), Math.min(newestShown, sequence)), keptSequence: sequence };
}
