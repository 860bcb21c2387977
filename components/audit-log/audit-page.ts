import type { AuditEntry } from "../../core/audit-log/audit-entry.ts";

interface AuditPage {
  entries: AuditEntry[];
  nextBefore: number | null;
}

interface AuditFilter {
  limit: number;
  action?: string;
  actorId?: string;
}

/** Whether a filter lets an entry through. */
export function isWanted(entry: AuditEntry, { action, actorId }: Omit<AuditFilter, "limit">): boolean {
  return (action === undefined || entry.action === action) && (actorId === undefined || entry.actorId === actorId);
}

/** A first page, newest first, with the entries that came since; it stays as long as it was, the rest is on the next page. */
export function withNewer(page: AuditPage, newer: readonly AuditEntry[], filter: AuditFilter): AuditPage {
  const last = page.entries[0]?.sequence ?? 0;
  const fresh = newer.filter((entry) => entry.sequence > last && isWanted(entry, filter)).toReversed();
  if (fresh.length === 0) return page;
  const entries = [...fresh, ...page.entries];
  const { limit } = filter;
  if (entries.length <= limit) return { ...page, entries };
  return { entries: entries.slice(0, limit), nextBefore: entries[limit - 1]?.sequence ?? null };
}
