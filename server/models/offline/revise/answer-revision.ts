import { reviseRequestSchema, type ReviseRequest } from "../../../../core/planning/revise-request.ts";
import { targetOfPoint, type Point } from "../../../../core/proposal/point.ts";
import { placeTarget } from "../../../../core/annotation/place-target.ts";
import { applyOps } from "../../../../core/workflow/apply-op.ts";
import { digestGraph } from "../../../../core/workflow/digest-graph.ts";
import type { Graph } from "../../../../core/workflow/graph.ts";
import { opSchema, type Op, type OpInput } from "../../../../core/workflow/op.ts";
import { withoutHidden } from "../../../../core/preflight/hidden-text.ts";
import { userData, type Turn, type TurnContext } from "../turn.ts";
import { withFreeIds } from "./free-ids.ts";
import { readRemark } from "./read-remark.ts";

/** Proposes changes to a plan, one a line, and says what it couldn't read. Null when the prompt asks for none. */
export function answerRevision({ prompt }: TurnContext): Turn | null {
  const asked = userData(prompt).map((data) => reviseRequestSchema.safeParse(data)).findLast(({ success }) => success)?.data;
  if (asked === undefined) return null;
  const answer = new RevisionAnswer(asked);
  const answered = new Set(asked.answered);
  for (const point of asked.points) if (!answered.has(point.ref)) answer.take(point);
  return { type: "text", text: answer.lines().map((line) => `${JSON.stringify(line)}\n`).join("") };
}

interface Change {
  answers: string[];
  why: string;
  ops: Op[];
}

/** The lines of an answer while they are made; each change stands on those before it. */
class RevisionAnswer {
  #graph: Graph;
  readonly #asked: ReviseRequest;
  readonly #changes: Change[] = [];
  readonly #unread: { unread: string; words: string; why: string }[] = [];

  constructor(asked: ReviseRequest) {
    this.#asked = asked;
    this.#graph = asked.plan;
  }

  lines(): object[] {
    return [...this.#changes, ...this.#unread];
  }

  take(point: Point): void {
    if (point.type === "finding") return this.#mend(point);
    const texts = point.type === "wish" ? [point.text] : point.said.map(({ text }) => text);
    if (texts.every((text) => text.trim() === "")) return this.#leave(point.ref, "", "The offline model writes no step anew by itself: say what is to be changed, or choose a language model in Settings.");
    const { brief, tools, collections } = this.#asked;
    const target = targetOfPoint(point);
    if (placeTarget(target, { graph: this.#graph, brief, findings: null }).isOutdated) return this.#leave(point.ref, texts.join(" "), "What it is about is no longer in the plan.");
    for (const text of texts) {
      const place = () => ({ graph: this.#graph, brief, tools: tools.map(({ name }) => name), collections: collections.map(({ name }) => name), target });
      const take = (ops: OpInput[]) => this.#apply(ops.map((op) => opSchema.parse(op)));
      for (const reading of readRemark(withoutHidden(text), place, take)) {
        if ("unread" in reading) this.#leave(point.ref, reading.words, reading.unread);
        else this.#changes.push({ answers: [point.ref], why: reading.why, ops: reading.ops.map((op) => opSchema.parse(op)) });
      }
    }
  }

  /** By the first of a finding's fixes that applies; one that another finding called for already is that one's. */
  #mend({ ref, fixes, message }: Extract<Point, { type: "finding" }>): void {
    const same = this.#changes.find(({ ops }) => fixes.some((fix) => JSON.stringify(fix.ops) === JSON.stringify(ops)));
    if (same !== undefined) return void same.answers.push(ref);
    const refusals: string[] = [];
    for (const { title, ops } of fixes) {
      const free = withFreeIds(ops, this.#graph);
      const refusal = this.#apply(free);
      if (refusal === null) return void this.#changes.push({ answers: [ref], why: `${title}.`, ops: free });
      refusals.push(refusal);
    }
    this.#leave(ref, message, refusals[0] ?? "No fix is known for it: it takes a person, or a language model.");
  }

  /** @returns why nothing changed; null when the ops are part of the plan now. */
  #apply(ops: Op[]): string | null {
    const outcome = applyOps(this.#graph, ops);
    if (!outcome.ok) return `That doesn’t fit into the plan: ${outcome.refusal.message}`;
    if (digestGraph(outcome.graph) === digestGraph(this.#graph)) return "The plan is like this already.";
    this.#graph = outcome.graph;
    return null;
  }

  #leave(ref: string, words: string, why: string): void {
    this.#unread.push({ unread: ref, words, why });
  }
}
