import type { Role } from "../../core/access/role.ts";
import type { Policy } from "../../core/review/policy.ts";

/** Says that a policy asks for more approvals than there are people to give; null when there are enough. */
export function approversShortOf({ count, roles, mayAuthor }: Policy["approvals"], members: readonly { role: Role }[]): string | null {
  const there = members.filter(({ role }) => roles.some((one) => one === role)).length;
  const people = there === 1 ? "1 member has" : `${there} members have`;
  if (there < count) return `Nobody can fulfil this: it asks for ${count === 1 ? "an approval" : `${count} approvals`}, and ${there === 0 ? "no member has" : people} the role. No plan could run until more are invited.`;
  if (mayAuthor || there > count) return null;
  return `It asks for ${count === 1 ? "an approval" : `${count} approvals`}, and ${people} the role: plans that one of them wrote could not run.`;
}
