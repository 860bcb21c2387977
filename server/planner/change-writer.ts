import { applyOps } from "../../core/workflow/apply-op.ts";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Op } from "../../core/workflow/op.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import { changeSchema, nodesTouched, unreadSchema } from "../../core/proposal/proposed-change.ts";
import { firstIssue } from "../../core/text/first-issue.ts";
import { ElementTaker, refusal, refuse, type RefusalEntry } from "./element-taker.ts";

/** What a proposal is about. */
interface Subject {
  /** The plan, with the changes that are written already. */
  graph: Graph;
  /** References of everything that can be answered. */
  refs: readonly string[];
  /** The only nodes that may be changed; all of them where it is empty. */
  part: readonly string[];
  /** Of those that are there already, what this proposal added. */
  added: readonly string[];
}

/** A proposal while it is written: every element becomes a change that applies, a remark that can't be read, or a refusal that is shown. */
export class ChangeWriter extends ElementTaker {
  #graph: Graph;
  readonly #refs: ReadonlySet<string>;
  /** Null where everything may be changed. */
  readonly #own: Set<string> | null;

  constructor({ graph, refs, part, added }: Subject) {
    super();
    this.#graph = graph;
    this.#refs = new Set(refs);
    this.#own = part.length === 0 ? null : new Set([...part, ...added]);
  }

  get graph(): Graph {
    return this.#graph;
  }

  protected take(value: JsonValue): PlanEntry {
    if (typeof value === "object" && value !== null && "unread" in value) {
      const parsed = unreadSchema.safeParse(value);
      if (!parsed.success) return refuse(value, firstIssue(parsed.error));
      return this.#unknown([parsed.data.unread], value) ?? { type: "unread", unread: parsed.data };
    }
    const parsed = changeSchema.safeParse(value);
    if (!parsed.success) return refuse(value, firstIssue(parsed.error));
    const { answers, ops } = parsed.data;
    const unknown = this.#unknown(answers, value);
    if (unknown !== null) return unknown;
    if (ops.some(({ op }) => op === "layout-update")) return refuse(value, "Where nodes stand on the canvas is not for you to say.");
    const outside = ops.find((op) => !this.#isOwn(op));
    if (outside !== undefined) return refuse(value, `Only the part that was asked about may be changed: ${outside.op}${"id" in outside ? ` of "${outside.id}"` : ""} is outside of it.`);
    const outcome = applyOps(this.#graph, ops);
    if (!outcome.ok) return refusal(value, outcome.refusal);
    if (digestGraph(outcome.graph) === digestGraph(this.#graph)) return refuse(value, "The plan is like this already.");
    this.#graph = outcome.graph;
    for (const op of ops) if (op.op === "node-add") this.#own?.add(op.node.id);
    return { type: "change", change: parsed.data };
  }

  #unknown(refs: readonly string[], value: JsonValue): RefusalEntry | null {
    const unknown = refs.find((ref) => !this.#refs.has(ref));
    return unknown === undefined ? null : refuse(value, `Nothing in the request is named "${unknown}".`);
  }

  #isOwn(op: Op): boolean {
    const own = this.#own;
    if (own === null || op.op === "node-add") return true;
    if (op.op === "plan-update") return op.changes.every(({ path }) => path[0] === "reportNode");
    const touched = nodesTouched(op, this.#graph);
    // An edge that the same batch adds or leads elsewhere shows where it leads only once it is applied.
    if (op.op === "edge-add" || op.op === "edge-update" || op.op === "edge-remove") return touched.length === 0 || touched.some((id) => own.has(id) || !this.#graph.nodes.some((node) => node.id === id));
    return touched.every((id) => own.has(id) || !this.#graph.nodes.some((node) => node.id === id));
  }
}
