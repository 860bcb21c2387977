import { z } from "zod";
import { jsonObjectSchema } from "../workflow/json-value.ts";
import { storedValueSchema } from "./stored-value.ts";

const stepId = z.string().min(1);

/** A member, the operator (`id: null`) or Countersign itself. */
export const actorSchema = z.strictObject({ id: z.string().nullable(), name: z.string() });

/** Why a run waits for a person (DESIGN.md §8). */
export const waitSchema = z.discriminatedUnion("kind", [
  /** A checkpoint node: what it asks, the form to fill in (a JSON Schema), and what came in by its edges. */
  z.strictObject({ kind: z.literal("checkpoint"), stepId, asks: z.string(), form: jsonObjectSchema, shown: storedValueSchema }),
  /** The next call would go above a limit of a step, or of the run (`stepId: null`); cost in micro-USD, the rest counted. */
  z.strictObject({
    kind: z.literal("budget"),
    stepId: stepId.nullable(),
    limit: z.enum(["tokens", "cost", "minutes", "agents"]),
    used: z.number().nonnegative(),
    wanted: z.number().nonnegative(),
    allowed: z.number().nonnegative(),
  }),
  /** A provider that refuses a role for good: a quota, a key. `stepId` is the first that met it. */
  z.strictObject({ kind: z.literal("provider"), stepId, role: z.string(), message: z.string() }),
  /** A step that failed under `onError: ask`. */
  z.strictObject({ kind: z.literal("step-failed"), stepId, message: z.string() }),
  /** A map that got more items than were approved (SPEC C3). */
  z.strictObject({ kind: z.literal("items-over-limit"), stepId, count: z.number().int(), maxItems: z.number().int() }),
  /** What would run now differs from what was approved. */
  z.strictObject({ kind: z.literal("manifest-changed"), differences: z.array(z.string()) }),
  /** Somebody paused it: nothing new starts. */
  z.strictObject({ kind: z.literal("paused"), by: actorSchema }),
]);

export type Wait = z.infer<typeof waitSchema>;
export type WaitKind = Wait["kind"];

/** What a person may answer to each kind of wait. */
export const waitActions = {
  checkpoint: ["approve", "edit", "send-back", "reject"],
  budget: ["raise", "finish", "cancel"],
  provider: ["retry", "finish", "cancel"],
  "step-failed": ["retry", "skip", "end"],
  "items-over-limit": ["raise", "end"],
  "manifest-changed": ["retry", "cancel"],
  paused: ["continue", "cancel"],
} as const satisfies Record<WaitKind, readonly string[]>;

export type WaitAction = (typeof waitActions)[WaitKind][number];
