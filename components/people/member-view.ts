import { roles } from "../../core/access/role.ts";
import type { MemberListing } from "../../core/access/member.ts";

const memberColumns = ["name", "role", "last-seen", "joined"] as const;

export type MemberColumn = (typeof memberColumns)[number];

/** What of the members is shown and in which order, as it stands in the address. */
export interface MemberView {
  text: string;
  role: string;
  sort: MemberColumn;
  isDescending: boolean;
}

/** Reads the view from the address; what can't be understood falls back to everyone by name. */
export function readMemberView(search: URLSearchParams): MemberView {
  const sort = search.get("sort") ?? "";
  const column = sort.replace(/^-/, "");
  const known = memberColumns.find((one) => one === column);
  return {
    text: search.get("q") ?? "",
    role: search.get("role") ?? "",
    sort: known ?? "name",
    isDescending: known !== undefined && sort.startsWith("-"),
  };
}

const byName = new Intl.Collator("en", { sensitivity: "base", numeric: true });

const order: Record<MemberColumn, (left: MemberListing, right: MemberListing) => number> = {
  name: (left, right) => byName.compare(left.name, right.name),
  role: (left, right) => roles.indexOf(left.role) - roles.indexOf(right.role),
  "last-seen": (left, right) => (left.lastSeenAt?.getTime() ?? 0) - (right.lastSeenAt?.getTime() ?? 0),
  joined: (left, right) => left.createdAt.getTime() - right.createdAt.getTime(),
};

/** The members of a view: filtered by role and by every typed word, sorted, equals by name. */
export function membersInView(members: readonly MemberListing[], view: MemberView): MemberListing[] {
  const words = view.text.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
  const direction = view.isDescending ? -1 : 1;
  return members
    .filter((member) => view.role === "" || member.role === view.role)
    .filter((member) => {
      const text = `${member.name} ${member.email}`.toLocaleLowerCase("en");
      return words.every((word) => text.includes(word));
    })
    .toSorted((left, right) => direction * order[view.sort](left, right) || order.name(left, right));
}
