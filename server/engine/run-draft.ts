import { closeDraft, draftOf, foldEntry, type RunDraftState } from "../../core/run/fold-run.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import type { RunState } from "../../core/run/run-state.ts";
import { wellFormedDeep } from "../../core/text/well-formed.ts";

/** Events that are to be committed together, and the state that they lead to. */
export class RunDraft {
  readonly at: Date;
  readonly events: RunEvent[] = [];
  readonly #state: RunDraftState;

  constructor(state: RunState, at: Date) {
    this.#state = draftOf(state);
    this.at = at;
  }

  get state(): RunState {
    return this.#state;
  }

  add(events: readonly RunEvent[]): void {
    for (const event of events) {
      const clean = wellFormedDeep(event);
      this.events.push(clean);
      foldEntry(this.#state, { sequence: this.#state.sequence + 1, at: this.at, event: clean });
    }
  }

  /** The state as it stands after all of them. */
  close(): RunState {
    return closeDraft(this.#state);
  }
}
