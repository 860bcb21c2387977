import { z } from "zod";
import { jsonObjectSchema, type JsonObject } from "../../../core/workflow/json-value.ts";

/** The JSON Schema of what may come in by a schema, as models are told it. */
export function jsonSchemaOf(schema: z.ZodType): JsonObject {
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: "input" }))));
}
