import type { Brief } from "../../core/brief/brief.ts";
import { findingOf, noOpinionSchema, opinionSchema } from "../../core/critique/opinion.ts";
import { nameOfTarget, type Finding } from "../../core/preflight/finding.ts";
import { firstIssue } from "../../core/text/first-issue.ts";
import { applyOps } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import { ElementTaker, refuse } from "./element-taker.ts";

/** More are a noise in which nobody finds what matters. */
const mostOpinions = 20;

/** A critique while it is written: every element becomes an opinion about something that is there, or a refusal that is shown. */
export class OpinionWriter extends ElementTaker {
  readonly graph: Graph;
  readonly #places: ReadonlySet<string>;
  readonly #said: Set<string>;

  /** @param written opinions that are there already. */
  constructor(graph: Graph, { requirements }: Brief, written: readonly Finding[]) {
    super();
    this.graph = graph;
    this.#places = new Set(["plan", ...graph.nodes.map(({ id }) => `node/${id}`), ...graph.edges.map(({ id }) => `edge/${id}`), ...requirements.map(({ id }) => `requirement/${id}`)]);
    this.#said = new Set(written.map(placeAndTopic));
  }

  protected take(value: JsonValue): PlanEntry {
    const none = noOpinionSchema.safeParse(value);
    if (none.success) return { type: "no-opinion", why: none.data.nothing };
    const parsed = opinionSchema.safeParse(value);
    if (!parsed.success) return refuse(value, firstIssue(parsed.error));
    const opinion = parsed.data;
    const said = placeAndTopic(findingOf(opinion));
    if (!this.#places.has(opinion.on)) return refuse(value, `Nothing in the plan or its brief is named "${opinion.on}".`);
    if (this.#said.has(said)) return refuse(value, `"${opinion.topic}" is said of "${opinion.on}" already.`);
    if (this.#said.size >= mostOpinions) return refuse(value, `${mostOpinions} points are as many as anybody reads.`);
    for (const { title, ops } of opinion.fixes) {
      const outcome = applyOps(this.graph, ops);
      if (!outcome.ok) return refuse(value, `The fix "${title}" doesn't fit the plan: ${outcome.refusal.message}`);
    }
    this.#said.add(said);
    return { type: "opinion", opinion };
  }
}

const placeAndTopic = ({ ruleId, target }: Finding) => `${nameOfTarget(target)} ${ruleId}`;
