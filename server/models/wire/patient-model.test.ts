import { jsonSchema, streamText, tool } from "ai";
import { describe, expect, test } from "vitest";
import { ModelFailure, type FailedTry, type ModelFailureCode, type OnRetry } from "../../../core/models/model-failure.ts";
import { providerProtocols, type ProviderProtocol } from "../../../core/models/provider.ts";
import { saying, type ModelServer, type WireFault } from "../../../tests/setup/model-server.ts";
import { startModelServer } from "../../../tests/setup/own-model-server.ts";
import { KnownSecrets } from "../../keys/known-secrets.ts";
import { callOptionsOf, openProvider } from "./open-provider.ts";
import { patientModel, type Patience, type ProviderPauses } from "./patient-model.ts";

const apiKey = "sk-canary-Zm9v+0123456789/abcdef";
const patience: Patience = { tries: 3, backoffMs: 5, longestPauseMs: 2_000, firstPartMs: 5_000, betweenPartsMs: 300, mostCharacters: 5_000 };

function pausesInMemory(): ProviderPauses {
  const known = new Map<string, Date>();
  return {
    until: async (provider) => known.get(provider) ?? null,
    extend: async (provider, until) => {
      known.set(provider, new Date(Math.max(until.getTime(), known.get(provider)?.getTime() ?? 0)));
    },
  };
}

async function modelAt(server: ModelServer, protocol: ProviderProtocol, fields: { patience?: Partial<Patience>; pauses?: ProviderPauses; takesForm?: boolean; onRetry?: OnRetry } = {}) {
  const inner = await openProvider({ name: "there", protocol, baseUrl: server.baseUrl(protocol), apiKey }, "some-model");
  const providerOptions = callOptionsOf[protocol];
  const known = new KnownSecrets();
  known.learn([apiKey]);
  return patientModel(inner, { name: "there", redactor: known, pauses: fields.pauses ?? pausesInMemory(), patience: { ...patience, ...fields.patience }, takesForm: fields.takesForm ?? protocol !== "openai-compatible", onRetry: fields.onRetry, cites: protocol === "anthropic", providerOptions });
}

type Model = Awaited<ReturnType<typeof modelAt>>;

/** Asks as executors do. */
async function ask(model: Model) {
  const look = tool({ description: "Looks.", inputSchema: jsonSchema({ type: "object", properties: { query: { type: "string" } } }) });
  const result = streamText({ model, instructions: "Say it.", messages: [{ role: "user", content: "What?" }], tools: { look }, onError: () => undefined });
  let text = "";
  for await (const part of result.stream) {
    if (part.type === "text-delta") text += part.text;
    if (part.type === "error") throw part.error;
  }
  return { text, calls: await result.toolCalls, usage: await result.usage, finishReason: await result.finishReason };
}

async function failureOf(asked: Promise<unknown>): Promise<ModelFailure> {
  const outcome = await asked.then(
    () => new Error("It did not fail."),
    (error: unknown) => error,
  );
  if (outcome instanceof ModelFailure) return outcome;
  throw outcome;
}

const words = 'Größe "α" — 漢字 🧭, \\ and a line\nbreak. '.repeat(6);

describe.each(providerProtocols)("over %s", (protocol) => {
  test("text arrives whole with the provider's count of tokens, however the bytes are cut", async () => {
    const server = await startModelServer(() => saying(words, { input: 900, cached: 300, output: 80, reasoning: protocol === "anthropic" ? 0 : 30 }));
    Object.assign(server.switches, { bytesPerWrite: 1, lineEnd: "\r\n", keepsAlive: true });
    const { text, usage, finishReason } = await ask(await modelAt(server, protocol));
    expect(text).toBe(words);
    expect(finishReason).toBe("stop");
    expect(usage).toMatchObject({ inputTokens: 900, outputTokens: 80, inputTokenDetails: { cacheReadTokens: 300 } });
    expect(usage.outputTokenDetails.reasoningTokens ?? 0).toBe(protocol === "anthropic" ? 0 : 30);
  });

  test("calls of tools arrive with their input", async () => {
    const server = await startModelServer(() => ({ ...saying(""), calls: [{ toolName: "look", input: { query: "größer 🧭" } }] }));
    server.switches.bytesPerWrite = 3;
    const { calls, finishReason } = await ask(await modelAt(server, protocol));
    expect(calls).toMatchObject([{ toolName: "look", input: { query: "größer 🧭" } }]);
    expect(finishReason).toBe("tool-calls");
  });

  test("an answer in a form is asked for where the model takes one, and without one where it doesn't take ours", async () => {
    const schema = { type: "object" as const, properties: { colour: { type: "string" as const } }, required: ["colour"], additionalProperties: false };
    const server = await startModelServer(() => saying('{"colour":"red"}'));
    const answered = async (takesForm: boolean, onRetry: OnRetry) => {
      const model = await modelAt(server, protocol, { takesForm, onRetry });
      const { stream } = await model.doStream({ prompt: [{ role: "user", content: [{ type: "text", text: "Which one?" }] }], responseFormat: { type: "json", schema } });
      let text = "";
      for await (const part of stream) if (part.type === "text-delta") text += part.delta;
      return text;
    };
    const tried: FailedTry[] = [];
    const onRetry: OnRetry = async (one) => void tried.push(one);
    expect(await answered(true, onRetry)).toBe('{"colour":"red"}');
    server.faults.push({ status: 400, type: "invalid_request_error", message: "Invalid schema." });
    expect(await answered(true, onRetry)).toBe('{"colour":"red"}');
    expect(await answered(false, onRetry)).toBe('{"colour":"red"}');
    expect(server.requests.map(({ body }) => JSON.stringify(body).includes('"colour"'))).toEqual([true, true, false, false]);
    expect(tried).toMatchObject([{ failure: { code: "rejected" }, retryInMs: 0 }]);
  });

  test("the key goes to the provider alone, and into no error in any spelling", async () => {
    const base64 = Buffer.from(`Bearer ${apiKey}`).toString("base64");
    const echo = `bad key ${apiKey}, ${encodeURIComponent(apiKey)}, ${base64} and ${Buffer.from(apiKey).toString("hex")}`;
    const server = await startModelServer(() => saying("never"));
    server.faults.push({ status: 401, type: "invalid_api_key", message: echo });
    const failure = await failureOf(ask(await modelAt(server, protocol)));
    expect(failure.code).toBe("authentication");
    expect(failure.message).toContain("[redacted]");
    expect(failure.message).not.toMatch(/canary|2Etb|Y2FuYXJ5|63616e617279/);
    expect(JSON.stringify(server.requests[0]!.headers)).toContain(apiKey);
    expect(JSON.stringify(server.requests[0]!.body)).not.toContain(apiKey);
  });

  test("a key that the answer repeats is taken out, wherever its pieces are cut", async () => {
    const server = await startModelServer(() => saying(`first ${apiKey} then ${Buffer.from(`x${apiKey}`).toString("base64")} end`));
    const { text } = await ask(await modelAt(server, protocol));
    expect(text).toMatch(/^first \[redacted\] then .{0,4}\[redacted\].{0,4} end$/);
  });

  const lasting: [string, WireFault, ModelFailureCode][] = [
    ["no credit left", { status: 429, type: "insufficient_quota", message: "You exceeded your current quota: insufficient_quota." }, "quota"],
    ["a refused key", { status: 403, type: "permission_error", message: "No." }, "authentication"],
    ["an unknown model", { status: 404, type: "not_found_error", message: "model: some-model" }, "model-unknown"],
    ["too long a prompt", { status: 400, type: "invalid_request_error", message: "prompt is too long: 300000 tokens" }, "too-long"],
    ["a request it doesn't take", { status: 400, type: "invalid_request_error", message: "temperature is deprecated" }, "rejected"],
  ];
  test.each(lasting)("%s fails at once, with its reason", async (_name, fault, code) => {
    const server = await startModelServer(() => saying("never"));
    server.faults.push(fault);
    const failure = await failureOf(ask(await modelAt(server, protocol)));
    expect(failure).toMatchObject({ code, isPassing: false });
    expect(server.requests).toHaveLength(1);
  });

  const passing: [string, WireFault][] = [
    ["a limit of requests", { status: 429, type: "rate_limit_error", message: "Slow down.", headers: { "retry-after-ms": "20" } }],
    ["an overloaded provider", { status: 529, type: "overloaded_error", message: "Overloaded" }],
    ["an error page", { status: 502, type: "", message: "", body: "<html>Bad gateway</html>" }],
    ["a connection reset", { reset: true }],
    ["a stream cut before its first word", { cutAfter: 0 }],
  ];
  test.each(passing)("%s is tried again, and the answer comes", async (_name, fault) => {
    const server = await startModelServer(() => saying("Here it is."));
    server.faults.push(fault, fault);
    const tried: FailedTry[] = [];
    const { text } = await ask(await modelAt(server, protocol, { onRetry: async (one) => void tried.push(one) }));
    expect(text).toBe("Here it is.");
    expect(server.requests).toHaveLength(3);
    expect(tried).toMatchObject(Array.from({ length: 2 }, () => ({ failure: { isPassing: true, message: expect.stringContaining("there ") as unknown } })));
  });

  const inTheMiddle: [string, WireFault, ModelFailureCode][] = [
    ["a stream that is cut", { cutAfter: 4 }, "cut"],
    ["a stream that falls silent", { stallAfter: 4 }, "timeout"],
    ["an error in a stream", { errorAfter: 4, message: "Overloaded just now." }, "overloaded"],
    ["a stream that isn't JSON", { garbageAfter: 4 }, "malformed"],
  ];
  test.each(inTheMiddle)("%s ends in a failure that can be tried again, never in half an answer", async (_name, fault, code) => {
    const server = await startModelServer(() => saying(words));
    server.faults.push(fault);
    expect(await failureOf(ask(await modelAt(server, protocol)))).toMatchObject({ code, isPassing: true });
  });

  test("an answer held back by a filter says so by its end", async () => {
    const server = await startModelServer(() => ({ ...saying("I"), end: "filtered" as const }));
    expect(await ask(await modelAt(server, protocol))).toMatchObject({ finishReason: "content-filter" });
  });

  test("an answer without an end is stopped", async () => {
    const server = await startModelServer(() => saying("more ".repeat(5_000)));
    expect(await failureOf(ask(await modelAt(server, protocol)))).toMatchObject({ code: "endless", isPassing: false });
  });
});

describe("a provider that wants a pause", () => {
  test("gets it from everybody who asks it, for as long as it said", async () => {
    const server = await startModelServer(() => saying("Now."));
    server.faults.push({ status: 429, type: "rate_limit_error", message: "Slow down.", headers: { "retry-after-ms": "400" } });
    const pauses = pausesInMemory();
    const first = ask(await modelAt(server, "openai-compatible", { pauses }));
    await expect.poll(() => pauses.until("there")).not.toBeNull();
    const second = ask(await modelAt(server, "openai-compatible", { pauses }));
    expect(await Promise.all([first, second])).toMatchObject([{ text: "Now." }, { text: "Now." }]);
    const [refused, ...rest] = server.requests.map(({ at }) => at);
    expect(Math.min(...rest) - refused!).toBeGreaterThanOrEqual(380);
  });

  test("for longer than anybody waits, fails at once and is asked no more until then", async () => {
    const server = await startModelServer(() => saying("never"));
    server.faults.push({ status: 429, type: "rate_limit_error", message: "Slow down.", headers: { "retry-after": "3600" } });
    const pauses = pausesInMemory();
    const model = await modelAt(server, "openai-compatible", { pauses });
    expect(await failureOf(ask(model))).toMatchObject({ code: "rate-limited", retryAfterMs: 3_600_000 });
    expect(await failureOf(ask(model))).toMatchObject({ code: "rate-limited" });
    expect(server.requests).toHaveLength(1);
  });

  test("that stays down fails after the last try, as one that blocks", async () => {
    const server = await startModelServer(() => saying("never"));
    const down = { status: 503, type: "", message: "Away." };
    server.faults.push(down, down, down, down);
    expect(await failureOf(ask(await modelAt(server, "openai-compatible")))).toMatchObject({ code: "overloaded", isBlocking: true });
    expect(server.requests).toHaveLength(patience.tries);
  });

  test("that isn't there can't be reached", async () => {
    const server = await startModelServer(() => saying("never"));
    await server.close();
    expect(await failureOf(ask(await modelAt(server, "openai-compatible")))).toMatchObject({ code: "unreachable" });
  });

  test("that leads elsewhere is not followed: the key would go there", async () => {
    const elsewhere = await startModelServer(() => saying("Give me your key."));
    const server = await startModelServer(() => saying("never"));
    server.faults.push(...Array.from({ length: 3 }, () => ({ redirectTo: `${elsewhere.baseUrl("openai-compatible")}/chat/completions` })));
    await failureOf(ask(await modelAt(server, "openai-compatible")));
    expect(elsewhere.requests).toEqual([]);
  });
});
