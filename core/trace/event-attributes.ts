import { splitModelName } from "../models/model-name.ts";
import type { TokenUsage } from "../models/model-call.ts";
import type { RunEvent } from "../run/run-event.ts";
import type { Attributes } from "./span.ts";

type ModelCall = Extract<RunEvent, { type: "model-called" | "model-failed" }>;
type ToolCall = Extract<RunEvent, { type: "tool-called" }>;

/** Providers whose names in the conventions differ from ours. */
const providerNames: Readonly<Record<string, string>> = { google: "gcp.gemini", offline: "countersign.offline" };

/**
 * Names what an event holds as OpenTelemetry does: `gen_ai.*` and `error.type` where the semantic conventions for generative
 * AI have a name (https://github.com/open-telemetry/semantic-conventions-genai, mid-2026), `countersign.*` for the rest.
 * Contents stay out: they are stored once, under the digests that are named here.
 */
export function attributesOf(event: RunEvent): Attributes {
  switch (event.type) {
    case "run-created":
      return {
        "countersign.approval.id": event.decisionId,
        "countersign.approval.subject.sha256": event.manifestDigest,
        "countersign.definition.sha256": event.definitionDigest,
        "countersign.actor": event.by.name,
      };
    case "driver-changed":
      return { "countersign.worker.id": event.workerId, "countersign.worker.reason": event.reason };
    case "wait-began":
      return { "countersign.wait.id": event.waitId, "countersign.wait.kind": event.wait.kind };
    case "wait-answered":
      return { "countersign.wait.id": event.waitId, "countersign.approval.decision": event.action, "countersign.approval.actor": event.by.name, "countersign.reason": event.reason };
    case "run-canceled":
      return { "countersign.actor": event.by.name, "countersign.reason": event.reason };
    case "run-completed":
      return {};
    case "run-failed":
      return { "error.type": "run-failed", "countersign.reason": event.message };
    case "step-started":
      return { "countersign.step.attempt": event.attempt, "countersign.idempotency.key": event.idempotencyKey };
    case "items-listed":
      return { "countersign.items.count": event.keys.length };
    case "step-completed":
      return { "countersign.step.attempt": event.attempt, "countersign.step.summary": event.summary };
    case "step-failed":
      return { "countersign.step.attempt": event.attempt, "error.type": event.error.code, "countersign.reason": event.error.message };
    case "step-skipped":
      return { "countersign.reason": event.reason };
    case "step-set-aside":
      return { "countersign.step.attempt": event.attempt, "countersign.wait.id": event.waitId };
    case "step-retried":
      return { "countersign.actor": event.by.name, "countersign.reason": event.reason };
    case "model-called":
      return {
        ...ofModelCall(event),
        "gen_ai.response.finish_reasons": [event.finishReason],
        "countersign.prompt.version": event.promptVersion,
        "countersign.receipt.sha256": event.receipt,
        ...(event.insteadOf === undefined ? {} : { "countersign.model.instead_of": event.insteadOf }),
      };
    case "model-failed":
      return { ...ofModelCall(event), "error.type": event.code, ...(event.retryInMs === undefined ? {} : { "countersign.retry.in_ms": event.retryInMs }) };
    case "tool-called":
      return ofToolCall(event);
    case "source-read":
      return { "countersign.source.id": event.sourceId, "countersign.source.sha256": event.sha256, "countersign.source.start": event.start, "countersign.source.end": event.end };
  }
}

function ofModelCall({ model, role, call, attempt, usage, costMicroUsd }: ModelCall): Attributes {
  const { provider, modelId } = splitModelName(model) ?? { provider: "unknown", modelId: model };
  return {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": providerNames[provider] ?? provider,
    "gen_ai.request.model": modelId,
    ...(usage === null ? {} : ofUsage(usage)),
    ...(costMicroUsd === null ? {} : { "countersign.cost.micro_usd": costMicroUsd }),
    "countersign.model.role": role,
    "countersign.call.index": call,
    "countersign.step.attempt": attempt,
  };
}

function ofUsage({ input, output, cachedInput, cacheWrite, reasoning }: TokenUsage): Attributes {
  return {
    "gen_ai.usage.input_tokens": input,
    "gen_ai.usage.output_tokens": output,
    "gen_ai.usage.cache_read.input_tokens": cachedInput,
    ...(cacheWrite === undefined ? {} : { "gen_ai.usage.cache_creation.input_tokens": cacheWrite }),
    "gen_ai.usage.reasoning.output_tokens": reasoning,
  };
}

function ofToolCall({ tool, outcome, attempt }: ToolCall): Attributes {
  return {
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": tool,
    "gen_ai.tool.type": "function",
    ...(outcome === "ok" ? {} : { "error.type": outcome }),
    "countersign.step.attempt": attempt,
  };
}
