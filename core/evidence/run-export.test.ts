import { describe, expect, it } from "vitest";
import { recordRun, soundRun, type RunParts } from "../../tests/setup/recorded-run.ts";
import { digestOf } from "../text/digest.ts";
import type { JsonValue } from "../workflow/json-value.ts";
import { auditRun } from "./audit-run.ts";
import { viewRun } from "./audited-run.ts";
import { readRunExport } from "./read-run-export.ts";
import { exportRun, type RunExport } from "./run-export.ts";

function exported(changes: Partial<RunParts> = {}): RunExport {
  const run = recordRun({ ...soundRun, ...changes });
  const value = exportRun(viewRun(run), { runId: "run-1", findings: [], audit: auditRun(run) });
  return JSON.parse(JSON.stringify(value)) as RunExport;
}

describe("an exported run", () => {
  it("holds each claim with its evidence, exactly as it stands in the source, and its verdicts", () => {
    const file = exported();
    const [first] = file.claims;
    expect(first).toMatchObject({
      id: "C1",
      state: "supported",
      evidence: [{ path: "before.md", exact: "Fill the tank to the upper mark.", stepId: "read-before" }],
      verdicts: [{ verdict: "supported", method: "model", verifier: "anthropic:claude", stepId: "check" }],
    });
    for (const { evidence } of file.claims) {
      for (const { sourceId, exact, start, end } of evidence) expect(file.sources.find(({ id }) => id === sourceId)?.text?.slice(start!, end!)).toBe(exact);
    }
    expect(file.leftOut).toMatchObject([{ reason: "refuted", state: "refuted" }]);
  });

  it("comes to the same audit when it is read again, whatever the audit said", () => {
    for (const changes of [{}, { verdicts: [] }, { report: null }, { items: { each: ["after.md", "x"] } }]) {
      const file = exported(changes);
      const outcome = readRunExport(file);
      expect(outcome.ok && [auditRun(outcome.read.run), outcome.read.contradictions]).toEqual([file.audit, []]);
    }
  });

  it("carries results that stand beside the events", () => {
    const run = recordRun(soundRun);
    const contents = new Map<string, JsonValue>();
    const entries = run.entries.map((entry) => {
      if (entry.event.type !== "step-completed" || !("json" in entry.event.output)) return entry;
      const digest = digestOf(entry.event.output.json);
      contents.set(digest, entry.event.output.json);
      return { ...entry, event: { ...entry.event, output: { digest, byteLength: 1 } } };
    });
    const outcome = readRunExport(JSON.parse(JSON.stringify(exportRun(viewRun({ ...run, entries, contents }), { runId: "run-1", findings: [], audit: auditRun(run) }))));
    expect(outcome.ok && auditRun(outcome.read.run).result).toBe("passed");
  });

  it("says where it contradicts itself after somebody changed it", () => {
    const file = exported();
    const changed = { ...file, definition: { ...file.definition, title: "Another" }, sources: file.sources.map((source) => ({ ...source, text: `${source.text} ` })) };
    const outcome = readRunExport(changed);
    expect(outcome.ok && outcome.read.contradictions).toEqual([
      "The definition has not the digest that is stated for it.",
      "The text of before.md has not the digest that is stated for it.",
      "The text of after.md has not the digest that is stated for it.",
    ]);
  });

  it("is refused with a reason when it is something else", () => {
    expect(readRunExport({ format: "countersign/run@1" })).toMatchObject({ ok: false, message: expect.stringContaining("brief") });
    expect(readRunExport(null)).toMatchObject({ ok: false });
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    expect(readRunExport({ ...exported(), contents: { ["a".repeat(64)]: deep } })).toEqual({ ok: false, message: "it is nested too deeply" });
  });
});
