import type { RunState, StepState } from "../../core/run/run-state.ts";
import { isEnded, type RunStatus } from "../../core/run/run-status.ts";
import { placeOfStep, stepIdOf } from "../../core/run/step-id.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { isContainer } from "../../core/workflow/node.ts";

/** One item of a map, or one pass of a loop: how its steps together stand. */
interface ItemProgress {
  key: string;
  /** The place part of its steps' ids. */
  itemId: string;
  status: RunStatus;
  startedAt: Date | null;
  endedAt: Date | null;
}

/** How a node stands over all its steps. */
export interface NodeProgress {
  status: RunStatus;
  /** How many steps of it stand how; of a container, how many of its items. */
  counts: Partial<Record<RunStatus, number>>;
  total: number;
  /** Of a container, in the order of the items. */
  items: readonly ItemProgress[] | null;
  costMicroUsd: number | null;
  tokens: number;
  startedAt: Date | null;
  endedAt: Date | null;
}

type Spent = Pick<NodeProgress, "costMicroUsd" | "tokens">;

const pending: NodeProgress = { status: "pending", counts: {}, total: 0, items: null, costMicroUsd: 0, tokens: 0, startedAt: null, endedAt: null };

/** How every node of a graph stands, by its id. */
export function progressByNode({ nodes }: Pick<Graph, "nodes">, { stepsById }: Pick<RunState, "stepsById">): Map<string, NodeProgress> {
  const steps = [...stepsById.values()];
  const stepsByNode = Map.groupBy(steps, ({ nodeId }) => nodeId);
  const stepsByParent = Map.groupBy(steps, ({ stepId }) => placeOfStep(stepId)?.parentStepId ?? null);
  const bodySizes = new Map<string, number>();
  for (const { parent } of nodes) if (parent !== undefined) bodySizes.set(parent, (bodySizes.get(parent) ?? 0) + 1);
  return new Map(
    nodes.map(({ id, kind, parent }) => {
      const own = stepsByNode.get(id) ?? [];
      if (own.length === 0) return [id, pending];
      const items = isContainer(kind) ? own.flatMap((step) => itemsOf(step, stepsByParent.get(step.stepId) ?? [], bodySizes.get(id) ?? 0)) : null;
      const around = parent === undefined ? [] : (stepsByNode.get(parent) ?? []);
      const expected = around.reduce((sum, { itemKeys }) => sum + (itemKeys?.length ?? 0), 0);
      // As long as what it stands in goes on, those that have not begun are still to come.
      const toCome = around.some(({ status }) => status === "running") ? expected : 0;
      return [
        id,
        {
          status: containerStatus(itemStatus(own, toCome), items ?? []),
          counts: countsOf(items ?? own),
          total: items === null ? Math.max(own.length, expected) : items.length,
          items,
          ...spentBelow(own, stepsByParent),
          ...spanOf(own),
        },
      ];
    }),
  );
}

/** The items of one container's step, in order, with what their steps say. */
function itemsOf({ stepId, itemKeys }: StepState, below: readonly StepState[], bodySize: number): ItemProgress[] {
  const stepsByItem = Map.groupBy(below, (step) => placeOfStep(step.stepId)?.itemId ?? "");
  return (itemKeys ?? []).map((key) => {
    const itemId = itemIdOf(stepId, key);
    const steps = stepsByItem.get(itemId) ?? [];
    return { key, itemId, status: itemStatus(steps, bodySize), ...spanOf(steps) };
  });
}

/** The part of a step's id that names an item. */
export function itemIdOf(containerStepId: string, key: string): string {
  return placeOfStep(stepIdOf("any", containerStepId, key))?.itemId ?? key;
}

/** How an item stands. A body's nodes begin one after the other: between two of them the item still runs. */
export function itemStatus(steps: readonly StepState[], bodySize: number): RunStatus {
  const toCome = Array.from({ length: Math.max(0, bodySize - steps.length) }, (): RunStatus => "pending");
  return joinedStatus([...steps.map(({ status }) => status), ...toCome]);
}

/** How a container stands: while all that goes on in it waits, it waits too. */
export function containerStatus(own: RunStatus, items: readonly { status: RunStatus }[]): RunStatus {
  const isAny = (wanted: RunStatus) => items.some(({ status }) => status === wanted);
  return own === "running" && isAny("waiting") && !isAny("running") ? "waiting" : own;
}

/** What is most telling of several: what waits or runs now, then what failed, then what is done. */
function joinedStatus(statuses: readonly RunStatus[]): RunStatus {
  const has = (status: RunStatus) => statuses.includes(status);
  if (has("waiting")) return "waiting";
  if (has("running")) return "running";
  if (has("failed")) return "failed";
  if (has("canceled")) return "canceled";
  if (has("pending")) return statuses.some((status) => status === "completed") ? "running" : "pending";
  if (has("completed")) return "completed";
  return statuses.length === 0 ? "pending" : "skipped";
}

function countsOf(parts: readonly { status: RunStatus }[]): NodeProgress["counts"] {
  const counts: NodeProgress["counts"] = {};
  for (const { status } of parts) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** From the first beginning to the last end; open while one of them is. */
export function spanOf(steps: readonly Pick<StepState, "status" | "startedAt" | "endedAt">[]): Pick<NodeProgress, "startedAt" | "endedAt"> {
  let [first, last] = [Infinity, 0];
  let isOpen = false;
  for (const { status, startedAt, endedAt } of steps) {
    if (startedAt !== null) first = Math.min(first, startedAt.getTime());
    if (endedAt !== null) last = Math.max(last, endedAt.getTime());
    if (!isEnded(status)) isOpen = true;
  }
  return { startedAt: first === Infinity ? null : new Date(first), endedAt: isOpen || last === 0 ? null : new Date(last) };
}

/** What steps spent, with everything that ran inside them. */
export function spentBelow(steps: readonly StepState[], stepsByParent: ReadonlyMap<string | null, readonly StepState[]>): Spent {
  let [cost, tokens]: [number | null, number] = [0, 0];
  const enter = ({ stepId, spending }: StepState) => {
    cost = cost === null || spending.costMicroUsd === null ? null : cost + spending.costMicroUsd;
    tokens += spending.usage.input + spending.usage.output;
    for (const inner of stepsByParent.get(stepId) ?? []) enter(inner);
  };
  for (const step of steps) enter(step);
  return { costMicroUsd: cost, tokens };
}
