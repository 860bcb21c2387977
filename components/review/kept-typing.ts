import { z } from "zod";

/** What was typed in a field and became no change: the browser ended before, or the field refused it. */
export interface KeptTyping {
  /** Under which this browser keeps it. */
  key: string;
  /** Of the node in whose form the field stands; null for the form of the plan. */
  nodeId: string | null;
  /** The field's name, of the innermost one. */
  fieldName: string;
  text: string;
}

const keptSchema = z
  .string()
  .transform((stored): unknown => JSON.parse(stored))
  .pipe(z.object({ text: z.union([z.string(), z.number()]) }));

/**
 * What is kept of the fields of one workflow. What can't be read is as if it were not there.
 * @param place below which its fields keep what is typed (see typed-place.tsx).
 * @param stored keys and values of the browser's storage.
 */
export function keptTypings(place: string, stored: readonly (readonly [key: string, value: string])[]): KeptTyping[] {
  return stored.flatMap(([key, value]) => {
    if (!key.startsWith(`${place}.`)) return [];
    const text = textOf(value).trim();
    const [form = "", ...names] = key.slice(place.length + 1).split(".");
    const nodeId = form === "node" ? (names.shift() ?? null) : null;
    return text === "" ? [] : [{ key, nodeId, fieldName: names.findLast((name) => !/^\d+$/.test(name)) ?? "", text }];
  });
}

function textOf(stored: string): string {
  try {
    return String(keptSchema.parse(stored).text);
  } catch {
    return "";
  }
}
