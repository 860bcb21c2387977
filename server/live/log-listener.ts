import { Client } from "pg";
import type { Glimpse } from "../../core/log/glimpse.ts";
import { glimpseChannel, logChannel, parseGlimpse, parseLogNotice, type LogNotice } from "./log-notice.ts";

export type LogListener = { close(): Promise<void> };

export type LogListenerEvents = {
  onNotice(notice: LogNotice): void;
  /** Left out, the channel isn't listened to. */
  onGlimpse?(glimpse: Glimpse): void;
  /** Notifications arrive from now on; whatever was committed before has to be asked for. */
  onListening(): void;
  /** Notifications don't arrive any more. The listener is already trying again. */
  onLost(cause: unknown): void;
};

/** Opens the LISTEN connection; tests put another in its place. */
export type ListenToLog = (events: LogListenerEvents) => LogListener;

const firstRetryMs = 100;
const lastRetryMs = 5_000;
const heartbeatMs = 10_000;
const answerWithinMs = 5_000;

/**
 * Keeps one connection that LISTENs on the log's channel and makes a new one whenever it is lost. A connection of its own,
 * not one of a pool: a pooler in transaction mode would drop LISTEN, and a notification must not wait behind a query.
 */
export function listenToLog(databaseUrl: string, events: LogListenerEvents): LogListener {
  let isClosed = false;
  let client: Client | null = null;
  let retryMs = firstRetryMs;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const mine = new Client({
      connectionString: databaseUrl,
      application_name: "countersign live",
      keepAlive: true,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
    });
    client = mine;
    const lose = (cause: unknown): void => {
      if (client !== mine) return;
      client = null;
      clearTimeout(timer);
      mine.end().catch(() => undefined);
      if (isClosed) return;
      events.onLost(cause);
      timer = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, lastRetryMs);
    };
    // A half-open connection says nothing, for hours: only a question finds out.
    const beat = (): void => {
      timer = setTimeout(() => mine.query("SELECT 1").then(beat, lose), heartbeatMs);
    };
    mine.on("error", lose);
    mine.on("end", () => lose(new Error("The database closed the connection.")));
    mine.on("notification", ({ channel, payload }) => {
      if (channel === glimpseChannel) {
        const glimpse = parseGlimpse(payload);
        if (glimpse !== null) events.onGlimpse?.(glimpse);
        return;
      }
      const notice = parseLogNotice(payload);
      if (notice !== null) events.onNotice(notice);
    });
    try {
      await mine.connect();
      await mine.query([logChannel, ...(events.onGlimpse === undefined ? [] : [glimpseChannel])].map((channel) => `LISTEN ${channel}`).join("; "));
      if (client !== mine) return;
      retryMs = firstRetryMs;
      beat();
      events.onListening();
    } catch (cause) {
      lose(cause);
    }
  };
  void connect();

  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
