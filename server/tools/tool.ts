import type { z } from "zod";
import type { Result } from "../../core/result.ts";

/** What a run lets its tools touch. */
export interface ToolScope {
  /** Names of the collections that may be read; null for all. */
  collections: readonly string[] | null;
}

/** What came of a call; a refusal is told to the model, which may mend it. */
type ToolOutcome = Result<{ output: object }, "bad-input" | "not-found" | "outside-scope"> | { ok: false; reason: "bad-input"; issues: string[] };

/** Something that a worker may call. */
export interface Tool {
  name: string;
  /** For the model and for people. */
  description: string;
  effects: "read-only" | "writes";
  input: z.ZodType;
  /** Checks the input, then does it. */
  execute(input: unknown, scope: ToolScope): Promise<ToolOutcome>;
}

interface ToolDefinition<Input> extends Omit<Tool, "input" | "execute"> {
  input: z.ZodType<Input>;
  execute(input: Input, scope: ToolScope): Promise<ToolOutcome>;
}

/** A tool whose input is checked against its schema before each call. */
export function defineTool<Input>(definition: ToolDefinition<Input>): Tool {
  return {
    ...definition,
    async execute(input, scope) {
      const parsed = definition.input.safeParse(input);
      if (parsed.success) return definition.execute(parsed.data, scope);
      const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "input"}: ${message}`);
      return { ok: false, reason: "bad-input", issues };
    },
  };
}

/** Whether a collection may be read. */
export function isWithinScope({ collections }: ToolScope, collection: string): boolean {
  return collections === null || collections.includes(collection);
}
