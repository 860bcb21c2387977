import { runEventSchema, type RunEntry, type RunEvent } from "../../core/run/run-event.ts";
import type { RunStanding } from "../../core/run/run-standing.ts";
import type { Database } from "./client.ts";
import { glimpseChannel } from "./glimpses.ts";
import { inboxGlimpse, isInboxNews, tellInboxes } from "./inbox-news.ts";
import { appendToLog, logChannel, readLogAfter } from "./log-repository.ts";

export const runTopic = (runId: string) => `run:${runId}`;

/** What happened in runs: one log per run. */
export function runLogRepository(database: Database) {
  return {
    async append(runId: string, events: readonly RunEvent[], at: Date): Promise<number> {
      const last = await appendToLog(database, runTopic(runId), at, events);
      if (isInboxNews(events)) await tellInboxes(database);
      return last;
    },

    /**
     * One statement, so one commit and one way to the database: the fence, the head of the log, what events refer to,
     * the entries, the notification. Each part rests on the one before it; a driver that is none any more, or doesn't
     * know the end of the log, writes nothing.
     */
    async drive(
      runId: string,
      { epoch, sequence }: { epoch: number; sequence: number },
      { events, contents, standing, at }: { events: readonly RunEvent[]; contents: readonly { digest: string; text: string }[]; standing: RunStanding; at: Date },
    ): Promise<"written" | "stale" | "fenced"> {
      const topic = runTopic(runId);
      const { status, openWaits, tokens, costMicroUsd, startedAt, endedAt, hasEnded } = standing;
      const rows = await database.$queryRaw<[{ fence: bigint; last: bigint | null }]>`
        WITH fence AS (
          UPDATE run
             SET status = ${status}, waits = ${JSON.stringify(openWaits)}::jsonb, tokens = ${tokens}, cost_micro_usd = ${costMicroUsd},
                 started_at = ${startedAt?.toISOString() ?? null}::timestamptz, ended_at = ${endedAt?.toISOString() ?? null}::timestamptz,
                 wants_driver = ${!hasEnded}, audit_result = NULL, driver_id = CASE WHEN ${hasEnded} THEN NULL ELSE driver_id END
           WHERE id = ${runId}::uuid AND epoch = ${epoch}
          RETURNING id
        ), head AS (
          UPDATE log_topic SET last_sequence = last_sequence + ${events.length} FROM fence
           WHERE topic = ${topic} AND last_sequence = ${sequence}
          RETURNING last_sequence
        ), content AS (
          INSERT INTO run_content (run_id, digest, text)
          SELECT ${runId}::uuid, stored.digest, stored.text
            FROM head CROSS JOIN jsonb_to_recordset(${JSON.stringify(contents)}::jsonb) AS stored(digest text, text text)
          ON CONFLICT DO NOTHING
        ), entry AS (
          INSERT INTO log_entry (topic, sequence, at, data)
          SELECT ${topic}, ${sequence} + element.ordinal, ${at.toISOString()}::timestamptz, element.data
            FROM head CROSS JOIN jsonb_array_elements(${JSON.stringify(events)}::jsonb) WITH ORDINALITY AS element(data, ordinal)
        ), notice AS (
          SELECT pg_notify(${logChannel}, ${topic} || ' ' || last_sequence)::text AS sent FROM head
        ), glimpse AS (
          SELECT pg_notify(${glimpseChannel}, ${JSON.stringify(inboxGlimpse)})::text AS sent FROM head WHERE ${isInboxNews(events)}
        )
        SELECT (SELECT count(*) FROM fence) AS fence, (SELECT last_sequence FROM head) AS last, (SELECT sent FROM notice) AS sent, (SELECT sent FROM glimpse) AS seen`;
      if (Number(rows[0].fence) === 0) return "fenced";
      return rows[0].last === null ? "stale" : "written";
    },

    async readAfter(runId: string, after: number, limit: number): Promise<RunEntry[]> {
      const rows = await readLogAfter(database, new Map([[runTopic(runId), after]]), limit);
      return rows.map(({ sequence, at, data }) => ({ sequence, at, event: runEventSchema.parse(data) }));
    },
  };
}
