/** A thread as far as it matters whom it concerns; remarks are oldest first, by null where an operator wrote. */
interface Thread {
  isResolved: boolean;
  remarks: readonly { byId: string | null; mentionIds: readonly string[] }[];
}

/** Why an open thread concerns somebody who did not write its last remark. */
export type Concern = "mention" | "reply" | "own-plan";

/**
 * Whether a thread waits for a member, and why: called upon since their own last remark, answered in a thread they wrote
 * in, or begun on a plan of theirs. What a member said last, or is resolved, waits for somebody else.
 */
export function concernOf({ isResolved, remarks }: Thread, { memberId, isOwnPlan }: { memberId: string; isOwnPlan: boolean }): Concern | null {
  const last = remarks.at(-1);
  if (isResolved || last === undefined || last.byId === memberId) return null;
  const lastOwn = remarks.findLastIndex(({ byId }) => byId === memberId);
  if (remarks.slice(lastOwn + 1).some(({ mentionIds }) => mentionIds.includes(memberId))) return "mention";
  if (lastOwn !== -1) return "reply";
  return isOwnPlan ? "own-plan" : null;
}
