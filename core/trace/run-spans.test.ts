import { describe, expect, it } from "vitest";
import { recordRun, soundRun } from "../../tests/setup/recorded-run.ts";
import { viewRun } from "../evidence/audited-run.ts";
import { runEventSchema } from "../run/run-event.ts";
import { attributesOf } from "./event-attributes.ts";
import { otlpTrace } from "./otlp-trace.ts";
import { runSpans } from "./run-spans.ts";

const runId = "01920000-0000-7000-8000-00000000abcd";
const recorded = viewRun(recordRun({ ...soundRun, end: { type: "run-failed", stepId: "write", message: "It broke." } }));
const spans = runSpans(recorded, runId);
const named = (name: string) => spans.find((span) => span.name === name)!;

describe("a run as a trace", () => {
  it("is one tree: the run, its steps, items below their map, calls below their step", () => {
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(spans.length);
    expect(spans.every(({ traceId, spanId }) => traceId === runId.replaceAll("-", "") && /^[0-9a-f]{16}$/.test(spanId))).toBe(true);
    const root = named("invoke_workflow Before and after");
    expect(root.parentSpanId).toBeNull();
    const item = named("invoke_agent Read one document");
    expect([named("map Read each document").parentSpanId, item.parentSpanId]).toEqual([root.spanId, named("map Read each document").spanId]);
    expect(spans.filter(({ parentSpanId }) => parentSpanId === item.spanId).map(({ name, kind }) => [name, kind])).toEqual([["chat claude", "client"]]);
  });

  it("names calls and rulings by the conventions, and the rest by our own names", () => {
    expect(named("chat claude").attributes).toMatchObject({
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": "anthropic",
      "gen_ai.request.model": "claude",
      "gen_ai.usage.input_tokens": expect.any(Number),
      "gen_ai.response.finish_reasons": ["stop"],
    });
    const rulings = named("invoke_agent Read one document").events.filter(({ name }) => name === "gen_ai.evaluation.result");
    expect(rulings.map(({ attributes }) => attributes["gen_ai.evaluation.score.label"])).toEqual(["supported", "refuted", "supported"]);
    expect(named("invoke_workflow Before and after").status).toEqual({ code: "error", message: "It broke." });
  });

  it("says nothing else than gen_ai, error and countersign, for every kind of event", () => {
    const kinds = new Set(recorded.entries.map(({ event }) => event.type));
    expect(kinds.size).toBeGreaterThan(5);
    for (const { event } of recorded.entries) {
      for (const name of Object.keys(attributesOf(runEventSchema.parse(event)))) expect(name).toMatch(/^(gen_ai|countersign)\.[a-z0-9_.]+$|^error\.type$/);
    }
  });

  it("reads as OTLP in JSON: enums as numbers, nanoseconds and integers as text", () => {
    const written = otlpTrace(spans, 0).resourceSpans[0]!.scopeSpans[0]!.spans;
    const chat = written.find(({ name }) => name === "chat claude")!;
    const began = named("chat claude").startMs;
    expect(chat).toMatchObject({ kind: 3, startTimeUnixNano: `${began}000000`, status: { code: 1 } });
    expect(chat.attributes).toContainEqual({ key: "gen_ai.response.finish_reasons", value: { arrayValue: { values: [{ stringValue: "stop" }] } } });
    expect(chat.attributes).toContainEqual({ key: "countersign.call.index", value: { intValue: "1" } });
    expect(written[0]).toMatchObject({ kind: 1, status: { code: 2, message: "It broke." } });
    expect(written[0]).not.toHaveProperty("parentSpanId");
  });
});
