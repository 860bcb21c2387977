import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useAnnounce } from "../shell/announcer.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useAuditNews } from "./audit-news.ts";
import { isWanted, withNewer } from "./audit-page.ts";

/** Which entries: the newest, or those below a sequence, of one kind or of one person. */
export type AuditQuery = { limit: number; before?: number; action?: string; actorId?: string };

/**
 * The entries of the audit log that a query asks for, kept up to date by the live stream.
 * An older page (`before`) holds what doesn't change any more.
 */
export function useAuditFeed(query: AuditQuery) {
  const api = useApi();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const isNewest = query.before === undefined;
  const isEndKnown = useAuditNews({
    isWanted: isNewest,
    onEntries: (entries) => {
      queryClient.setQueryData<ApiOutput["audit"]["list"]>(
        api.audit.list.queryKey(query),
        (page) => page && withNewer(page, entries, query),
      );
      const count = entries.filter((entry) => isWanted(entry, query)).length;
      if (count > 0) announce(count === 1 ? "1 new entry in the audit log" : `${count} new entries in the audit log`);
    },
  });
  return useQuery(
    api.audit.list.queryOptions(query, { enabled: !isNewest || isEndKnown, placeholderData: (earlier) => earlier }),
  );
}
