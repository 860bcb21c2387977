import { foldRun } from "../../core/run/fold-run.ts";
import type { RunEntry } from "../../core/run/run-event.ts";
import { unstartedRun, type RunState } from "../../core/run/run-state.ts";
import type { Records } from "./store.ts";

const pageSize = 5_000;
const newestShown = 200;
const keptRuns = 50;

/** A run folded up to the last entry of its log, and its last entries. */
export interface FoldedRun {
  state: RunState;
  newest: readonly RunEntry[];
}

const unread: FoldedRun = { state: unstartedRun, newest: [] };

/**
 * Runs as far as this process has folded them: a log only grows, so the next reader goes on from there instead of
 * folding a hundred thousand events anew.
 */
export class RunStates {
  readonly #foldedById = new Map<string, FoldedRun>();

  async read({ runLog }: Pick<Records, "runLog">, runId: string): Promise<FoldedRun> {
    let folded = this.#foldedById.get(runId) ?? unread;
    for (;;) {
      const page = await runLog.readAfter(runId, folded.state.sequence, pageSize);
      if (page.length > 0) folded = { state: foldRun(folded.state, page), newest: [...folded.newest, ...page].slice(-newestShown) };
      if (page.length < pageSize) break;
    }
    this.#keep(runId, folded);
    return folded;
  }

  /** The one that was read last stands last; the first ones go. */
  #keep(runId: string, folded: FoldedRun): void {
    this.#foldedById.delete(runId);
    this.#foldedById.set(runId, folded);
    for (const [oldest] of this.#foldedById) {
      if (this.#foldedById.size <= keptRuns) break;
      this.#foldedById.delete(oldest);
    }
  }
}
