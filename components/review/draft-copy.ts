import { z } from "zod";
import type { Draft } from "../../core/workflow/draft.ts";
import { opSchema, type Op } from "../../core/workflow/op.ts";
import { drop, keep, readKept } from "../shell/kept-value.ts";

const batchesSchema = z.array(z.array(opSchema));

const draftCopySchema = z.object({
  /** When it was written, in milliseconds. */
  at: z.number(),
  baseRevision: z.number().int().positive(),
  batches: batchesSchema,
  /** What the server was known to hold then. */
  known: batchesSchema,
});

/** A draft as one tab keeps it in this browser until the server holds it. */
export interface DraftCopy extends Draft {
  at: number;
  known: Op[][];
}

/** Copies of tabs that went away, or are open beside this one, by the keys of the storage. */
export type FoundCopies = ReadonlyMap<string, DraftCopy>;

/** @param place of one member's drafts of one workflow. @returns the copies, and how many can't be read: those are taken out. */
export function readDraftCopies(place: string): { copies: FoundCopies; unreadable: number } {
  const keys = keysBelow(`${place}.`);
  const read = keys.map((key) => [key, readKept(key, draftCopySchema)] as const);
  for (const [key, copy] of read) if (copy === null) drop(key);
  const copies = read.flatMap(([key, copy]) => (copy === null ? [] : [[key, copy] as const]));
  return { copies: new Map(copies), unreadable: keys.length - copies.length };
}

function keysBelow(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

/** Where one tab keeps its draft, with the copies of other tabs that went into it. */
export interface DraftShelf {
  /** @returns whether it is kept. */
  write(copy: DraftCopy): boolean;
  /** Once the server holds it: its own goes, and those others that are still what went into it. */
  clear(): void;
  /** Takes copies of others in. */
  take(copies: FoundCopies): void;
}

/** @param own key of this tab. */
export function draftShelf(own: string): DraftShelf {
  const taken = new Map<string, DraftCopy>();
  return {
    write: (copy) => keep(own, copy),
    clear() {
      drop(own);
      for (const [key, { at }] of taken) if (readKept(key, draftCopySchema)?.at === at) drop(key);
      taken.clear();
    },
    take(copies) {
      for (const [key, copy] of copies) taken.set(key, copy);
    },
  };
}
