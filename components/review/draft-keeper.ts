import { digestDraft, joinDrafts, type Draft } from "../../core/workflow/draft.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { MergeConflict, Side } from "../../core/workflow/merge-graphs.ts";
import type { Op } from "../../core/workflow/op.ts";
import type { GraphEditor } from "../canvas/graph-editor.ts";
import type { DraftShelf, FoundCopies } from "./draft-copy.ts";
import type { ResumedDraft } from "./resumed-draft.ts";

/**
 * `clash`: another tab changed the same places, and somebody has to choose. `elsewhere`: the server holds a draft of another
 * revision, which is not written over.
 */
export type DraftState = "saved" | "saving" | "failed" | "clash" | "elsewhere";

export interface DraftStanding {
  state: DraftState;
  /** Whether what the server doesn't hold yet would outlive the page. */
  isCopied: boolean;
  conflicts: readonly MergeConflict[];
}

/** What came of sending a draft. */
type KeepOutcome = { ok: true; digest: string | null } | { ok: false; reason: "not-found" } | { ok: false; reason: "overtaken"; draft: Draft };

export interface DraftKeeperOptions {
  opened: { number: number; graph: Graph };
  editor: Pick<GraphEditor, "read" | "subscribe" | "resume">;
  resumed: ResumedDraft;
  shelf: DraftShelf;
  send(change: Draft & { over: string | null }): Promise<KeepOutcome>;
  /** The server holds this now. */
  onKept(draft: Draft): void;
  /** What another tab changed is here now too. */
  onJoined(): void;
}

export interface DraftKeeper {
  read(): DraftStanding;
  subscribe(listener: () => void): () => void;
  /** @returns a way to leave, after which what is not kept yet is sent at once. */
  start(): () => void;
  /** Nothing is sent while a save is under way, which takes the draft away. */
  pause(isPaused: boolean): void;
  /** Waits until nothing is on its way. @returns the digest of what the server is known to hold. */
  settled(): Promise<string | null>;
  /** Says which side stands where two tabs changed the same. */
  choose(choices: ReadonlyMap<string, Side>): void;
  /** Goes on in the place of a draft that was dealt with. */
  replace(over: string | null, taken: FoundCopies): void;
  /** The draft is a revision now, or goes on elsewhere: nothing more is kept here. */
  close(isDone: boolean): void;
}

const pauseMs = 800;
const retryMs = 5_000;

/**
 * Keeps what one changed and has not saved: in this browser at once, on the server a moment after each change and again until
 * it arrives. What another tab wrote there meanwhile is joined with it.
 */
export function createDraftKeeper({ opened, editor, resumed, shelf, send, onKept, onJoined }: DraftKeeperOptions): DraftKeeper {
  const baseRevision = opened.number;
  const listeners = new Set<() => void>();
  /** Digests that were sent without an answer: any of them may be what the server holds. */
  const unanswered = new Set<string | null>();
  let { known, over } = resumed;
  let acknowledged: Op[][] | null = digestDraft({ baseRevision, batches: editor.read().batches }) === over ? editor.read().batches : null;
  let standing: DraftStanding = { state: acknowledged === null ? "saving" : "saved", isCopied: true, conflicts: [] };
  let theirs: Op[][] = [];
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPaused = false;
  let isClosed = false;

  shelf.take(resumed.taken);

  function stand(next: Partial<DraftStanding>): void {
    standing = { ...standing, ...next };
    for (const listener of listeners) listener();
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (!isClosed && !isPaused) timer = setTimeout(() => void keep(), ms);
  }

  function note(): void {
    if (isClosed) return;
    const { batches } = editor.read();
    if (batches === acknowledged) return;
    const isCopied = shelf.write({ at: Date.now(), baseRevision, batches, known });
    stand({ isCopied, ...(standing.state === "saved" ? { state: "saving" } : {}) });
    schedule(pauseMs);
  }

  function keep(): Promise<void> {
    if (isClosed || isPaused || standing.state === "clash" || editor.read().batches === acknowledged) return sending ?? Promise.resolve();
    sending ??= sendOnce().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function sendOnce(): Promise<void> {
    const { batches } = editor.read();
    const draft = { baseRevision, batches };
    const outcome = await send({ ...draft, over }).catch(() => null);
    if (isClosed) return;
    if (outcome === null || (!outcome.ok && outcome.reason === "not-found")) {
      unanswered.add(digestDraft(draft));
      stand({ state: "failed" });
      return schedule(retryMs);
    }
    if (outcome.ok) {
      hold(batches, outcome.digest);
      onKept(draft);
    } else if (unanswered.has(digestDraft(outcome.draft))) hold(outcome.draft.batches, digestDraft(outcome.draft));
    else if (outcome.draft.baseRevision !== baseRevision) return stand({ state: "elsewhere" });
    else return meet(outcome.draft.batches);
    if (editor.read().batches === batches && outcome.ok) {
      acknowledged = batches;
      shelf.clear();
      return stand({ state: "saved" });
    }
    if (standing.state === "failed") stand({ state: "saving" });
    note();
    if (!outcome.ok) schedule(0);
  }

  function hold(batches: Op[][], digest: string | null): void {
    known = batches;
    over = digest;
    unanswered.clear();
  }

  /** Another tab was quicker: what both made goes on together, unless somebody has to choose. */
  function meet(batches: Op[][], choices?: ReadonlyMap<string, Side>): void {
    theirs = batches;
    const joined = joinDrafts(opened.graph, { known, mine: editor.read().batches, theirs }, choices);
    if (joined.conflicts.some(({ key }) => choices?.has(key) !== true)) return stand({ state: "clash", conflicts: joined.conflicts });
    hold(theirs, digestDraft({ baseRevision, batches: theirs }));
    stand({ state: "saving", conflicts: [] });
    editor.resume(joined.batches);
    schedule(0);
    onJoined();
  }

  return {
    read: () => standing,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start() {
      const stop = editor.subscribe(note);
      note();
      return () =>
        // A field that goes with the page still says what was typed in it.
        queueMicrotask(() => {
          stop();
          clearTimeout(timer);
          void keep();
        });
    },
    pause(next) {
      isPaused = next;
      if (isPaused) clearTimeout(timer);
      else if (editor.read().batches !== acknowledged) schedule(pauseMs);
    },
    async settled() {
      await sending;
      return over;
    },
    choose: (choices) => meet(theirs, choices),
    replace(next, taken) {
      over = next;
      known = [];
      acknowledged = null;
      shelf.take(taken);
      stand({ state: "saving" });
      note();
      schedule(0);
    },
    close(isDone) {
      isClosed = true;
      clearTimeout(timer);
      if (isDone) shelf.clear();
    },
  };
}
