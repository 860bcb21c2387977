import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { providerProtocols, type ProviderProtocol } from "../../../core/models/provider.ts";
import { openModelServer, saying, type ModelServer, type WireFault } from "../../../tests/setup/model-server.ts";
import { modelThatSays, stepRun } from "../../../tests/setup/step-run.ts";
import type { WireAnswer } from "../../../tests/setup/wire/wire-protocol.ts";
import { wiredModel } from "../../../tests/setup/wired-model.ts";
import { executeAgent } from "./agent.ts";

/*
 * Provider protocol × failure: what comes of a step, which people see, and what stands in its trace. docs/models.md has
 * the same in words.
 */

const answer = JSON.stringify({ claims: [{ text: "Lamps are bright.", quotes: [] }], missing: [] });
const calling = (...calls: WireAnswer["calls"]): WireAnswer => ({ ...saying(""), calls });

interface Row {
  failure: string;
  /** Of the first requests, in order. */
  faults?: WireFault[];
  /** In place of the good answer, in order; the good answer follows. */
  answers?: WireAnswer[];
  /** Whether it happens to every request. */
  lasts?: boolean;
  /** Whether it happens in the middle of an answer. */
  breaksOff?: boolean;
  /** What comes of the step. */
  step: "completed" | `waiting: ${string}` | `failed: ${string}`;
  /** `model-called` as its finish reason, the others by code or outcome; `retried` where the same call was made again at once. */
  trace: string[];
}

const status = (code: number, type: string, message: string, headers: Record<string, string> = {}): WireFault => ({ status: code, type, message, headers });
const long = "more ".repeat(300);

const rows: Row[] = [
  { failure: "429 with retry-after", faults: [status(429, "rate_limit_error", "Slow down.", { "retry-after-ms": "20" })], step: "completed", trace: ["retried rate-limited", "called stop"] },
  { failure: "429 for an hour", faults: [status(429, "rate_limit_error", "Slow down.", { "retry-after": "3600" })], step: "waiting: there takes no more requests for now", trace: ["failed rate-limited"] },
  { failure: "5xx twice", faults: [status(500, "api_error", "Oops."), { status: 502, type: "", message: "", body: "<html>Bad gateway</html>" }], step: "completed", trace: ["retried overloaded", "retried overloaded", "called stop"] },
  { failure: "5xx for good", faults: [status(503, "overloaded_error", "Away.")], lasts: true, step: "waiting: there could not answer", trace: ["retried overloaded", "retried overloaded", "failed overloaded"] },
  { failure: "a connection reset", faults: [{ reset: true }], step: "completed", trace: ["retried cut", "called stop"] },
  { failure: "silence before the first word", faults: [{ stallAfter: 0 }], step: "completed", trace: ["retried timeout", "called stop"] },
  { failure: "a stream that is cut", breaksOff: true, faults: [{ cutAfter: 4 }], answers: [saying(long)], step: "completed", trace: ["failed cut", "called stop"] },
  { failure: "streams that are always cut", breaksOff: true, faults: [{ cutAfter: 4 }], answers: [saying(long), saying(long)], lasts: true, step: "waiting: there broke off its answer", trace: ["failed cut", "failed cut"] },
  { failure: "silence in the middle", breaksOff: true, faults: [{ stallAfter: 4 }], answers: [saying(long)], step: "completed", trace: ["failed timeout", "called stop"] },
  { failure: "an error in the stream", breaksOff: true, faults: [{ errorAfter: 4, message: "Overloaded just now." }], answers: [saying(long)], step: "completed", trace: ["failed overloaded", "called stop"] },
  { failure: "a stream that isn't JSON", breaksOff: true, faults: [{ garbageAfter: 4 }], answers: [saying(long)], step: "completed", trace: ["failed malformed", "called stop"] },
  { failure: "an answer in another form", answers: [saying("Sure! Lamps are bright.")], step: "completed", trace: ["called stop", "called stop"] },
  { failure: "an answer in another form, twice", answers: [saying("No."), saying('{"claims":1}')], step: "failed: answer-invalid", trace: ["called stop", "called stop"] },
  { failure: "an answer cut at its limit of tokens", answers: [{ ...saying('{"claims":['), end: "length" }], step: "completed", trace: ["called length", "called stop"] },
  { failure: "a refusal", answers: [{ ...saying("I can't help with that."), end: "refused" }], step: "failed: model-filtered", trace: ["called content-filter"] },
  { failure: "a content filter", answers: [{ ...saying("I"), end: "filtered" }], step: "failed: model-filtered", trace: ["called content-filter"] },
  { failure: "a tool of another name", answers: [calling({ toolName: "delete_everything", input: {} })], step: "completed", trace: ["called tool-calls", "tool not-granted", "called stop"] },
  { failure: "arguments that aren't JSON", answers: [calling({ toolName: "search", input: null, rawInput: '{"query": "la' })], step: "completed", trace: ["called tool-calls", "tool bad-input", "called stop"] },
  { failure: "calls of tools without an end", answers: Array.from({ length: 5 }, (_, at) => calling({ toolName: "search", input: { query: `${at}` } })), step: "failed: answer-invalid", trace: ["called tool-calls", "tool ok", "called tool-calls", "tool ok", "called tool-calls", "called tool-calls"] },
  { failure: "an answer without an end", breaksOff: true, answers: [saying("more ".repeat(5_000))], step: "failed: model-endless", trace: ["failed endless"] },
  { failure: "no credit left", faults: [status(429, "insufficient_quota", "You exceeded your current quota: insufficient_quota.")], step: "waiting: there says that the quota is used up", trace: ["failed quota"] },
  { failure: "a refused key", faults: [status(401, "invalid_api_key", "No such key.")], step: "waiting: there refuses the key", trace: ["failed authentication"] },
  { failure: "an unknown model", faults: [status(404, "not_found_error", "model: main")], step: "waiting: there doesn't know the model", trace: ["failed model-unknown"] },
  { failure: "too long a prompt", faults: [status(400, "invalid_request_error", "prompt is too long: 300000 tokens")], step: "failed: model-too-long", trace: ["failed too-long"] },
  { failure: "a request it doesn't take", faults: [status(400, "invalid_request_error", "temperature is deprecated")], step: "failed: model-rejected", trace: ["failed rejected"] },
];

let server: ModelServer;
let answers: WireAnswer[] = [];

beforeAll(async () => {
  server = await openModelServer(() => answers.shift() ?? saying(answer));
});
afterAll(() => server.close());

async function outcomeOf(protocol: ProviderProtocol, row: Row) {
  answers = [...(row.answers ?? [])];
  server.faults.splice(0, server.faults.length, ...(row.lasts === true ? Array.from({ length: 6 }, () => row.faults ?? []).flat() : (row.faults ?? [])));
  // A machine under load is no silent provider.
  const [first] = row.faults ?? [];
  const served = await wiredModel(server, protocol, first !== undefined && "stallAfter" in first ? { [first.stallAfter === 0 ? "firstPartMs" : "betweenPartsMs"]: 250 } : {});
  const { step, events } = stepRun("agent", { tools: ["search"], maxTurns: 3 }, { model: modelThatSays(), tools: { search: { found: [] } } });
  const trace: string[] = [];
  const outcome = await executeAgent({
    ...step,
    model: () => served,
    tools: {
      ...step.tools,
      // As the real way to tools does, it says what came of each call.
      async call(name, input) {
        const called = input === null || typeof input === "string" ? ({ ok: false, reason: "bad-input", message: "Not its schema." } as const) : await step.tools.call(name, input);
        trace.push(`tool ${called.ok ? "ok" : called.reason}`);
        return called;
      },
    },
    record: async (recorded) => {
      await step.record(recorded);
      for (const event of recorded) {
        if (event.type === "model-called") trace.push(`called ${event.finishReason}`);
        if (event.type === "model-failed") trace.push(`${event.retryInMs === undefined ? "failed" : "retried"} ${event.code}`);
      }
    },
  });
  const seen = outcome.status === "failed" ? `failed: ${outcome.code}` : outcome.status === "waiting" && outcome.wait.kind === "provider" ? `waiting: ${outcome.wait.message}` : outcome.status;
  return { seen, trace, events };
}

describe.each(providerProtocols)("over %s", (protocol) => {
  test.each(rows)("$failure: $step", async (row) => {
    const { seen, trace, events } = await outcomeOf(protocol, row);
    expect(seen.startsWith(row.step) ? row.step : seen).toBe(row.step);
    expect(trace).toEqual(row.trace);
    // What broke off is counted by estimate; what never came isn't.
    const failed = events.filter((event) => event.type === "model-failed");
    expect(failed.map(({ usage }) => usage !== null)).toEqual(failed.map(() => row.breaksOff === true));
  });
});
