import { applyOp, parseOp } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Op } from "../../core/workflow/op.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import { ElementTaker, refusal } from "./element-taker.ts";

/** A plan while it is written: every element becomes an op that is applied, or a refusal that is shown. */
export class PlanWriter extends ElementTaker {
  #graph: Graph;

  constructor(written: Graph) {
    super();
    this.#graph = written;
  }

  get graph(): Graph {
    return this.#graph;
  }

  /** Applies an op that isn't the model's own: its refusal is no business of the model's. */
  writeOp(op: Op): PlanEntry {
    return this.#apply(op, JSON.parse(JSON.stringify(op)));
  }

  protected take(value: JsonValue): PlanEntry {
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
