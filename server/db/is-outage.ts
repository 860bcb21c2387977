const outage = /P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|08\d{3}|Connection terminated|ConnectionClosed|DatabaseNotReachable|not yet accepting|shutting down|terminating connection/;

/** Whether an error says that the database is away, or was: PostgreSQL's classes 08 and 57P, Prisma's P1xxx, the network's. */
export function isOutage(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const { code = "" } = cause as Error & { code?: unknown };
    if (outage.test(`${cause.name} ${String(code)} ${cause.message}`)) return true;
  }
  return false;
}
