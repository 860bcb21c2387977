import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "./generated/client.ts";

/** The database, or one transaction on it. */
export type Database = Prisma.TransactionClient;

/**
 * Opens a pool on the database.
 * @param maxConnections of this process; web and worker each have their own.
 */
export function createPrisma(databaseUrl: string, maxConnections = 10): PrismaClient {
  const pool = { connectionString: databaseUrl, max: maxConnections, connectionTimeoutMillis: 10_000 };
  return new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}

export type { PrismaClient };
