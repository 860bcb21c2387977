import canonicalize from "canonicalize";
import type { Database } from "./client.ts";
import { runTopic } from "./run-log-repository.ts";

/** A place in a stored text that stands for another content, or for the output of a step on record. */
const content = /\u0001([0-9a-f]{64})/g;
const output = /\u0002(\d+)\./g;

/** Values that events of runs refer to, each once per run; written with the events. */
export function runContentRepository(database: Database) {
  /** Texts as they are stored, in which others may be spliced: what a map lists is not written a second time. */
  async function read(runId: string, digests: readonly string[]): Promise<Map<string, string>> {
    const rows = await database.runContent.findMany({ where: { runId, digest: { in: [...digests] } }, select: { digest: true, text: true } });
    const inner = [...new Set(rows.flatMap(({ text }) => [...text.matchAll(content)].map(([, digest = ""]) => digest)))];
    const sequences = [...new Set(rows.flatMap(({ text }) => [...text.matchAll(output)].map(([, sequence]) => Number(sequence))))];
    const [texts, outputs] = await Promise.all([inner.length === 0 ? new Map<string, string>() : read(runId, inner), outputsAt(runId, sequences)]);
    const spliced = (text: string) => text.replaceAll(content, (_, digest: string) => texts.get(digest) ?? "null").replaceAll(output, (_, sequence: string) => outputs.get(Number(sequence)) ?? "null");
    return new Map(rows.map(({ digest, text }) => [digest, spliced(text)]));
  }

  async function outputsAt(runId: string, sequences: readonly number[]): Promise<Map<number, string>> {
    if (sequences.length === 0) return new Map();
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
