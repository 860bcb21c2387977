import { z } from "zod";
import { answeredCall, failedCall } from "../models/model-call.ts";
import { actorSchema as by, waitActions, waitSchema } from "./wait.ts";
import { jsonValueSchema } from "../workflow/json-value.ts";
import { storedValueSchema } from "./stored-value.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();
const stepId = z.string().min(1);
const attempt = z.number().int().positive();
const callNumber = z.number().int().positive();

const stepEvents = [
  /** An attempt begins. Tools get the key, so that a second execution of the same attempt can be told from a new one. */
  z.strictObject({ type: z.literal("step-started"), stepId, nodeId: z.string(), attempt, idempotencyKey: z.string() }),
  /** A map knows its items, or a loop its next pass: the keys in the order of the items. */
  z.strictObject({ type: z.literal("items-listed"), stepId, keys: z.array(z.string()), items: storedValueSchema }),
  /** `edges`: which conditional edges out of it hold. `summary`: what came of it in a few words, for lists. */
  z.strictObject({
    type: z.literal("step-completed"),
    stepId,
    attempt,
    output: storedValueSchema,
    edges: z.record(z.string(), z.boolean()),
    summary: z.string().max(200),
  }),
  /** `retryInMs` null: this was the last attempt. */
  z.strictObject({
    type: z.literal("step-failed"),
    stepId,
    attempt,
    error: z.strictObject({ code: z.string(), message: z.string() }),
    retryInMs: count.nullable(),
  }),
  z.strictObject({ type: z.literal("step-skipped"), stepId, reason: z.enum(["nothing-delivered", "on-error", "person", "finish"]) }),
  /** An attempt that waits with others, for a limit or a provider: it begins again when that wait is answered. */
  z.strictObject({ type: z.literal("step-set-aside"), stepId, attempt, waitId: z.string() }),
  /** Somebody had a failed step tried anew, or sent one back with a reason; what it is told is the reason. */
  z.strictObject({ type: z.literal("step-retried"), stepId, by, reason: z.string() }),
] as const;

const callEvents = [
  /** One call of a model. `receipt`: the digest of the context receipt. */
  z.strictObject({ type: z.literal("model-called"), stepId, attempt, call: callNumber, role: z.string(), receipt: digest, answer: storedValueSchema, ...answeredCall }),
  z.strictObject({ type: z.literal("model-failed"), stepId, attempt, call: callNumber, role: z.string(), ...failedCall }),
  /** One call of a tool, also a refused one: `outcome` is `ok` or the reason. */
  z.strictObject({
    type: z.literal("tool-called"),
    stepId,
    attempt,
    tool: z.string(),
    input: storedValueSchema,
    output: storedValueSchema.nullable(),
    outcome: z.enum(["ok", "bad-input", "not-found", "outside-scope", "not-granted", "failed"]),
    durationMs: count,
  }),
  /** A worker was shown this passage; offsets in UTF-16 code units of the source's text. */
  z.strictObject({ type: z.literal("source-read"), stepId, attempt, sourceId: z.string(), sha256: digest, start: count, end: count }),
] as const;

const runEvents = [
  z.strictObject({ type: z.literal("run-created"), by, decisionId: z.string(), manifestDigest: digest, definitionDigest: digest }),
  /** A worker drives the run from here on; `take-over`: the one before it is gone. */
  z.strictObject({ type: z.literal("driver-changed"), workerId: z.string(), reason: z.enum(["start", "wake", "take-over"]) }),
  z.strictObject({ type: z.literal("wait-began"), waitId: z.string(), wait: waitSchema }),
  /** `value`: the edited value of a checkpoint, or the raised limit of a budget or a map. */
  z.strictObject({
    type: z.literal("wait-answered"),
    waitId: z.string(),
    by,
    action: z.enum([...new Set(Object.values(waitActions).flat())]),
    value: jsonValueSchema.nullable(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal("run-canceled"), by, reason: z.string() }),
  z.strictObject({ type: z.literal("run-completed"), output: storedValueSchema.nullable() }),
  z.strictObject({ type: z.literal("run-failed"), stepId: stepId.nullable(), message: z.string() }),
] as const;

/** A fact of a run, one entry of the log `run:<id>`; events tell what happened, ops ask (DESIGN.md §2). */
export const runEventSchema = z.discriminatedUnion("type", [...runEvents, ...stepEvents, ...callEvents]);

export type RunEvent = z.infer<typeof runEventSchema>;
/** What a step's calls leave behind while it runs. */
export type CallEvent = Extract<RunEvent, { type: "model-called" | "model-failed" | "tool-called" | "source-read" }>;

/** An event where it stands in its run. */
export interface RunEntry {
  sequence: number;
  at: Date;
  event: RunEvent;
}
