import { z } from "zod";
import type { Result } from "../../core/result.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";

/** What a run lets its tools touch. */
export interface ToolScope {
  /** Names of the collections that may be read; null for all. */
  collections: readonly string[] | null;
}

/** One call, as a tool that changes something has to know it. */
interface ToolCall {
  /** The same whenever this call is made again, after a crash. */
  idempotencyKey: string;
  signal: AbortSignal;
}

/** What came of a call; a refusal is told to the model, which may mend it. */
type ToolOutcome = Result<{ output: object }, "bad-input" | "not-found" | "outside-scope"> | { ok: false; reason: "bad-input"; issues: string[] };

/** Something that a worker may call. */
export interface Tool {
  name: string;
  /** For the model and for people. */
  description: string;
  effects: "read-only" | "writes";
  /** The JSON Schema of its input. */
  inputSchema: { [key: string]: JsonValue };
  /** Checks the input, then does it. */
  execute(input: unknown, scope: ToolScope, call: ToolCall): Promise<ToolOutcome>;
}

interface ToolDefinition<Input> extends Omit<Tool, "inputSchema" | "execute"> {
  input: z.ZodType<Input>;
  execute(input: Input, scope: ToolScope, call: ToolCall): Promise<ToolOutcome>;
}

/** A tool whose input is checked against its schema before each call. */
export function defineTool<Input>({ input: schema, execute, ...definition }: ToolDefinition<Input>): Tool {
  return {
    ...definition,
    inputSchema: z.toJSONSchema(schema, { io: "input" }) as Tool["inputSchema"],
    async execute(input, scope, call) {
      const parsed = schema.safeParse(input);
      if (parsed.success) return execute(parsed.data, scope, call);
      const issues = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "input"}: ${message}`);
      return { ok: false, reason: "bad-input", issues };
    },
  };
}

/** Whether a collection may be read. */
export function isWithinScope({ collections }: ToolScope, collection: string): boolean {
  return collections === null || collections.includes(collection);
}
