import { describe, expect, it } from "vitest";
import { recordRun, soundRun, type RunParts } from "../../tests/setup/recorded-run.ts";
import { viewRun } from "./audited-run.ts";
import { runClaims } from "./run-claim.ts";
import { scopeLedger } from "./scope-ledger.ts";
import { verificationMatrix } from "./verification-matrix.ts";

const viewed = (changes: Partial<RunParts> = {}) => viewRun(recordRun({ ...soundRun, ...changes }));
const claimsOf = (changes: Partial<RunParts> = {}) => runClaims(viewed(changes));

describe("runClaims", () => {
  it("lists the claims of the report, and after them what was left out", () => {
    expect(claimsOf().map(({ label, place, state }) => `${label} ${place} ${state}`)).toEqual([
      "C1 answer supported",
      "C2 answer supported",
      "C3 conflict conflicted",
      "C4 conflict conflicted",
      "L1 refuted refuted",
    ]);
  });

  it("follows a claim from the item it was read for through its container and verifiers into the report", () => {
    const path = claimsOf()[1]!.path.map(({ nodeId, did, stepIds }) => `${nodeId} ${did} ${stepIds.join(" ")}`);
    expect(path).toEqual(["read-item wrote each[after.md]/read-item", "each passed-on ", "check ruled check", "second not-ruled ", "write reported write"]);
  });

  it("names the step that found a quote, and its place in the stored text", () => {
    expect(claimsOf()[0]!.quotes).toMatchObject([{ found: "in-source", stepId: "read-before", place: { start: 20, match: "exact" } }]);
  });

  it("tells a claim that only a program compared from one that somebody understood", () => {
    const verdicts = soundRun.verdicts.map((verdict) => ({ ...verdict, method: "text-check" as const }));
    expect(claimsOf({ verdicts }).map(({ isTextCheckOnly }) => isTextCheckOnly)).toEqual([true, true, true, true, true]);
    expect(claimsOf({ verdicts: [] })[0]).toMatchObject({ isTextCheckOnly: false, rulings: [] });
  });

  it("says nothing of a run without a report", () => {
    expect(claimsOf({ report: null })).toEqual([]);
  });
});

describe("verificationMatrix", () => {
  it("has a column for every verifier and a null where nobody ruled", () => {
    const matrix = verificationMatrix(viewed(), claimsOf());
    expect(matrix.verifiers.map(({ nodeId, models }) => [nodeId, models])).toEqual([["check", ["anthropic:claude"]], ["second", []]]);
    expect(matrix.rows.map(({ cells }) => cells.map((cell) => cell?.verdict ?? null))).toEqual([...Array.from({ length: 4 }, () => ["supported", null]), ["refuted", null]]);
    expect(matrix.emptyCells).toBe(5);
  });
});

describe("scopeLedger", () => {
  it("puts what was declared beside what was used", () => {
    expect(scopeLedger(viewed()).map(({ what, declared, used, state }) => `${what}: ${declared} | ${used} | ${state}`)).toEqual([
      "tools: read_source; search_sources | none | within",
      "collections: Handbook | 2 documents of Handbook | within",
      "agents: 60 agents | 4 agents | within",
      "cost: $5.00 | $0.008 | within",
      "tokens: 2,000,000 tokens | 4,800 tokens | within",
      "minutes: 30 minutes | 5 minutes | within",
      expect.stringMatching(/^structure: definition [0-9a-f]{8} \| the same, no change \| within$/),
    ]);
  });

  it("counts what a run took so far while it goes on, and nothing of one that nobody took", () => {
    const whole = recordRun(soundRun);
    const minutesAfter = (events: number) => scopeLedger(viewRun({ ...whole, entries: whole.entries.slice(0, events) })).find(({ what }) => what === "minutes");
    expect(minutesAfter(whole.entries.length - 1)).toMatchObject({ used: `${whole.entries.length - 3} seconds`, state: "within" });
    expect(minutesAfter(1)).toMatchObject({ used: "0 minutes", share: 0, state: "within" });
    const goingOn = viewRun({ ...whole, entries: whole.entries.slice(0, -1) });
    const later = (run: typeof goingOn) => scopeLedger(run, new Date("2026-03-01T09:20:01Z")).find(({ what }) => what === "minutes")?.used;
    expect([goingOn, viewRun(whole)].map(later)).toEqual(["20 minutes", "5 minutes"]);
  });

  it("lists an attempt outside, and says who raised a limit", () => {
    const extra: RunParts["extra"] = [
      { type: "tool-called", stepId: "read-before", attempt: 1, tool: "fetch_url", input: { json: {} }, output: null, outcome: "not-granted", durationMs: 1 },
      { type: "wait-began", waitId: "w", wait: { kind: "budget", stepId: null, limit: "tokens", used: 1, wanted: 1, allowed: 1 } },
      { type: "wait-answered", waitId: "w", by: { id: null, name: "Mara" }, action: "raise", value: 4_000, reason: "" },
    ];
    const [tools, , , , tokens] = scopeLedger(viewed({ extra, brief: { ...soundRun.brief, budget: { maxTokens: 100 } } }));
    expect(tools).toMatchObject({ state: "refused", remark: "1 attempt refused: fetch_url", sequences: [expect.any(Number)] });
    expect(tokens).toMatchObject({ state: "exceeded", share: 1.2, remark: "raised to 4,000 tokens by Mara" });
  });
});
