import { parsePartialJson } from "ai";
import { wellFormed } from "../../core/text/well-formed.ts";
import { ghostSchema, type Ghost } from "../../core/workflow/plan-entry.ts";

/** What a card shows stands at the beginning of an op: a longer line isn't read over and over. */
const longestHead = 4_000;

/**
 * Reads what is known so far of a node whose op is still being written.
 * @param line a line without its end, as far as it came.
 * @returns null when it isn't an op that adds a node, or its title isn't there yet.
 */
export async function readGhost(line: string): Promise<Ghost | null> {
  if (line === "" || line.length > longestHead) return null;
  const { value } = await parsePartialJson(line);
  const op: unknown = isObject(value) && Array.isArray(value.ops) ? value.ops.at(-1) : value;
  if (!isObject(op) || op.op !== "node-add" || !isObject(op.node)) return null;
  // The last field may still be incomplete.
  const whole = Object.entries(op.node).slice(0, -1);
  const known = Object.fromEntries(whole.map(([name, field]) => [name, typeof field === "string" ? wellFormed(field) : field]));
  return ghostSchema.safeParse(known).data ?? null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
