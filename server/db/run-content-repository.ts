import canonicalize from "canonicalize";
import { marksIn, splice } from "../../core/run/spliced-text.ts";
import type { Database } from "./client.ts";
import { runTopic } from "./run-log-repository.ts";

/** Values that events of runs refer to, each once per run; written with the events. */
export function runContentRepository(database: Database) {
  /** The whole texts; what a stored one leaves out is put in its place. */
  async function read(runId: string, digests: readonly string[]): Promise<Map<string, string>> {
    const rows = await database.runContent.findMany({ where: { runId, digest: { in: [...digests] } }, select: { digest: true, text: true } });
    const marks = rows.map(({ text }) => marksIn(text));
    const [inner, sequences] = [new Set(marks.flatMap((one) => one.digests)), new Set(marks.flatMap((one) => one.sequences))];
    const byDigest = inner.size === 0 ? new Map<string, string>() : await read(runId, [...inner]);
    const bySequence = sequences.size === 0 ? new Map<number, string>() : await outputsAt(runId, [...sequences]);
    return new Map(rows.map(({ digest, text }) => [digest, splice(text, { byDigest, bySequence })]));
  }

  async function outputsAt(runId: string, sequences: readonly number[]): Promise<Map<number, string>> {
    const rows = await database.$queryRaw<{ sequence: bigint; json: unknown }[]>`
      SELECT sequence, data->'output'->'json' AS json FROM log_entry WHERE topic = ${runTopic(runId)} AND sequence = ANY(${[...sequences]}::bigint[])`;
    return new Map(rows.map(({ sequence, json }) => [Number(sequence), canonicalize(json) ?? "null"]));
  }

  return {
    /** The canonical text under a digest. */
    async find(runId: string, digest: string): Promise<string | null> {
      return (await read(runId, [digest])).get(digest) ?? null;
    },

    async list(runId: string, digests: readonly string[]) {
      return [...(await read(runId, digests))].map(([digest, text]) => ({ digest, text }));
    },
  };
}
