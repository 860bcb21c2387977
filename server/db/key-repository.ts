import type { Database } from "./client.ts";

interface StoredKey {
  id: string;
  publicKey: string;
  encryptedPrivate: string;
}

const fields = { id: true, publicKey: true, encryptedPrivate: true } as const;

/** The keys of this installation. */
export function keyRepository(database: Database) {
  return {
    /** The key for one purpose; the first who asks stores theirs, and everybody gets that one. */
    async findOrStore(purpose: string, create: () => StoredKey): Promise<StoredKey> {
      const found = await database.installationKey.findUnique({ where: { purpose }, select: fields });
      if (found !== null) return found;
      await database.installationKey.createMany({ data: [{ ...create(), purpose }], skipDuplicates: true });
      return database.installationKey.findUniqueOrThrow({ where: { purpose }, select: fields });
    },
  };
}
