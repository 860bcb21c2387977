import type { RunEvent } from "../../core/run/run-event.ts";
import type { Database } from "./client.ts";
import { showGlimpse } from "./glimpses.ts";

/** Says nothing but that it is worth looking: what somebody sees of it is asked for with their own rights. */
export const inboxGlimpse = { topic: "inbox", about: "news", data: null };

/** Has every open page look again at what needs its member, once the caller's transaction is committed. */
export function tellInboxes(database: Database): Promise<void> {
  return showGlimpse(database, inboxGlimpse);
}

const telling: readonly RunEvent["type"][] = ["run-created", "wait-began", "wait-answered", "run-completed", "run-failed", "run-canceled"];

/** Whether one of the events changes what somebody finds in their inbox. */
export function isInboxNews(events: readonly RunEvent[]): boolean {
  return events.some(({ type }) => telling.includes(type));
}
