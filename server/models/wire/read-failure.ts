import { APICallError, JSONParseError, LoadAPIKeyError, TypeValidationError } from "@ai-sdk/provider";
import { ModelFailure, type ModelFailureCode } from "../../../core/models/model-failure.ts";
import { wellFormed } from "../../../core/text/well-formed.ts";
import type { Redactor } from "./redactor.ts";

const shownLength = 300;

/** Says what a provider's error means; its own words come shortened and without our keys. */
export function readFailure(error: unknown, { provider, redactor }: { provider: string; redactor: Redactor }): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const said = wellFormed(redactor.text(wordsOf(error)).replaceAll(/\s+/g, " ").trim()).slice(0, shownLength);
  const code = codeOf(error);
  return new ModelFailure(code, sentenceOf(code, provider, said), APICallError.isInstance(error) ? retryAfterOf(error.responseHeaders ?? {}) : null);
}

const what: Record<ModelFailureCode, string> = {
  "rate-limited": "takes no more requests for now",
  overloaded: "could not answer",
  unreachable: "can't be reached",
  timeout: "took too long",
  cut: "broke off its answer",
  quota: "says that the quota is used up",
  authentication: "refuses the key",
  "model-unknown": "doesn't know the model",
  "not-configured": "is not set up",
  "too-long": "says that the request is too long for the model",
  rejected: "did not take the request",
  filtered: "held the answer back by its filter",
  malformed: "sent what can't be read",
  endless: "went on beyond the limit",
};

function sentenceOf(code: ModelFailureCode, provider: string, said: string): string {
  return said === "" ? `${provider} ${what[code]}.` : `${provider} ${what[code]}: ${said}${/[.!?…]$/.test(said) ? "" : "."}`;
}

function codeOf(error: unknown): ModelFailureCode {
  if (LoadAPIKeyError.isInstance(error)) return "authentication";
  if (JSONParseError.isInstance(error) || TypeValidationError.isInstance(error)) return "malformed";
  const text = `${wordsOf(error)} ${APICallError.isInstance(error) ? (error.responseBody ?? "") : textOf(error)}`.toLowerCase();
  if (/insufficient_quota|billing_hard_limit|credit balance|payment required|insufficient.credit/.test(text)) return "quota";
  if (/context_length_exceeded|prompt is too long|maximum context length|input token count.*exceeds|too many tokens/.test(text)) return "too-long";
  if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode >= 400) return codeOfStatus(error.statusCode);
  if (APICallError.isInstance(error) && error.statusCode !== undefined) return isCut(causes(error)) ? "cut" : "malformed";
  if (/overloaded|server_error|api_error|internal|unavailable/.test(text)) return "overloaded";
  if (/rate_limit|resource_exhausted/.test(text)) return "rate-limited";
  if (isCut(text)) return "cut";
  if (/cannot connect|fetch failed|econnrefused|enotfound|eai_again|certificate/.test(text)) return "unreachable";
  return "malformed";
}

function isCut(text: string): boolean {
  return /terminated|other side closed|socket hang up|econnreset|premature close|aborted/i.test(text);
}

function causes(error: Error): string {
  return error.cause instanceof Error ? `${error.cause.message} ${causes(error.cause)}` : "";
}

function codeOfStatus(status: number): ModelFailureCode {
  if (status === 401 || status === 403) return "authentication";
  if (status === 402) return "quota";
  if (status === 404) return "model-unknown";
  if (status === 413) return "too-long";
  if (status === 429) return "rate-limited";
  return status === 408 || status === 409 || status >= 500 ? "overloaded" : "rejected";
}

/** Seconds or a date (RFC 9110, 10.2.3); some providers add one in milliseconds. */
function retryAfterOf(headers: Readonly<Record<string, string>>, now = Date.now()): number | null {
  const milliseconds = Number(headers["retry-after-ms"] ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const value = headers["retry-after"];
  if (value === undefined) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function wordsOf(error: unknown): string {
  if (error instanceof Error) return error.cause instanceof Error && !APICallError.isInstance(error) ? `${error.message} (${error.cause.message})` : error.message;
  if (typeof error === "object" && error !== null && "message" in error && typeof error.message === "string") return error.message;
  return typeof error === "string" ? error : "";
}

function textOf(error: unknown): string {
  try {
    return (JSON.stringify(error) ?? "").slice(0, 2_000);
  } catch {
    return "";
  }
}
