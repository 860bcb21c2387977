import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { defineTool } from "../../server/tools/tool.ts";

/** The journal of a folder of effects: one line per execution. */
export const journalOf = (folder: string) => join(folder, "journal.txt");

/** A tool that changes something outside of the database: a file, once per idempotency key, however often it is asked to. */
export function effectTool(folder: string) {
  return defineTool({
    name: "effect",
    description: "Writes a file named after the call.",
    effects: "writes",
    input: z.object({ step: z.string(), takesMs: z.number() }),
    async execute({ step, takesMs }, _scope, { idempotencyKey, signal }) {
      appendFileSync(journalOf(folder), `${idempotencyKey} ${step}\n`);
      await delay(takesMs / 2, undefined, { signal });
      try {
        writeFileSync(join(folder, `effect-${idempotencyKey}`), step, { flag: "wx" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      await delay(takesMs / 2, undefined, { signal });
      return { ok: true, output: { step } };
    },
  });
}
