import { jsonSchema, streamText, tool, wrapLanguageModel } from "ai";
import { z } from "zod";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { ConnectionCheck, ConnectionReport } from "../../core/models/connection-report.ts";
import { failureAdvice, ModelFailure } from "../../core/models/model-failure.ts";
import { refuseDownload } from "../../core/models/refuse-download.ts";

/** Enough for a model that thinks before it writes. */
const answerTokens = 2_000;
const instructions = "This is a test of a connection. Do exactly what the message says, and nothing else.";

interface Tried {
  model: LanguageModelV4;
  /** The same, asked in a form where a call wants one. */
  inForm: LanguageModelV4;
  name: string;
  contextTokens: number | null;
  signal: AbortSignal;
}

/** Calls a model three or four times, as runs do, and says what works: text in pieces, a call of a tool, an answer in a schema. */
export async function testConnection(tried: Tried): Promise<ConnectionReport> {
  const started = performance.now();
  const checks: ConnectionCheck[] = [];
  let failure: ConnectionReport["failure"] = null;
  let takesForm = false;
  try {
    const counting = await ask(tried, "Write the numbers from one to twenty in words, separated by commas.");
    checks.push({ check: "answers", state: counting.text.trim() === "" ? "fails" : "works", detail: counting.text.trim() === "" ? "It answered with nothing." : "It answers." });
    checks.push(streaming(counting.pieces));
    checks.push(usage(counting.usage));
    checks.push(await tools(tried));
    const given = await formGiven(tried);
    takesForm = given.state === "works";
    checks.push(takesForm ? given : await formTold(tried));
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    failure = { code: error.code, message: error.message, advice: failureAdvice[error.code] };
  }
  checks.push(window(tried.contextTokens));
  return { model: tried.name, durationMs: Math.round(performance.now() - started), checks, takesForm, failure };
}

interface Asking {
  tools?: Parameters<typeof streamText>[0]["tools"];
}

async function ask({ model, signal }: Pick<Tried, "model" | "signal">, text: string, { tools: offered = {} }: Asking = {}) {
  const result = streamText({ model, instructions, messages: [{ role: "user", content: text }], tools: offered, maxOutputTokens: answerTokens, maxRetries: 0, experimental_download: refuseDownload, abortSignal: signal, onError: () => undefined });
  let pieces = 0;
  for await (const part of result.stream) {
    if (part.type === "error") throw part.error;
    if (part.type === "text-delta") pieces += 1;
  }
  signal.throwIfAborted();
  return { pieces, text: await result.text, calls: await result.toolCalls, usage: await result.usage };
}

function streaming(pieces: number): ConnectionCheck {
  if (pieces > 1) return { check: "streaming", state: "works", detail: `Its answer came in ${pieces.toLocaleString("en")} pieces.` };
  return { check: "streaming", state: pieces === 1 ? "unknown" : "fails", detail: pieces === 1 ? "Its answer came in one piece: plans will appear late." : "No text came." };
}

function usage({ inputTokens, outputTokens }: { inputTokens: number | undefined; outputTokens: number | undefined }): ConnectionCheck {
  if (inputTokens === undefined || outputTokens === undefined) return { check: "usage", state: "fails", detail: "It doesn't count tokens: Countersign counts by its own rule." };
  return { check: "usage", state: "works", detail: `It counts tokens: ${inputTokens.toLocaleString("en")} in, ${outputTokens.toLocaleString("en")} out.` };
}

async function tools(tried: Tried): Promise<ConnectionCheck> {
  const look = tool({ description: "Looks a word up.", inputSchema: jsonSchema({ type: "object", properties: { word: { type: "string" } }, required: ["word"], additionalProperties: false }) });
  return attempt("tools", async () => {
    const { calls } = await ask(tried, 'Call the tool "look" with the word "lighthouse".', { tools: { look } });
    const [call] = calls;
    if (call === undefined) return { state: "fails", detail: "It called no tool: workers could read no source." };
    const isRight = call.toolName === "look" && z.object({ word: z.string() }).safeParse(call.input).success;
    return isRight ? { state: "works", detail: "It calls tools with the right input." } : { state: "fails", detail: `It called "${call.toolName}" with an input of another form.` };
  });
}

const form = { type: "object" as const, properties: { shade: { type: "string" as const }, amount: { type: "integer" as const } }, required: ["shade", "amount"], additionalProperties: false };

/** The form goes along with the question: its words name neither field, so that only who reads the form can keep to it. */
async function formGiven({ inForm, ...tried }: Tried): Promise<ConnectionCheck> {
  const model = wrapLanguageModel({ model: inForm, middleware: { specificationVersion: "v4", transformParams: async ({ params }) => ({ ...params, responseFormat: { type: "json", schema: form } }) } });
  return attempt("structured", async () => {
    const { text } = await ask({ ...tried, model }, "The colour is red and the count is 3. Answer with one JSON object and no other text.");
    const read = z.object({ shade: z.string(), amount: z.number().int() }).safeParse(jsonIn(text));
    return read.success ? { state: "works", detail: "It answers in a form that goes along with the question." } : { state: "fails", detail: "" };
  });
}

async function formTold(tried: Omit<Tried, "inForm">): Promise<ConnectionCheck> {
  return attempt("structured", async () => {
    const { text } = await ask(tried, 'Answer with one JSON object and no other text, in this form: {"colour": string, "count": integer}. The colour is red and the count is 3.');
    const read = z.object({ colour: z.string(), count: z.number().int() }).safeParse(jsonIn(text));
    return read.success ? { state: "works", detail: "It answers in a form that it is told." } : { state: "fails", detail: "It did not keep to the form: answers would have to be asked for twice, or fail." };
  });
}

/** One that fails by itself says so; a provider that can't be used ends the test. */
async function attempt(check: ConnectionCheck["check"], work: () => Promise<Pick<ConnectionCheck, "state" | "detail">>): Promise<ConnectionCheck> {
  try {
    return { check, ...(await work()) };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    return { check, state: "fails", detail: error.message };
  }
}

function window(contextTokens: number | null): ConnectionCheck {
  if (contextTokens === null) return { check: "window", state: "unknown", detail: "How much it takes at once isn't told by its protocol: enter it under Models, or nothing is cut to fit." };
  return { check: "window", state: "works", detail: `${contextTokens.toLocaleString("en")} tokens, as entered.` };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  } catch {
    return null;
  }
}
