import { z } from "zod";
import { candidateClaimSchema, placedQuoteSchema } from "../evidence/claim.ts";
import { verdictSchema } from "../evidence/verdict.ts";
import { jsonValueSchema } from "../workflow/json-value.ts";

/** The texts around a quote, as a verifier is shown them: offsets in UTF-16 code units of the source's text. */
const shownTextSchema = z.object({ sourceId: z.string(), title: z.string(), path: z.string(), start: z.number(), end: z.number(), text: z.string() });

/**
 * What a model is asked in a run, as data: each part is one JSON text of its own beside our instructions, so that nothing
 * that was written by others can pass for an instruction of ours, and every part says where it comes from.
 */
export const requestPartSchema = z.discriminatedUnion("part", [
  /** What the approved plan says of this step; `instructions` holds a verifier's criteria, too. */
  z.object({
    part: z.literal("assignment"),
    task: z.enum(["work", "verify", "report"]),
    title: z.string(),
    instructions: z.string(),
    doneWhen: z.string(),
    answerAs: z.enum(["claims", "text", "json", "verdicts", "report"]),
    /** The JSON Schema of the answer. */
    schema: jsonValueSchema,
  }),
  z.object({
    part: z.literal("brief"),
    question: z.string().nullable(),
    requirements: z.array(z.object({ id: z.string(), text: z.string(), kind: z.string(), isCritical: z.boolean() })),
  }),
  /** The one item of a list that this step is for. */
  z.object({ part: z.literal("item"), index: z.number(), value: jsonValueSchema }),
  /** What came in by an edge. */
  z.object({ part: z.literal("input"), name: z.string(), value: jsonValueSchema }),
  /** Collections in which the step may look. */
  z.object({ part: z.literal("sources"), collections: z.array(z.string()) }),
  /** A claim to be ruled on, with what its verifier may see of its evidence. */
  z.object({
    part: z.literal("claim"),
    claimId: z.string(),
    text: z.string(),
    quotes: z.array(placedQuoteSchema),
    surroundings: z.array(shownTextSchema),
  }),
  /** A claim to be reported on, with the rulings on it. */
  z.object({
    part: z.literal("candidate"),
    claim: candidateClaimSchema,
    verdicts: z.array(verdictSchema.pick({ verdict: true, reason: true, method: true })),
  }),
  /** Something that workers looked for and did not find; a report names it by its id. */
  z.object({ part: z.literal("missing"), id: z.string(), text: z.string(), why: z.string(), answers: z.array(z.string()), closest: z.array(placedQuoteSchema) }),
  /** What was left out so that the rest fits. */
  z.object({ part: z.literal("cut"), left: z.array(z.string()) }),
  /** What was wrong with the answer before; it is to be given once more. */
  z.object({ part: z.literal("mend"), problems: z.array(z.string()) }),
  /** No tool may be called any more: the answer is due. */
  z.object({ part: z.literal("answer-now"), why: z.string() }),
]);

export type RequestPart = z.infer<typeof requestPartSchema>;

/** A part of one sort. */
export type RequestPartOf<Sort extends RequestPart["part"]> = Extract<RequestPart, { part: Sort }>;
