import { z } from "zod";
import { lineSchema } from "../text/text-schema.ts";
import { wellFormed } from "../text/well-formed.ts";

/** The most that an uploaded document may hold, in bytes of UTF-8: with its wrapping it still fits into one request. */
export const maxUploadBytes = 900_000;

/** The most that a document of an installed package may hold: one that is larger is no page for reading. */
export const maxDocumentBytes = 8_000_000;

export const collectionNameSchema = lineSchema({ max: 80 });

/** Where a document lies in its collection, `guides/setup.md`: a name for people, never a path on a disk. */
export const sourcePathSchema = lineSchema({ max: 400 });

export const searchQuerySchema = z.string().max(400, "Use at most 400 characters.").transform(wellFormed);

/** Why a file's bytes can't become a source. */
export type UnreadableReason = "not-text" | "too-large";

/** Reads bytes as text that gives the same bytes again. @returns null for what isn't UTF-8 text. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return isStorable(text) ? text : null;
  } catch {
    return null;
  }
}

/** Whether a text can be kept exactly as it is. */
export function isStorable(text: string): boolean {
  return wellFormed(text) === text;
}
