import { searchText } from "../../core/sources/search-text.ts";
import { splitDocument } from "../../core/sources/split-document.ts";
import { titleOfPath } from "../../core/sources/title-of-path.ts";
import type { NewSource } from "./source-store.ts";

/** A document's text with the digest of its bytes. */
export interface ReadDocument {
  path: string;
  text: string;
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: string;
  byteLength: number;
}

/** Reads out of a document what lists show and what search looks into. */
export function newSource(collectionId: string, document: ReadDocument): NewSource {
  const { title: ownTitle, description, headings, passages } = splitDocument(document.path, document.text);
  const title = ownTitle ?? titleOfPath(document.path);
  return {
    collectionId,
    ...document,
    title,
    headings,
    passages: passages.map((passage, ordinal) => {
      const head = searchText(`${title}\n${passage.heading}`);
      // What a document says of itself is found at its beginning.
      const body = searchText(`${ordinal === 0 ? description : ""}\n${document.text.slice(passage.start, passage.end)}`);
      return { ...passage, headWords: head.words, words: body.words, parts: `${head.parts} ${body.parts}` };
    }),
  };
}
