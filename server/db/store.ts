import { attemptRepository } from "./attempt-repository.ts";
import { auditLogRepository } from "./audit-log-repository.ts";
import type { Database, PrismaClient } from "./client.ts";
import { linkRepository } from "./link-repository.ts";
import { memberRepository } from "./member-repository.ts";
import { sessionRepository } from "./session-repository.ts";

function recordsOn(database: Database) {
  return {
    members: memberRepository(database),
    sessions: sessionRepository(database),
    links: linkRepository(database),
    auditLog: auditLogRepository(database),
  };
}

/** One repository per noun, together or within one transaction. */
export function createStore(prisma: PrismaClient) {
  return {
    ...recordsOn(prisma),
    attempts: attemptRepository(prisma),
    transaction: <T>(work: (records: ReturnType<typeof recordsOn>) => Promise<T>): Promise<T> =>
      prisma.$transaction((database) => work(recordsOn(database))),
  };
}
