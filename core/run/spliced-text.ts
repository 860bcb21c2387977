import type { Digest } from "../text/digest.ts";

/**
 * Stored texts may leave out what is on record elsewhere: a mark stands in its place. Control characters never stand in
 * JSON, so no mark is ever mistaken for a part of it.
 */
const contentMark = String.fromCharCode(1);
const outputMark = String.fromCharCode(2);

const contents = new RegExp(`${contentMark}([0-9a-f]{64})`, "g");
const outputs = new RegExp(`${outputMark}(\\d+)\\.`, "g");

/** Stands for another content of the run. */
export const markOfContent = (digest: Digest) => `${contentMark}${digest}`;

/** Stands for the output that an entry of the run's log holds. */
export const markOfOutput = (sequence: number) => `${outputMark}${sequence}.`;

/** What the marks of a text stand for. */
export function marksIn(text: string): { digests: Digest[]; sequences: number[] } {
  return { digests: [...text.matchAll(contents)].map(([, digest = ""]) => digest), sequences: [...text.matchAll(outputs)].map(([, sequence]) => Number(sequence)) };
}

/** Puts the texts in the places of the marks. */
export function splice(text: string, { byDigest, bySequence }: { byDigest: ReadonlyMap<Digest, string>; bySequence: ReadonlyMap<number, string> }): string {
  return text
    .replaceAll(contents, (mark, digest: Digest) => byDigest.get(digest) ?? mark)
    .replaceAll(outputs, (mark, sequence: string) => bySequence.get(Number(sequence)) ?? mark);
}
