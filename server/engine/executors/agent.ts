import { z } from "zod";
import { workerAnswerSchema } from "../../../core/evidence/claim.ts";
import type { ContextOrigin } from "../../../core/run/context-receipt.ts";
import type { RequestPart } from "../../../core/run/request-part.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import { workPrompt } from "../prompts/work-prompt.ts";
import { askModel } from "./ask-model.ts";
import { roomFor } from "./call-model.ts";
import { Conversation } from "./conversation.ts";
import type { Executor, StepOutcome, StepRun } from "./executor.ts";
import { fitInputs } from "./fit-inputs.ts";
import { jsonSchemaOf } from "./json-schema-of.ts";
import { placeClaims } from "./place-claims.ts";
import { readClaims } from "./read-claims.ts";
import { readAnswer, type ReadAnswer } from "./read-answer.ts";
import { recordShown } from "./shown-passages.ts";

/** Turns of an agent whose node sets no limit: nothing runs without one. */
const usualTurns = 8;
/** Of the room for its context: what tools bring needs the rest. */
const inputShare = 0.6;
const claimsSchema = jsonSchemaOf(workerAnswerSchema);
const mostTextLength = 200_000;

/** A model with tools in a loop until it answers in its schema (DESIGN.md §5). */
export const executeAgent: Executor<"agent"> = async (step) => {
  const { node } = step;
  if (isUnknown(node.instructions) || isUnknown(node.context) || isUnknown(node.output) || isUnknown(node.role) || isUnknown(node.maxTurns)) return unknownField(node.title);
  const { output, context } = node;
  const conversation = new Conversation();
  const own = context.maxTokens === undefined ? null : Math.max(1, context.maxTokens - countTokens(workPrompt.instructions));
  const maxTokens = roomFor(step.model(node.role), { prompt: workPrompt, tools: step.tools.granted, maxTokens: own });
  askForWork(step, conversation, { instructions: node.instructions, context, output, maxTokens });
  const asking = {
    role: node.role,
    prompt: workPrompt,
    tools: step.tools.granted,
    maxTurns: node.maxTurns ?? usualTurns,
    maxTokens: own,
    answerSchema: null,
    tokenBudget: node.budget?.maxTokens ?? null,
    onResult: (shown: JsonValue) => recordShown(step, shown),
  };
  switch (output.as) {
    case "claims": {
      const asked = await askModel(step, conversation, { ...asking, answerSchema: claimsSchema, read: readClaims });
      if (!asked.ok) return asked.outcome;
      const { claims, missing } = await placeClaims(step, asked.answer);
      return { status: "completed", output: asJson({ claims, missing }), summary: summaryOf(claims.length, missing.length) };
    }
    case "json": {
      const schema = schemaOf(output.schema);
      if (schema === null) return { status: "failed", code: "schema-invalid", message: `The schema of what "${node.title}" answers can't be read.`, isRetryable: false };
      const asked = await askModel(step, conversation, { ...asking, answerSchema: output.schema, read: (text) => readAnswer(text, schema) });
      return asked.ok ? { status: "completed", output: asJson(asked.answer), summary: "Answered in its schema" } : asked.outcome;
    }
    case "text": {
      const asked = await askModel(step, conversation, { ...asking, read: readText });
      return asked.ok ? { status: "completed", output: asked.answer, summary: asked.answer.slice(0, 160).toWellFormed() } : asked.outcome;
    }
  }
};

type Known<Value> = Exclude<Value, { unknown: string }>;
type AgentNode = StepRun<"agent">["node"];

/** Everything that the node's context declares, as data parts with where each comes from. */
function askForWork(
  { node, brief, item, inputs, feedback }: StepRun<"agent">,
  conversation: Conversation,
  { instructions, context, output, maxTokens }: { instructions: string; context: Known<AgentNode["context"]>; output: Known<AgentNode["output"]>; maxTokens: number | null },
): void {
  const wanted = context.requirements === "all" ? null : new Set(context.requirements === "covered" ? node.covers : context.requirements);
  const requirements = brief.requirements.filter(({ id }) => wanted === null || wanted.has(id));
  const schema = output.as === "claims" ? claimsSchema : output.as === "json" ? output.schema : null;
  const told = feedback === "" ? instructions : `${instructions}\n\nWho looked at the result before says: ${feedback}`;
  const parts: { origin: ContextOrigin; part: RequestPart }[] = [
    { origin: { kind: "plan", name: node.id }, part: { part: "assignment", task: "work", title: node.title, instructions: told, doneWhen: node.doneWhen, answerAs: output.as, schema } },
    { origin: { kind: "brief", name: "question and requirements" }, part: { part: "brief", question: context.question ? brief.question : null, requirements } },
    { origin: { kind: "brief", name: "collections" }, part: { part: "sources", collections: context.sources.length > 0 ? context.sources : brief.scope.collections } },
  ];
  if (item !== null) parts.push({ origin: { kind: "item", name: item.key }, part: { part: "item", index: item.index, value: item.value } });
  const named = Object.fromEntries(Object.entries(inputs).filter(([name]) => context.inputs === "all" || context.inputs.includes(name)));
  const room = maxTokens === null ? Number.POSITIVE_INFINITY : Math.max(0, maxTokens * inputShare - countTokens(JSON.stringify(parts)));
  const fitted = fitInputs(named, room);
  for (const { name, value } of fitted.inputs) parts.push({ origin: { kind: "input", name }, part: { part: "input", name, value } });
  for (const one of fitted.cut) conversation.note(one);
  if (fitted.cut.length > 0) parts.push({ origin: { kind: "limit", name: "tokens" }, part: { part: "cut", left: fitted.cut.map(({ origin, what }) => `${what} of "${origin.name}"`) } });
  conversation.ask(parts);
}

function isUnknown<Value>(value: Value): value is Extract<Value, { unknown: string }> {
  return typeof value === "object" && value !== null && "unknown" in value;
}

function unknownField(title: string): StepOutcome {
  return { status: "failed", code: "field-unknown", message: `"${title}" holds a field that nobody knows; it can't run until somebody fills it in.`, isRetryable: false };
}

function schemaOf(schema: { [key: string]: JsonValue }): z.ZodType | null {
  try {
    return z.fromJSONSchema(schema);
  } catch {
    return null;
  }
}

function readText(text: string): ReadAnswer<string> {
  const answer = text.trim().slice(0, mostTextLength).toWellFormed();
  return answer === "" ? { ok: false, problems: ["The answer is empty."] } : { ok: true, answer };
}

function summaryOf(claims: number, missing: number): string {
  const found = claims === 0 ? "No claim" : claims === 1 ? "1 claim" : `${claims} claims`;
  return missing === 0 ? found : `${found}, ${missing} not found`;
}

function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}
