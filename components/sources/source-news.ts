import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { sourceTopic } from "../../core/sources/source-news.ts";
import { useApi } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";

/** While a package is taken in, news come with every few documents: they are answered together. */
const rereadAfterMs = 300;

/**
 * Reads collections and their documents again whenever what they hold has changed.
 * @returns whether the place from which news are followed is known: what is read after that misses none.
 */
export function useSourceNews(): boolean {
  const api = useApi();
  const queryClient = useQueryClient();
  const end = useQuery(api.sources.newsEnd.queryOptions());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const reread = () => {
    timer.current = null;
    void queryClient.invalidateQueries(api.sources.collections.queryFilter());
    void queryClient.invalidateQueries(api.sources.list.pathFilter());
  };
  useLiveTopic(sourceTopic, end.data?.sequence ?? null, {
    onEntries: (entries) => {
      const last = entries.at(-1);
      // Whoever comes back to this page in the same tab goes on from here.
      if (last !== undefined) queryClient.setQueryData(api.sources.newsEnd.queryKey(), { sequence: last.sequence });
      timer.current ??= setTimeout(reread, rereadAfterMs);
    },
    onRestart: reread,
  });
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return end.data !== undefined || end.isError;
}
