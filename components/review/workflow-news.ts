"use client";

import { useQueryClient } from "@tanstack/react-query";
import { workflowNewsSchema, type WorkflowNews } from "../../core/workflow/workflow-news.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import { useApi } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";
import { verdictWords } from "./history-list.tsx";

/**
 * Reads a workflow again as soon as somebody saved, decided or commented, and says who did what.
 * @param after the last entry that what is on screen already holds; null while that is not known.
 */
export function useWorkflowNews(workflowId: string, after: number | null): void {
  const api = useApi();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const rereadPlan = () => void queryClient.invalidateQueries({ queryKey: api.workflows.get.queryKey({ workflowId }) });
  const rereadComments = () => void queryClient.invalidateQueries({ queryKey: api.annotations.list.queryKey({ workflowId }) });
  const rereadProposals = () => void queryClient.invalidateQueries({ queryKey: api.proposals.list.queryKey({ workflowId }) });
  const rereadCritique = () => void queryClient.invalidateQueries({ queryKey: api.critiques.pathKey() });
  useLiveTopic(`workflow:${workflowId}`, after, {
    onEntries: (entries) => {
      const news = entries.map(({ data }) => workflowNewsSchema.parse(data));
      for (const one of news) announce(sentenceOf(one));
      if (news.some(({ type }) => type === "annotation")) rereadComments();
      if (news.some(({ type }) => type === "proposal")) rereadProposals();
      if (news.some(({ type }) => type === "critique")) rereadCritique();
      if (news.some(({ type }) => type !== "annotation" && type !== "proposal")) rereadPlan();
    },
    onRestart: () => {
      rereadPlan();
      rereadComments();
      rereadProposals();
      rereadCritique();
    },
  });
}

const changeWords = { added: "commented on", answered: "answered a comment on", resolved: "resolved a comment on", reopened: "reopened a comment on", edited: "edited a comment on", deleted: "deleted a comment on" } as const;

function sentenceOf(news: WorkflowNews): string {
  if (news.type === "annotation") return `${news.by} ${changeWords[news.change]} ${news.targetName}`;
  if (news.type === "critique") return news.change === "asked" ? `${news.by} asked a model what it thinks of the plan` : "The model’s opinion of the plan has ended";
  if (news.type === "proposal") return news.change === "asked" ? `${news.by} asked the model to revise the plan` : "The model’s revision of the plan has ended";
  const { by, revision } = news;
  if (news.type === "decision") return `${by} ${verdictWords[news.verdict]} revision ${revision}`;
  return news.type === "save" ? `${by} saved revision ${revision}` : `${by} moved nodes of revision ${revision}`;
}
