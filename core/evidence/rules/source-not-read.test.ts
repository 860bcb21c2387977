import { describe, expect, it } from "vitest";
import { auditWith } from "../../../tests/setup/audit-with.ts";
import { soundRun } from "../../../tests/setup/recorded-run.ts";
import { sourceNotRead } from "./source-not-read.ts";

describe("audit/source-not-read", () => {
  it("trips on each quote of a source that no step read", () => {
    expect(auditWith(sourceNotRead, { reads: soundRun.reads.slice(0, 1) })).toMatchObject([
      { target: { type: "claim", id: "C2", quote: 0 }, message: "C2 cites after.md, which no step of this run read." },
      { target: { type: "claim", id: "C4", quote: 0 } },
    ]);
  });

  it("trips when what was read is another text than what is stored", () => {
    const other = soundRun.sources.map((source) => ({ ...source, sha256: "c".repeat(64) }));
    const run = { sources: other, reads: [] };
    expect(auditWith(sourceNotRead, run)).toHaveLength(4);
  });

  it("is silent when another step than the claim's own read it", () => {
    expect(auditWith(sourceNotRead, { reads: soundRun.reads.map(({ sourceId }) => ({ stepId: "read-before", sourceId })) })).toEqual([]);
  });
});
