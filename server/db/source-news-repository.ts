import { sourceTopic, type SourceNews } from "../../core/sources/source-news.ts";
import type { Database } from "./client.ts";
import { appendToLog, lastLogSequences } from "./log-repository.ts";

/** That what a collection holds has changed: one log for all of them. */
export function sourceNewsRepository(database: Database) {
  return {
    async append(news: SourceNews, at: Date): Promise<void> {
      await appendToLog(database, sourceTopic, at, [{ ...news }]);
    },

    async lastSequence(): Promise<number> {
      return (await lastLogSequences(database, [sourceTopic])).get(sourceTopic) ?? 0;
    },
  };
}
