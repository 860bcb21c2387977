import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../core/audit-log/audit-entry.ts";
import { withNewer } from "./audit-page.ts";

function entry(sequence: number, action = "link-create"): AuditEntry {
  return {
    sequence,
    at: new Date(sequence),
    actorId: "ada",
    actorName: "Ada",
    action,
    targetType: "link",
    targetId: "1",
    summary: "Made a link",
    beforeDigest: null,
    afterDigest: null,
    previousHash: null,
    hash: "0".repeat(64),
  };
}

function sequences(page: { entries: AuditEntry[] }): number[] {
  return page.entries.map(({ sequence }) => sequence);
}

describe("withNewer", () => {
  const page = { entries: [entry(3), entry(2)], nextBefore: null };

  it("puts new entries on top, newest first", () => {
    expect(sequences(withNewer(page, [entry(4), entry(5)], { limit: 9 }))).toEqual([5, 4, 3, 2]);
  });

  it("drops what the page holds already", () => {
    expect(withNewer(page, [entry(2), entry(3)], { limit: 9 })).toBe(page);
  });

  it("lets only through what the filter wants", () => {
    expect(sequences(withNewer(page, [entry(4, "session-end"), entry(5)], { limit: 9, action: "link-create" }))).toEqual([5, 3, 2]);
    expect(sequences(withNewer(page, [entry(4)], { limit: 9, actorId: "grace" }))).toEqual([3, 2]);
  });

  it("keeps its length and says where the next page begins", () => {
    const full = withNewer(page, [entry(4)], { limit: 2 });
    expect(sequences(full)).toEqual([4, 3]);
    expect(full.nextBefore).toBe(3);
  });

  it("begins with an empty log", () => {
    expect(sequences(withNewer({ entries: [], nextBefore: null }, [entry(1)], { limit: 2 }))).toEqual([1]);
  });
});
