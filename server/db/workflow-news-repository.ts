import type { WorkflowNews } from "../../core/workflow/workflow-news.ts";
import type { Database } from "./client.ts";
import { tellInboxes } from "./inbox-news.ts";
import { appendToLog, lastLogSequences } from "./log-repository.ts";

const topicOf = (workflowId: string) => `workflow:${workflowId}`;

/** What happened to a workflow after its plan was written: one log per workflow. */
export function workflowNewsRepository(database: Database) {
  return {
    async append(workflowId: string, news: WorkflowNews, at: Date): Promise<void> {
      await appendToLog(database, topicOf(workflowId), at, [news]);
      await tellInboxes(database);
    },

    async lastSequence(workflowId: string): Promise<number> {
      const topic = topicOf(workflowId);
      return (await lastLogSequences(database, [topic])).get(topic) ?? 0;
    },
  };
}
