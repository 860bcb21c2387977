import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../run/run-event.ts";
import { auditWith } from "../../../tests/setup/audit-with.ts";
import { recordRun, soundRun } from "../../../tests/setup/recorded-run.ts";
import { viewRun } from "../audited-run.ts";
import { scopeExceeded } from "./scope-exceeded.ts";

const called = (tool: string, outcome: "ok" | "outside-scope" | "not-granted" | "failed"): RunEvent => ({
  type: "tool-called",
  stepId: "read-before",
  attempt: 1,
  tool,
  input: { json: {} },
  output: null,
  outcome,
  durationMs: 3,
});

describe("audit/scope-exceeded", () => {
  it("trips on a tool that was used without being granted, also when it failed", () => {
    expect(auditWith(scopeExceeded, { extra: [called("send_mail", "ok"), called("send_mail", "failed")] })).toEqual([
      { target: { type: "step", id: "read-before" }, message: '"Read what comes before" used "send_mail", which the brief doesn\'t grant, 2 times.' },
    ]);
  });

  it("lists an attempt that was refused as a warning", () => {
    expect(auditWith(scopeExceeded, { extra: [called("fetch_url", "not-granted")] })).toMatchObject([
      { severity: "warning", message: '"Read what comes before" tried to use "fetch_url" outside what was granted, and was refused.' },
    ]);
  });

  it("trips on a document of a collection that the brief doesn't name", () => {
    const sources = soundRun.sources.map((source, index) => (index === 0 ? { ...source, collection: "Secrets" } : source));
    expect(auditWith(scopeExceeded, { sources })).toMatchObject([{ target: { type: "source" }, message: 'before.md was read, of the collection "Secrets"; the brief grants Handbook.' }]);
  });

  it("trips when the plan is not the approved one", () => {
    const run = recordRun(soundRun);
    const outcome = scopeExceeded.examine(viewRun({ ...run, graph: { ...run.graph, title: "Another" } }));
    expect(outcome).toMatchObject({ ran: true, findings: [{ target: { type: "run" } }] });
  });

  it("is silent on what was granted, and does not run when events are missing", () => {
    expect(auditWith(scopeExceeded, { extra: [called("read_source", "ok"), called("search_sources", "failed")] })).toEqual([]);
    const run = recordRun(soundRun);
    expect(scopeExceeded.examine(viewRun({ ...run, entries: run.entries.toSpliced(3, 1) }))).toEqual({ ran: false, reason: "events of this run are missing" });
  });
});
