import type { GraphView } from "../../core/preflight/graph-view.ts";
import { settle } from "../../core/run/next-steps.ts";
import type { RunState } from "../../core/run/run-state.ts";
import { nodeIdOf, placeOfStep, stepIdOf } from "../../core/run/step-id.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { StepItem } from "./executors/executor.ts";
import type { RunContents } from "./run-contents.ts";

export interface StepInputs {
  inputs: Record<string, JsonValue>;
  item: StepItem | null;
}

interface Container {
  inputs: Record<string, JsonValue>;
  items: JsonValue[];
  keys: readonly string[];
  /** By the beginning that the ids of an item's steps share. */
  indexByPrefix: ReadonlyMap<string, number>;
}

/** Reads what steps receive; what all items of a map share is read once. */
export class InputReader {
  readonly #view: GraphView;
  readonly #contents: RunContents;
  readonly #containersById = new Map<string, Promise<Container>>();

  constructor(view: GraphView, contents: RunContents) {
    this.#view = view;
    this.#contents = contents;
  }

  /** The values of a step's delivered data edges, beside those of the containers around it, and its item. */
  async read(state: RunState, stepId: string): Promise<StepInputs> {
    const place = placeOfStep(stepId);
    const container = place === null ? null : await this.#containerOf(state, place.parentStepId);
    const prefix = stepId.slice(0, stepId.lastIndexOf("/") + 1);
    const inputs = { ...container?.inputs };
    for (const edge of this.#view.incoming(nodeIdOf(stepId))) {
      const source = state.stepsById.get(`${prefix}${edge.from}`);
      if (edge.kind !== "data" || settle(edge, source) !== "delivered" || !source?.output) continue;
      inputs[edge.as] = await this.#contents.get(source.output);
    }
    if (container === null) return { inputs, item: null };
    const index = container.indexByPrefix.get(prefix) ?? -1;
    const [value, key] = [container.items[index], container.keys[index]];
    if (value === undefined || key === undefined) throw new Error(`The item of ${stepId} is missing.`);
    return { inputs, item: { value, index, key } };
  }

  #containerOf(state: RunState, stepId: string): Promise<Container> {
    const known = this.#containersById.get(stepId) ?? this.#readContainer(state, stepId);
    this.#containersById.set(stepId, known);
    return known;
  }

  async #readContainer(state: RunState, stepId: string): Promise<Container> {
    const step = state.stepsById.get(stepId);
    const { inputs } = await this.read(state, stepId);
    const items = step?.items ? await this.#contents.get(step.items) : [];
    const keys = step?.itemKeys ?? [];
    return { inputs, items: Array.isArray(items) ? items : [], keys, indexByPrefix: new Map(keys.map((key, index) => [stepIdOf("", stepId, key), index])) };
  }
}

/** What expressions may name where a step stands. */
export function namesAt({ inputs, item }: StepInputs, brief: JsonValue): Record<string, JsonValue> {
  return { inputs, brief, ...(item === null ? {} : { item: item.value, index: item.index }) };
}
