import { applyOp, parseOp } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Op } from "../../core/workflow/op.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import type { Element } from "./element-parser.ts";

export type RefusalEntry = Extract<PlanEntry, { type: "refusal" }>;

/** A plan while it is written: every element becomes an op that is applied, or a refusal that is shown. */
export class PlanWriter {
  #graph: Graph;
  #refused: RefusalEntry[] = [];

  constructor(written: Graph) {
    this.#graph = written;
  }

  get graph(): Graph {
    return this.#graph;
  }

  /** @returns what the log says of this element. */
  write(element: Element): PlanEntry {
    const entry = element.isJson ? this.#parse(element.value) : refusedElement(element);
    if (entry.type === "refusal") this.#refused.push(entry);
    return entry;
  }

  /** Applies an op that isn't the model's own: its refusal is no business of the model's. */
  writeOp(op: Op): PlanEntry {
    return this.#apply(op, JSON.parse(JSON.stringify(op)));
  }

  /** The refusals since it was last asked. */
  takeRefused(): RefusalEntry[] {
    return this.#refused.splice(0);
  }

  #parse(value: JsonValue): PlanEntry {
    const parsed = parseOp(value);
    return parsed.ok ? this.#apply(parsed.op, value) : refusal(value, parsed.refusal);
  }

  #apply(op: Op, element: JsonValue): PlanEntry {
    const outcome = applyOp(this.#graph, op);
    if (!outcome.ok) return refusal(element, outcome.refusal);
    this.#graph = outcome.graph;
    return { type: "op", op };
  }
}

export function refusal(element: JsonValue, { code, index, message }: { code: string; index: number; message: string }): RefusalEntry {
  return { type: "refusal", element, refusal: { code, index, message } };
}

/** What is said of a line that is no element at all. */
export function refusedElement({ text, reason }: Extract<Element, { isJson: false }>): RefusalEntry {
  return refusal(text, { code: "malformed", index: 0, message: messages[reason] });
}

const messages = {
  "not-json": "The line is not JSON: write one op as one JSON object on one line.",
  "too-long": "The line is too long to be one op.",
  "too-deep": "The line is nested too deep to be an op.",
} as const;
