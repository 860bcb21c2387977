import { z } from "zod";
import { wellFormedDeep } from "../../../core/text/well-formed.ts";

const mostProblems = 8;

export type ReadAnswer<Answer> = { ok: true; answer: Answer } | { ok: false; problems: string[] };

/** Reads the one JSON object of an answer, also where a model put words or a code fence around it. */
export function readAnswer<Answer>(text: string, schema: z.ZodType<Answer>): ReadAnswer<Answer> {
  const value = jsonIn(text);
  if (value === undefined) return { ok: false, problems: ["The answer is not one JSON object."] };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, answer: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`));
  return { ok: false, problems: problems.slice(0, mostProblems) };
}

function jsonIn(text: string): unknown {
  const [first, last] = [text.indexOf("{"), text.lastIndexOf("}")];
  for (const candidate of [text, text.slice(first, last + 1)]) {
    try {
      return wellFormedDeep(JSON.parse(candidate));
    } catch {
      // The next reading, or none.
    }
  }
  return undefined;
}
