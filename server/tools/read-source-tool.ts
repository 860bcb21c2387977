import { z } from "zod";
import { defineTool, isWithinScope, type Tool } from "./tool.ts";

/** A stored document. */
interface ReadableSource {
  id: string;
  title: string;
  path: string;
  collection: { name: string };
  text: string;
  sha256: string;
}

export type FindSource = (id: string) => Promise<ReadableSource | null>;

/** As much as a model reads at once; the rest is asked for by its offset. */
const maxReadLength = 12_000;

/** Lets a worker read a stored source from any place. */
export function readSourceTool(find: FindSource): Tool {
  return defineTool({
    name: "read_source",
    description: `Reads a stored source exactly as it is, at most ${maxReadLength} characters from an offset; nextStart says where to go on.`,
    effects: "read-only",
    input: z.object({
      sourceId: z.uuid().describe("The source's id, as search_sources gives it."),
      start: z.number().int().nonnegative().default(0).describe("The offset of the first character."),
    }),
    async execute({ sourceId, start }, scope) {
      const source = await find(sourceId);
      if (source === null) return { ok: false, reason: "not-found" };
      if (!isWithinScope(scope, source.collection.name)) return { ok: false, reason: "outside-scope" };
      const end = Math.min(source.text.length, start + maxReadLength);
      return {
        ok: true,
        output: {
          sourceId,
          title: source.title,
          path: source.path,
          collection: source.collection.name,
          sha256: source.sha256,
          start,
          text: source.text.slice(start, end),
          nextStart: end < source.text.length ? end : null,
        },
      };
    },
  });
}
