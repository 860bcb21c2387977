import type { ZodType } from "zod";

/** What is wrong with a typed value, in the words of the schema that the server uses too; null when nothing is. */
export function schemaIssue(schema: ZodType, value: unknown): string | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? "This can’t be used.");
}
