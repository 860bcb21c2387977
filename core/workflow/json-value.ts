import { z } from "zod";

/** What JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export const jsonValueSchema: z.ZodType<JsonValue> = z.json();

/** A JSON object, as JSON Schemas and forms are. */
export const jsonObjectSchema = z.record(z.string().max(200), jsonValueSchema);

export type JsonObject = z.infer<typeof jsonObjectSchema>;
