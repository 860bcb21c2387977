import type { LogEntry, Positions } from "../../core/log/log-entry.ts";
import type { Topic } from "../../core/log/topic.ts";
import { presenceSchema, type Present } from "../../core/review/presence.ts";
import type { Database } from "./client.ts";
import { lastLogSequences, logChannel, readLogAfter } from "./log-repository.ts";

const prefix = "presence:";
const isPresence = (topic: Topic) => topic.startsWith(prefix);
const workflowIdOf = (topic: Topic) => topic.slice(prefix.length);

/** Who has which plan open. */
export function presenceRepository(database: Database) {
  return {
    async hold(workflowId: string): Promise<{ sequence: number; present: Present[] }> {
      await database.$executeRaw`INSERT INTO presence (workflow_id) VALUES (${workflowId}::uuid) ON CONFLICT DO NOTHING`;
      const [row] = await database.$queryRaw<{ sequence: number; present: unknown }[]>`SELECT sequence, present FROM presence WHERE workflow_id = ${workflowId}::uuid FOR UPDATE`;
      return { sequence: row?.sequence ?? 0, present: presenceSchema.parse(row?.present ?? []) };
    },

    async put(workflowId: string, { sequence, present }: { sequence: number; present: Present[] }, isNews: boolean): Promise<void> {
      await database.presence.update({ where: { workflowId }, data: { sequence, present } });
      if (isNews) await database.$executeRaw`SELECT pg_notify(${logChannel}, ${`${prefix}${workflowId} ${sequence}`})::text`;
    },
  };
}

/**
 * Reads logs for the live channel, and presence as if it were one: every state that is missing is the one there is now.
 * Nothing of it is kept.
 */
export function liveReader(database: Database) {
  return {
    async readAfter(positions: Positions, limit: number): Promise<LogEntry[]> {
      const logs = new Map([...positions].filter(([topic]) => !isPresence(topic)));
      const topics = [...positions.keys()].filter(isPresence);
      const entries = logs.size === 0 ? [] : await readLogAfter(database, logs, limit);
      if (topics.length === 0) return entries;
      const rows = await database.presence.findMany({ where: { workflowId: { in: topics.map(workflowIdOf) } } });
      return [
        ...entries,
        ...rows.flatMap(({ workflowId, sequence, present }) => {
          const topic = `${prefix}${workflowId}`;
          const from = positions.get(topic) ?? sequence;
          const missing = Math.max(0, Math.min(limit, sequence - from));
          return Array.from({ length: missing }, (_, index): LogEntry => ({ topic, sequence: from + index + 1, at: new Date(0), data: present }));
        }),
      ];
    },

    async lastSequences(topics: readonly Topic[]): Promise<Positions> {
      const logs = topics.filter((topic) => !isPresence(topic));
      const heads = logs.length === 0 ? new Map<Topic, number>() : await lastLogSequences(database, logs);
      const ids = topics.filter(isPresence).map(workflowIdOf);
      const rows = ids.length === 0 ? [] : await database.presence.findMany({ where: { workflowId: { in: ids } }, select: { workflowId: true, sequence: true } });
      return new Map([...heads, ...rows.map(({ workflowId, sequence }) => [`${prefix}${workflowId}`, sequence] as const)]);
    },
  };
}
