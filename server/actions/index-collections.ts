import { newSource, type ReadDocument } from "./new-source.ts";
import type { Ports } from "./ports.ts";
import type { CollectionRecord, SkippedDocument } from "./source-store.ts";

/** The documentation that one installed package brings. */
export interface PackageDocumentation {
  name: string;
  version: string;
  /** Reads every document; what can't be kept as text is named, not left out. */
  read(): Promise<{ documents: ReadDocument[]; skipped: SkippedDocument[] }>;
}

const documentsPerCommit = 10;

interface IndexPorts extends Pick<Ports, "store" | "now"> {
  documentation: {
    /** The documentation inside installed packages, in the versions that are installed now. */
    packages(): Promise<PackageDocumentation[]>;
  };
}

/**
 * Makes a collection of each installed package's documentation, and makes it anew when the package's version changes.
 * May be stopped anywhere and called again: it goes on with what is missing.
 */
export async function indexCollections(ports: IndexPorts, signal: AbortSignal): Promise<void> {
  const begun: BegunCollection[] = [];
  // All begin before the first goes on, so that everybody sees at once what is coming.
  for (const documentation of await ports.documentation.packages()) {
    const collection = await beginCollection(ports, documentation);
    if (collection !== null) begun.push(collection);
  }
  for (const collection of begun) await addMissing(ports, collection, signal);
}

interface BegunCollection {
  id: string;
  version: string;
  missing: ReadDocument[];
}

/** Takes out what the installed version doesn't have. @returns what is to be added; null when nothing is to be done. */
async function beginCollection(ports: IndexPorts, documentation: PackageDocumentation): Promise<BegunCollection | null> {
  const { store, now } = ports;
  const { version } = documentation;
  const { id, ...collection } = await collectionOf(ports, documentation.name);
  if (collection.version === version && collection.expected === null) return null;
  const { documents, skipped } = await documentation.read();
  const keyOf = ({ path, sha256 }: { path: string; sha256: string }) => `${sha256} ${path}`;
  const wanted = new Set(documents.map(keyOf));
  const held = await store.transaction(async ({ collections, sources, sourceNews }) => {
    await collections.beginIndexing(id, { version, expected: documents.length, skipped });
    const current = await sources.current(id);
    await sources.retire(id, current.filter((document) => !wanted.has(keyOf(document))), now());
    await sourceNews.append({ collectionId: id }, now());
    return new Set(current.map(keyOf));
  });
  return { id, version, missing: documents.filter((document) => !held.has(keyOf(document))) };
}

async function addMissing({ store, now }: IndexPorts, { id, version, missing }: BegunCollection, signal: AbortSignal): Promise<void> {
  for (let at = 0; at < missing.length; at += documentsPerCommit) {
    if (signal.aborted) return;
    const batch = missing.slice(at, at + documentsPerCommit).map((document) => newSource(id, document));
    const isStillWanted = await store.transaction(async ({ collections, sources, sourceNews }) => {
      // A worker of another version may have begun its own: the collection is that one's now.
      if (!(await collections.holdVersion(id, version))) return false;
      for (const source of batch) await sources.add(source, now());
      await sourceNews.append({ collectionId: id }, now());
      return true;
    });
    if (!isStillWanted) return;
  }
  await store.transaction(async ({ collections, sourceNews }) => {
    await collections.endIndexing(id, version);
    await sourceNews.append({ collectionId: id }, now());
  });
}

/** Somebody may have given the name to a collection of their own, which stays theirs. */
async function collectionOf({ store, now }: IndexPorts, packageName: string): Promise<CollectionRecord> {
  for (const name of [packageName, `${packageName} (package)`]) {
    const found = await store.collections.findByName(name);
    if (found?.origin === "package") return found;
    const created = found === null ? await store.collections.create({ name, origin: "package", createdById: null, now: now() }) : null;
    if (created !== null) return created;
    const createdMeanwhile = await store.collections.findByName(name);
    if (createdMeanwhile?.origin === "package") return createdMeanwhile;
  }
  throw new Error(`Both names for the documentation of ${packageName} are taken by uploads: rename one of those collections.`);
}
