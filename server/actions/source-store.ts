import type { Heading } from "../../core/sources/split-document.ts";
import type { SourceNews } from "../../core/sources/source-news.ts";
import type { UnreadableReason } from "../../core/sources/source-schema.ts";

/** A document that could not be taken in, and why. */
export interface SkippedDocument {
  path: string;
  reason: UnreadableReason;
}

export interface CollectionRecord {
  id: string;
  name: string;
  origin: "package" | "upload";
  /** The package's version whose documents these are; null for uploads. */
  version: string | null;
  /** How many documents it holds now. */
  documentCount: number;
  /** How many it is to hold, while it is being indexed; null when that is done. */
  expected: number | null;
  skipped: SkippedDocument[];
  createdAt: Date;
}

export interface CollectionStore {
  list(): Promise<CollectionRecord[]>;
  /** Of all there are. */
  names(): Promise<string[]>;
  find(id: string): Promise<CollectionRecord | null>;
  findByName(name: string): Promise<CollectionRecord | null>;
  /** Null when the name is taken. */
  create(collection: { name: string; origin: CollectionRecord["origin"]; createdById: string | null; now: Date }): Promise<CollectionRecord | null>;
  /** Says what is going to be indexed. */
  beginIndexing(id: string, goal: { version: string; expected: number; skipped: SkippedDocument[] }): Promise<void>;
  /** Keeps a collection as it is until the transaction ends; false when it holds another version by now. */
  holdVersion(id: string, version: string | null): Promise<boolean>;
  endIndexing(id: string, version: string): Promise<void>;
  /** Takes a collection out of every list. Its documents stay, under the name that it gets here. */
  retire(id: string, change: { name: string; now: Date }): Promise<void>;
}

/** A passage with its words as the search index holds them. */
interface IndexedPassage {
  heading: string;
  start: number;
  end: number;
  /** Words of the title and the headings above it. */
  headWords: string;
  words: string;
  parts: string;
}

export interface NewSource {
  collectionId: string;
  path: string;
  title: string;
  text: string;
  sha256: string;
  byteLength: number;
  headings: Heading[];
  passages: IndexedPassage[];
}

/** What a list shows of a document. */
interface SourceListing {
  id: string;
  path: string;
  title: string;
  byteLength: number;
  createdAt: Date;
}

export interface SourceRecord extends SourceListing {
  collection: { id: string; name: string; version: string | null };
  text: string;
  sha256: string;
  headings: Heading[];
  /** When another text took its place, or it was removed from its collection. */
  retiredAt: Date | null;
}

/** A passage that a search found. */
export interface PassageHit {
  sourceId: string;
  title: string;
  path: string;
  /** The collection's name. */
  collection: string;
  heading: string;
  start: number;
  end: number;
  /** Exactly `text.slice(start, end)` of the source. */
  text: string;
  /** Higher is better; only comparable within one answer. */
  rank: number;
}

export interface SourceNewsStore {
  append(news: SourceNews, at: Date): Promise<void>;
  /** Of the last entry; 0 before the first. */
  lastSequence(): Promise<number>;
}

/** One text that stood under a path. */
export interface SourceText {
  id: string;
  createdAt: Date;
  retiredAt: Date | null;
}

export interface SourceStore {
  find(id: string): Promise<SourceRecord | null>;
  /** Those of these that there are, without their texts; `collection` is its name. */
  describe(ids: readonly string[]): Promise<{ id: string; path: string; title: string; sha256: string; collection: string }[]>;
  /** Every text that stands or stood under a path, the newest first. */
  listTexts(collectionId: string, path: string): Promise<SourceText[]>;
  /** In the order of their paths, after `after`. */
  list(query: { collectionId: string; after: string | null; text: string; limit: number }): Promise<SourceListing[]>;
  /** Path and digest of every document that a collection holds now. */
  current(collectionId: string): Promise<{ path: string; sha256: string }[]>;
  /** Adds a document, or brings back the same one that was retired; nothing is ever doubled. */
  add(source: NewSource, now: Date): Promise<string>;
  /** Takes documents out of the collection and of search, and keeps their texts. */
  retire(collectionId: string, documents: { path: string; sha256: string }[], now: Date): Promise<void>;
  /** Best first; `loose` empty means that only what matches `strict` is wanted. */
  search(query: { strict: string; loose: string; collections: string[] | null; limit: number; perSource: number }): Promise<PassageHit[]>;
  /** How many passages there are, and how many hold each word in any of its forms; words that say nothing are left out. */
  countWords(query: { words: string[]; collections: string[] | null }): Promise<{ passages: number; words: { word: string; passages: number }[] }>;
}
