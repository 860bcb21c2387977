import type { LanguageModel } from "ai";
import type { OnRetry } from "../../../core/models/model-failure.ts";
import type { ModelPrice } from "../../../core/models/model-price.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import type { ToolDescriptor } from "../../../core/review/manifest.ts";

/** A model that may be called. */
export interface CallableModel {
  open(onRetry: OnRetry): LanguageModel;
  /** As `provider:model`. */
  name: string;
  /** Null when not known. */
  price: ModelPrice | null;
  /** How many tokens it takes in and gives out together; null when not known. */
  contextTokens: number | null;
  /** The offline model counts as we do; what others count is known when they have answered. */
  isOffline: boolean;
}

/** The model that serves a role. */
export interface RoleModel extends CallableModel {
  /** What it may cost at most for a million tokens, also when another takes over; micro-USD, null when not known. */
  microUsdPerMillionTokens: number | null;
  /** Takes over when it can't be used. */
  fallback: CallableModel | null;
}

/** A tool as it may be offered to a model. */
export interface GrantedTool extends Pick<ToolDescriptor, "name" | "description" | "effects"> {
  /** The JSON Schema of its input. */
  inputSchema: { [key: string]: JsonValue };
}

/** What a call brought, or why it was refused. */
export type ToolCallOutcome =
  | { ok: true; output: JsonValue }
  | { ok: false; reason: "bad-input" | "not-found" | "outside-scope" | "not-granted" | "failed"; message: string };

/** The way to tools: it grants, calls and records. */
export interface ToolAccess {
  granted: readonly GrantedTool[];
  /** Calls a tool within what is granted, and writes a `tool-called` event, also for a refusal. */
  call(name: string, input: JsonValue): Promise<ToolCallOutcome>;
}

/** A document as a run sees it. */
export interface StoredSource {
  id: string;
  title: string;
  path: string;
  text: string;
  sha256: string;
}
