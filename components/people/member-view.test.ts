import { describe, expect, it } from "vitest";
import type { MemberListing } from "../../core/access/member.ts";
import { membersInView, readMemberView } from "./member-view.ts";

function member(name: string, role: MemberListing["role"], lastSeen: string | null): MemberListing {
  return {
    id: name,
    name,
    email: `${name.toLowerCase()}@example.org`,
    role,
    createdAt: new Date("2026-01-01T00:00:00Z"),
    lastSeenAt: lastSeen === null ? null : new Date(lastSeen),
    isActive: true,
  };
}

const members = [
  member("Priya", "viewer", "2026-11-20T00:00:00Z"),
  member("élodie", "admin", null),
  member("Kenji", "viewer", "2026-11-22T00:00:00Z"),
];

function names(query: string): string[] {
  return membersInView(members, readMemberView(new URLSearchParams(query))).map(({ name }) => name);
}

describe("membersInView", () => {
  it("sorts by name without regard to case and accents", () => {
    expect(names("")).toEqual(["élodie", "Kenji", "Priya"]);
  });

  it("finds every typed word in name or e-mail", () => {
    expect(names("q=ken+example")).toEqual(["Kenji"]);
    expect(names("q=ken+priya")).toEqual([]);
  });

  it("filters by role and sorts by what the address says", () => {
    expect(names("role=viewer&sort=-last-seen")).toEqual(["Kenji", "Priya"]);
    expect(names("sort=-role")).toEqual(["élodie", "Kenji", "Priya"]);
  });

  it("counts one who never came as the longest away", () => {
    expect(names("sort=last-seen")[0]).toBe("élodie");
  });

  it("falls back to names when the address is nonsense", () => {
    expect(names("sort=-shoe-size")).toEqual(["élodie", "Kenji", "Priya"]);
  });
});
