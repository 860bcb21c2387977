import type { RunState, StepState } from "../../core/run/run-state.ts";
import type { RunStatus } from "../../core/run/run-status.ts";
import { placeOfStep, stepIdOf } from "../../core/run/step-id.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { isContainer, type Node, type NodeKind } from "../../core/workflow/node.ts";
import { itemText } from "../parts/item-text.ts";
import { outlineRows } from "../review/outline-row.ts";
import { containerStatus, itemIdOf, itemStatus, spanOf, spentBelow } from "./node-progress.ts";

/** One line of the step list: a step, begun or still to come, or an item of a container. */
export interface StepRow {
  /** The step's id, also of one that has not begun; of an item with several steps, the container's id and the item. */
  id: string;
  /** What choosing the line selects; null for an item with several steps. */
  stepId: string | null;
  nodeId: string;
  kind: NodeKind;
  level: number;
  title: string;
  /** Beside the title: "38/60, 8 running". */
  aside: string;
  status: RunStatus;
  step: StepState | null;
  costMicroUsd: number | null;
  tokens: number;
  startedAt: Date | null;
  endedAt: Date | null;
  /** How many lines it opens to; 0 for a leaf. */
  childCount: number;
  isOpen: boolean;
}

export interface RowView {
  /** Ids of lines that were opened or closed by hand, by what was chosen. */
  openById: Readonly<Record<string, boolean>>;
  /** Only lines whose title holds this, and what they stand in. */
  search: string;
  failedOnly: boolean;
}

/** Containers with more lines than this start closed. */
const openAtFirst = 8;

/**
 * The steps of a run as a list that never changes its order: nodes as the graph has them, items as their list has them,
 * whatever begins or ends first.
 */
export function stepRows(graph: Graph, { stepsById }: Pick<RunState, "stepsById">, view: RowView): StepRow[] {
  const ordered = outlineRows(graph, { closed: new Set(), ghost: null }).flatMap(({ node }) => node ?? []);
  const childrenById = Map.groupBy(ordered, ({ parent }) => parent ?? null);
  const stepsByParent = Map.groupBy(stepsById.values(), ({ stepId }) => placeOfStep(stepId)?.parentStepId ?? null);
  const isFiltered = view.failedOnly || view.search !== "";
  const isWanted = (row: StepRow) =>
    (!view.failedOnly || row.status === "failed") && (view.search === "" || row.title.toLowerCase().includes(view.search.toLowerCase()));

  const rowsOf = (node: Node, stepId: string, level: number, title = node.title): StepRow[] => {
    const step = stepsById.get(stepId) ?? null;
    const bodies = isContainer(node.kind) ? (childrenById.get(node.id) ?? []) : [];
    const keys = step?.itemKeys ?? [];
    const below = stepsByParent.get(stepId) ?? [];
    const stepsByItem = Map.groupBy(below, (inner) => placeOfStep(inner.stepId)?.itemId ?? "");
    const row: StepRow = {
      id: stepId,
      stepId,
      nodeId: node.id,
      kind: node.kind,
      level,
      title,
      aside: "",
      status: step?.status ?? "pending",
      step,
      ...(step === null ? { costMicroUsd: 0, tokens: 0, startedAt: null, endedAt: null } : { ...spentBelow([step], stepsByParent), ...spanOf([step]) }),
      childCount: keys.length > 0 ? keys.length : bodies.length,
      isOpen: false,
    };
    if (bodies.length === 0) return isFiltered && !isWanted(row) ? [] : [row];
    const items = keys.map((key) => ({ status: itemStatus(stepsByItem.get(itemIdOf(stepId, key)) ?? [], bodies.length) }));
    row.status = containerStatus(row.status, items);
    if (keys.length > 0) row.aside = itemsAside(items);
    row.isOpen = isFiltered || (view.openById[row.id] ?? row.childCount <= openAtFirst);
    if (!row.isOpen) return [row];
    const inner =
      keys.length === 0
        ? bodies.flatMap((body) => rowsOf(body, stepIdOf(body.id, stepId, ""), level + 1))
        : keys.flatMap((key, index) => itemRows({ key, index, bodies, parent: row, steps: stepsByItem.get(itemIdOf(stepId, key)) ?? [] }));
    return isFiltered && inner.length === 0 && !isWanted(row) ? [] : [row, ...inner];
  };

  const itemRows = ({ key, index, bodies, parent, steps }: { key: string; index: number; bodies: readonly Node[]; parent: StepRow; steps: readonly StepState[] }): StepRow[] => {
    const level = parent.level + 1;
    const title = key === String(index) ? itemText(key) : parent.kind === "loop" ? `Pass ${key}` : `${index + 1} · ${key}`;
    const [only] = bodies;
    if (bodies.length === 1 && only !== undefined) return rowsOf(only, stepIdOf(only.id, parent.id, key), level, title);
    const id = `${parent.id}[${itemIdOf(parent.id, key)}]`;
    const row: StepRow = {
      id,
      stepId: null,
      nodeId: parent.nodeId,
      kind: parent.kind,
      level,
      title,
      aside: "",
      status: itemStatus(steps, bodies.length),
      step: null,
      ...spentBelow(steps, stepsByParent),
      ...spanOf(steps),
      childCount: bodies.length,
      isOpen: isFiltered || (view.openById[id] ?? false),
    };
    if (!row.isOpen) return [row];
    const inner = bodies.flatMap((body) => rowsOf(body, stepIdOf(body.id, parent.id, key), level + 1));
    return isFiltered && inner.length === 0 && !isWanted(row) ? [] : [row, ...inner];
  };

  return (childrenById.get(null) ?? []).flatMap((node) => rowsOf(node, stepIdOf(node.id), 1));
}

function itemsAside(items: readonly { status: RunStatus }[]): string {
  const count = (wanted: RunStatus) => items.filter(({ status }) => status === wanted).length;
  const told = (["failed", "skipped", "running"] as const).flatMap((status) => (count(status) > 0 ? [`, ${count(status)} ${status}`] : []));
  return `${count("completed") + count("failed")}/${items.length}${told[0] ?? ""}`;
}
