import { applyOps, type OpOutcome } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { invertOps } from "../../core/workflow/invert-op.ts";
import type { Op } from "../../core/workflow/op.ts";

interface Step {
  ops: Op[];
  inverse: Op[];
}

/** A graph with what was changed of it since it was opened. Replaced as a whole at each change. */
interface EditorState {
  graph: Graph;
  /** Batches that lead from the opened graph to this one: what a draft holds and a save sends. */
  batches: Op[][];
  canUndo: boolean;
  canRedo: boolean;
}

/** One editor per mounted graph: every change is a batch of ops through `applyOps`, and can be undone. */
export interface GraphEditor {
  read(): EditorState;
  subscribe(listener: () => void): () => void;
  /** Applies a batch, or says why it doesn't apply; then nothing changed. */
  apply(ops: Op[]): OpOutcome;
  undo(): void;
  redo(): void;
  /** Goes on from other batches, as far as they apply, instead of those there are. */
  resume(batches: readonly Op[][]): void;
  /** Takes everything back that was changed since the graph was opened. */
  reset(): void;
  /** Stands everything where somebody else moved it to, except what was moved here. */
  follow(layout: Graph["layout"]): void;
}

/**
 * Opens a graph for editing.
 * @param drafted batches of a draft, applied at once as far as they apply.
 */
export function createGraphEditor(opened: Graph, drafted: readonly Op[][] = []): GraphEditor {
  const listeners = new Set<() => void>();
  let base = opened;
  let graph = opened;
  let done: Step[] = [];
  let undone: Step[] = [];
  let state = describe();

  function describe(): EditorState {
    return { graph, batches: done.map(({ ops }) => ops), canUndo: done.length > 0, canRedo: undone.length > 0 };
  }

  function change(next: { graph: Graph; done: Step[]; undone: Step[] }): void {
    ({ graph, done, undone } = next);
    state = describe();
    for (const listener of listeners) listener();
  }

  function apply(ops: Op[]): OpOutcome {
    const outcome = applyOps(graph, ops);
    if (!outcome.ok) return outcome;
    change({ graph: outcome.graph, done: [...done, { ops, inverse: invertOps(graph, ops) }], undone: [] });
    return outcome;
  }

  function resume(batches: readonly Op[][]): void {
    const steps: Step[] = [];
    let reached = base;
    for (const ops of batches) {
      const outcome = applyOps(reached, ops);
      if (!outcome.ok) break;
      steps.push({ ops, inverse: invertOps(reached, ops) });
      reached = outcome.graph;
    }
    change({ graph: reached, done: steps, undone: [] });
  }

  resume(drafted);

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    apply,
    resume,
    undo() {
      const last = done.at(-1);
      if (last === undefined) return;
      change({ graph: applied(graph, last.inverse), done: done.slice(0, -1), undone: [...undone, last] });
    },
    redo() {
      const next = undone.at(-1);
      if (next === undefined) return;
      change({ ...again([next], { graph, done }), undone: undone.slice(0, -1) });
    },
    reset() {
      change({ graph: base, done: [], undone: [] });
    },
    follow(layout) {
      if (layout === base.layout) return;
      base = { ...base, layout };
      change({ ...again(done, { graph: base, done: [] }), undone });
    },
  };
}

/** Repeats steps on a graph that may look otherwise by now, and notes anew how each is undone. */
function again(steps: readonly Step[], from: { graph: Graph; done: Step[] }): { graph: Graph; done: Step[] } {
  return steps.reduce(({ graph, done }, { ops }) => ({ graph: applied(graph, ops), done: [...done, { ops, inverse: invertOps(graph, ops) }] }), from);
}

/** What was applied or undone before applies again; anything else is a bug. */
function applied(graph: Graph, ops: Op[]): Graph {
  const outcome = applyOps(graph, ops);
  if (!outcome.ok) throw new Error(`A step that was done can't be repeated: ${outcome.refusal.message}`);
  return outcome.graph;
}
