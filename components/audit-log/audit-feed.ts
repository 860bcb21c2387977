import { useQuery, useQueryClient } from "@tanstack/react-query";
import { auditRecordSchema, auditTopic, type AuditEntry } from "../../core/audit-log/audit-entry.ts";
import type { LogEntry } from "../../core/log/log-entry.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";
import { isWanted, withNewer } from "./audit-page.ts";

/** Which entries: the newest, or those below a sequence, of one kind or of one person. */
export type AuditQuery = { limit: number; before?: number; action?: string; actorId?: string };

/**
 * The newest entries of the audit log that a query asks for, kept up to date by the live stream.
 * An older page (`before`) holds what doesn't change any more.
 */
export function useAuditFeed(query: AuditQuery) {
  const api = useApi();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  // Says where the log ends. Read before the filtered page, so that nothing can fall between that page and the stream.
  const endQuery: AuditQuery = { limit: 1 };
  const end = useQuery(api.audit.list.queryOptions(endQuery, { enabled: query.before === undefined }));
  const isReady = query.before !== undefined || end.data !== undefined || end.isError;
  const page = useQuery(api.audit.list.queryOptions(query, { enabled: isReady, placeholderData: (earlier) => earlier }));

  const add = (one: AuditQuery, entries: readonly AuditEntry[]) =>
    queryClient.setQueryData<ApiOutput["audit"]["list"]>(api.audit.list.queryKey(one), (data) => data && withNewer(data, entries, one));
  const endSequence = end.data === undefined ? null : (end.data.entries[0]?.sequence ?? 0);
  useLiveTopic(auditTopic, query.before === undefined ? endSequence : null, {
    onEntries: (logged) => {
      const entries = logged.map(auditEntryOf);
      add(endQuery, entries);
      if (query.before !== undefined) return;
      add(query, entries);
      const fresh = entries.filter((entry) => isWanted(entry, query)).length;
      if (fresh > 0) announce(fresh === 1 ? "1 new entry in the audit log" : `${fresh} new entries in the audit log`);
    },
    onRestart: () => void queryClient.invalidateQueries(api.audit.list.queryFilter()),
  });
  return page;
}

function auditEntryOf({ sequence, at, data }: LogEntry): AuditEntry {
  return { sequence, at, ...auditRecordSchema.parse(data) };
}
