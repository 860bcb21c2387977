import { z } from "zod";
import { nodeIdSchema } from "../workflow/field-schema.ts";

/** How often an open page says that it is there, and how long it counts as there after it last did, in milliseconds. */
export const presenceBeatMs = 4_000;
const presenceLastsMs = 10_000;

/** So many pages of one plan are told of; more come and go unnoticed. */
const maxPresent = 200;

/** One open page of a plan: who looks at it, and at which node. */
const presentSchema = z.strictObject({
  tabId: z.uuid(),
  memberId: z.uuid(),
  name: z.string(),
  nodeId: nodeIdSchema.nullable(),
  /** Milliseconds since 1970, by the server's clock. */
  seenAt: z.number(),
});

export type Present = z.infer<typeof presentSchema>;

/** What one entry of the topic `presence:<id>` holds: everybody who is there. */
export const presenceSchema = z.array(presentSchema);

/** Everybody who is there once a page said so, or left; pages that said nothing for a while are gone. */
export function withPage(present: readonly Present[], page: Omit<Present, "seenAt"> & { isLeaving: boolean }, now: number): Present[] {
  const { isLeaving, ...rest } = page;
  const others = present.filter(({ tabId, seenAt }) => tabId !== page.tabId && now - seenAt < presenceLastsMs);
  return isLeaving || others.length >= maxPresent ? others : [...others, { ...rest, seenAt: now }].toSorted((one, other) => (one.tabId < other.tabId ? -1 : 1));
}

/** Whether nobody can see a difference: the same pages at the same nodes. */
export function isSamePresence(one: readonly Present[], other: readonly Present[]): boolean {
  // What comes out of the database has its fields in another order.
  const seen = (present: readonly Present[]) => JSON.stringify(present.map(({ tabId, memberId, name, nodeId }) => [tabId, memberId, name, nodeId]));
  return seen(one) === seen(other);
}

/** The other people who are there, each once, with the node they last turned to; null where they look at the plan as a whole. */
export function othersPresent(present: readonly Present[], ownId: string): { memberId: string; name: string; nodeId: string | null }[] {
  const byMember = Map.groupBy(
    present.filter(({ memberId }) => memberId !== ownId),
    ({ memberId }) => memberId,
  );
  return [...byMember].flatMap(([memberId, pages]) => {
    const page = pages.find(({ nodeId }) => nodeId !== null) ?? pages[0];
    return page === undefined ? [] : [{ memberId, name: page.name, nodeId: page.nodeId }];
  });
}
