import { isSamePresence, withPage, type Present } from "../../core/review/presence.ts";
import type { Ports } from "./ports.ts";

export type PresenceOutcome =
  /** @property sequence of the state in the topic `presence:<id>`. */
  { ok: true; sequence: number; present: Present[] } | { ok: false; reason: "not-found" };

/** Notes that a page of a workflow is open, or closes, and tells everybody who is there when that is new. Never recorded. */
export async function markPresence(
  { store, now }: Pick<Ports, "store" | "now">,
  member: { id: string; name: string },
  { workflowId, ...page }: { workflowId: string; tabId: string; nodeId: string | null; isLeaving: boolean },
): Promise<PresenceOutcome> {
  if ((await store.workflows.find(workflowId)) === null) return { ok: false, reason: "not-found" };
  return store.transaction(async ({ presence }) => {
    const before = await presence.hold(workflowId);
    const present = withPage(before.present, { ...page, memberId: member.id, name: member.name }, now().getTime());
    const isNews = !isSamePresence(before.present, present);
    const after = { sequence: before.sequence + (isNews ? 1 : 0), present };
    await presence.put(workflowId, after, isNews);
    return { ok: true, ...after };
  });
}
