"use client";

import { useQueryClient } from "@tanstack/react-query";
import { workflowNewsSchema, type WorkflowNews } from "../../core/workflow/workflow-news.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import { useApi } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";
import { verdictWords } from "./history-list.tsx";


/**
 * Reads a workflow again as soon as somebody saved or decided, and says who did what.
 * @param after the last entry that what is on screen already holds; null while that is not known.
 */
export function useWorkflowNews(workflowId: string, after: number | null): void {
  const api = useApi();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const reread = () => void queryClient.invalidateQueries({ queryKey: api.workflows.get.queryKey({ workflowId }) });
  useLiveTopic(`workflow:${workflowId}`, after, {
    onEntries: (entries) => {
      for (const { data } of entries) announce(sentenceOf(workflowNewsSchema.parse(data)));
      reread();
    },
    onRestart: reread,
  });
}

function sentenceOf(news: WorkflowNews): string {
  const { by, revision } = news;
  if (news.type === "decision") return `${by} ${verdictWords[news.verdict]} revision ${revision}`;
  return news.type === "save" ? `${by} saved revision ${revision}` : `${by} moved nodes of revision ${revision}`;
}
