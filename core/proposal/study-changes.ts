import canonicalize from "canonicalize";
import { applyOps } from "../workflow/apply-op.ts";
import type { Graph } from "../workflow/graph.ts";
import type { ProposedChange } from "./proposed-change.ts";
import { touchedBy, viewParts, type TouchedParts } from "./touched-parts.ts";

/** A part as a text that can be compared; the same whatever the order of its fields. */
export type PartText = string;

/** What is known of a change whatever becomes of the plan. */
export interface StudiedChange {
  change: ProposedChange;
  /** Places of the earlier changes without which it can't be, theirs included; in order. */
  needs: readonly number[];
  /** Of each part that it touches, how that may stand for it still to fit: as its planner saw it, or proposed it before. */
  sights: ReadonlyMap<string, ReadonlySet<PartText>>;
  /** Of each part that it sets, how that stands once it is in the plan: as it sets it, or a later change instead. */
  effects: Map<string, Set<PartText>>;
}

/**
 * Finds out which changes rest on which, and what each of them saw.
 * @param changes each of which applies after those before it.
 * @throws RangeError when one doesn't.
 */
export function studyChanges(base: Graph, changes: readonly ProposedChange[]): StudiedChange[] {
  const studied: StudiedChange[] = [];
  const touchedSoFar: TouchedParts[] = [];
  const textsByName = new Map<string, Set<PartText>>();
  const atFirst = viewParts(base);
  let graph = base;
  for (const change of changes) {
    const outcome = applyOps(graph, change.ops);
    if (!outcome.ok) throw new RangeError(`A change of a proposal doesn't apply: ${outcome.refusal.message}`);
    const touched = touchedBy(graph, change.ops);
    const { reads, writes, loses } = touched;
    const [before, after] = [viewParts(graph), viewParts(outcome.graph)];
    const sights = new Map<string, ReadonlySet<PartText>>();
    for (const name of new Set([...reads, ...writes, ...loses])) {
      const texts = (textsByName.get(name) ?? new Set([partText(atFirst(name))])).add(partText(before(name)));
      textsByName.set(name, texts);
      sights.set(name, new Set(texts));
    }
    const effects = new Map<string, Set<PartText>>();
    for (const name of writes) {
      const text = partText(after(name));
      textsByName.get(name)?.add(text);
      for (const earlier of studied) if (earlier.sights.get(name)?.has(text) === false) earlier.effects.get(name)?.add(text);
      effects.set(name, new Set([text]));
    }
    studied.push({ change, needs: closure(touched, touchedSoFar, studied), sights, effects });
    touchedSoFar.push(touched);
    graph = outcome.graph;
  }
  return studied;
}

/** A part as it is compared. */
export function partText(value: unknown): PartText {
  return value === undefined ? "" : (canonicalize(value) ?? "");
}

function closure(touched: TouchedParts, earlier: readonly TouchedParts[], studied: readonly StudiedChange[]): number[] {
  const direct = earlier.flatMap((one, index) => (isNeeded(one, touched) ? [index] : []));
  return [...new Set(direct.flatMap((index) => [...(studied[index]?.needs ?? []), index]))].toSorted((a, b) => a - b);
}

/** What the later one finds or sets was set before; or it takes away what the earlier one let go of. */
function isNeeded(earlier: TouchedParts, later: TouchedParts): boolean {
  return meet(earlier.writes, later.reads) || meet(earlier.writes, later.writes) || meet(earlier.frees, later.writes);
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((name) => other.has(name));
}
