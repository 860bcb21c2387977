import { useQuery, useQueryClient } from "@tanstack/react-query";
import { auditRecordSchema, auditTopic, type AuditEntry } from "../../core/audit-log/audit-entry.ts";
import type { LogEntry } from "../../core/log/log-entry.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";
import { withNewer } from "./audit-page.ts";

type AuditNewsOptions = { isWanted: boolean; onEntries: (entries: AuditEntry[]) => void };

/**
 * Follows the audit log from where it ends now.
 *
 * @returns whether that place is known: what is read after that overlaps with the news and never leaves a gap before them
 */
export function useAuditNews({ isWanted, onEntries }: AuditNewsOptions): boolean {
  const api = useApi();
  const queryClient = useQueryClient();
  const endQuery = { limit: 1 };
  const end = useQuery(api.audit.list.queryOptions(endQuery, { enabled: isWanted }));
  const endSequence = end.data === undefined ? null : (end.data.entries[0]?.sequence ?? 0);
  useLiveTopic(auditTopic, isWanted ? endSequence : null, {
    onEntries: (logged) => {
      const entries = logged.map(auditEntryOf);
      queryClient.setQueryData<ApiOutput["audit"]["list"]>(
        api.audit.list.queryKey(endQuery),
        (page) => page && withNewer(page, entries, endQuery),
      );
      onEntries(entries);
    },
    onRestart: () => void queryClient.invalidateQueries(),
  });
  return end.data !== undefined || end.isError;
}

function auditEntryOf({ sequence, at, data }: LogEntry): AuditEntry {
  return { sequence, at, ...auditRecordSchema.parse(data) };
}
