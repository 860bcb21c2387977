import type { AuditQuery } from "./audit-feed.ts";

const entriesPerPage = 50;

/** Reads filters and place from the address; a place that is no number is the top. */
export function readAuditQuery(search: URLSearchParams): AuditQuery {
  const before = Number(search.get("before"));
  return {
    limit: entriesPerPage,
    action: search.get("action") ?? undefined,
    actorId: search.get("actor") ?? undefined,
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
}
