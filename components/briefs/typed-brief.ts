import { z } from "zod";
import { briefSchema, type Brief, type BriefInput } from "../../core/brief/brief.ts";

/** A brief as it stands in the form: not checked yet, so that half a requirement can be kept. */
export const typedBriefSchema = z.object({
  question: z.string(),
  requirements: z.array(z.object({ id: z.string(), text: z.string(), kind: z.enum(["aspect", "evidence", "item"]), isCritical: z.boolean() })),
  scope: z.object({
    effects: z.enum(["read-only", "may-write"]),
    tools: z.array(z.string()),
    /** Null as long as nobody chose: all there are. */
    collections: z.array(z.string()).nullable(),
    domains: z.array(z.string()),
  }),
  budget: z.object({
    maxTokens: z.number(),
    maxCostMicroUsd: z.number(),
    maxMinutes: z.number(),
    maxAgents: z.number(),
    maxParallel: z.number(),
  }),
});

export type TypedBrief = z.infer<typeof typedBriefSchema>;

/** What a run needs to read documents; a new brief grants these and nothing else. */
const readingTools = ["read_source", "search_sources"];

/** A form without a word in it, with the limits that a brief has when it names none. */
export function emptyBrief(collections: string[] | null = null): TypedBrief {
  const { budget } = briefSchema.parse({ question: "?" });
  return { question: "", requirements: [], scope: { effects: "read-only", tools: readingTools, collections, domains: [] }, budget };
}

/**
 * What goes to the server: rows without text are no requirements.
 * @param available the names of all collections.
 */
export function briefToSend(typed: TypedBrief, available: string[]): BriefInput {
  const scope = { ...typed.scope, collections: typed.scope.collections ?? available };
  return { ...typed, scope, question: typed.question.trim(), requirements: typed.requirements.filter(({ text }) => text.trim() !== "") };
}

/** What is wrong with a brief, by the field it is about: "question", "requirements", "budget.maxAgents". */
export function briefIssues(typed: TypedBrief): Record<string, string> {
  const parsed = briefSchema.safeParse(briefToSend(typed, []));
  const issues = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.slice(0, path[0] === "budget" || path[0] === "scope" ? 2 : 1).join("."), message] as const);
  if (typed.question.trim() === "") issues.push(["question", "Ask something first."]);
  return Object.fromEntries(issues);
}

/** Requirements with the short names R1, R2, … in their order. */
export function renumbered(requirements: TypedBrief["requirements"]): TypedBrief["requirements"] {
  return requirements.map((requirement, index) => ({ ...requirement, id: `r${index + 1}` }));
}

/** An example's brief in the form. */
export function typedFrom(brief: Brief): TypedBrief {
  return typedBriefSchema.parse(brief);
}

/** Whether the form says what a brief says. */
export function isSameBrief(typed: TypedBrief, brief: Brief): boolean {
  const parsed = briefSchema.safeParse(briefToSend(typed, []));
  return parsed.success && JSON.stringify(parsed.data) === JSON.stringify(brief);
}
