import { searchToolName } from "../../../core/planning/found-passage.ts";
import { mendRequestSchema, planRequestSchema, type PlanRequest } from "../../../core/planning/plan-request.ts";
import { withoutHidden } from "../../../core/preflight/hidden-text.ts";
import type { Graph } from "../../../core/workflow/graph.ts";
import type { OpInput } from "../../../core/workflow/op.ts";
import { contentWords } from "./question/words.ts";
import { readFindings } from "./plan/findings.ts";
import { outlineQuestion } from "./plan/outline-question.ts";
import { completePlan } from "./plan/complete-plan.ts";
import { writeOps } from "./plan/write-ops.ts";
import { toolResults, userData, type Turn, type TurnContext } from "./turn.ts";

const mostSearches = 8;
const passagesPerSearch = 10;

/** Writes a plan: searches first where it may, then one op a line. Null when the prompt asks for no plan. */
export function answerPlan({ prompt, toolNames }: TurnContext): Turn | null {
  const data = userData(prompt);
  const asked = data.map((one) => planRequestSchema.safeParse(one)).find(({ success }) => success)?.data;
  if (asked === undefined) return null;
  const request = readable(asked);
  const mend = data.map((one) => mendRequestSchema.safeParse(one)).findLast(({ success }) => success)?.data;
  const results = toolResults(prompt).filter(({ toolName }) => toolName === searchToolName);
  if (results.length === 0 && mend === undefined && toolNames.has(searchToolName) && request.collections.length > 0) {
    const calls = queriesOf(request).map((query) => ({ toolName: searchToolName, input: { query, limit: passagesPerSearch } }));
    if (calls.length > 0) return { type: "tool-calls", calls };
  }
  const findings = readFindings(results);
  const ops = writeOps(outlineQuestion(request.brief, findings), request, findings);
  return { type: "text", text: asLines(ops, mend?.written ?? request.written) };
}

/** A request without characters that nobody sees: what is copied from it into the plan has to be what a reviewer reads. */
function readable(request: PlanRequest): PlanRequest {
  const { brief } = request;
  const requirements = brief.requirements.map((requirement) => ({ ...requirement, text: withoutHidden(requirement.text) }));
  return { ...request, brief: { ...brief, question: withoutHidden(brief.question), requirements } };
}

function queriesOf({ brief }: PlanRequest): string[] {
  const queries = outlineQuestion(brief, null).parts.flatMap(({ query }) => (query === null || contentWords(query).length === 0 ? [] : [query]));
  return [...new Set(queries)].slice(0, mostSearches);
}

function asLines(ops: readonly OpInput[], written: Graph): string {
  return completePlan(ops, written).map((op) => `${JSON.stringify(op)}\n`).join("");
}
