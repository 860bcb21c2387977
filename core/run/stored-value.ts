import { z } from "zod";
import { jsonValueSchema } from "../workflow/json-value.ts";

/** SHA-256 over the canonical bytes of a JSON value, under which a run's contents are stored once. */
const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A larger value stands beside the events, under its digest. Length in UTF-8 bytes of its canonical text. */
const contentReferenceSchema = z.strictObject({ digest: digestSchema, byteLength: z.number().int().nonnegative() });

/** A value of an event: as it is, or where it is stored. */
export const storedValueSchema = z.union([z.strictObject({ json: jsonValueSchema }), contentReferenceSchema]);

export type StoredValue = z.infer<typeof storedValueSchema>;
