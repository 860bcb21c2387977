import { describe, expect, it } from "vitest";
import { modelThatSays, stepRun } from "../../../tests/setup/step-run.ts";
import { contextReceiptSchema } from "../../../core/run/context-receipt.ts";
import { workPrompt } from "../prompts/work-prompt.ts";
import { executeAgent } from "./agent.ts";
import { BudgetReached } from "./budget-reached.ts";

const source = { id: "s1", title: "Lamps", path: "lamps.md", sha256: "a".repeat(64), text: "Lamps are “bright”. They need 40 watts." };
const passages = { passages: [{ sourceId: "s1", start: 0, end: 19, text: "Lamps are “bright”." }, { sourceId: "s1", start: 3, end: 9, text: "made up" }] };
const answer = (...quotes: string[]) => JSON.stringify({ claims: [{ text: "Lamps are bright.", quotes: quotes.map((exact) => ({ sourceId: "s1", exact })) }], missing: [{ text: "Candles", closest: [{ sourceId: "s1", exact: quotes[0] ?? "none" }, { sourceId: "s1", exact: "Nowhere at all" }] }] });

describe("an agent", () => {
  it("answers with claims whose quotes are placed, or said to be nowhere", async () => {
    const { step } = stepRun("agent", { covers: ["r1"] }, { model: modelThatSays(answer("They need 40 watts.", 'Lamps are "bright".', "Lamps are dim.")), sources: [source], brief: { question: "What?", requirements: [{ id: "r1", text: "Light" }] } });
    expect(await executeAgent(step)).toMatchObject({
      status: "completed",
      summary: "1 claim, 1 not found",
      output: {
        missing: [{ text: "Candles", why: "", answers: [], closest: [{ sourceId: "s1", exact: "They need 40 watts.", place: { start: 20, end: 39, match: "exact" } }] }],
        claims: [{ id: "step#1", stepId: "step", answers: ["r1"], quotes: [{ place: { start: 20, end: 39, match: "exact" } }, { place: { start: 0, end: 19, match: "normalised" } }, { place: null }] }],
      },
    });
  });

  it("records each call with its receipt, and which passages were shown, as far as they are real", async () => {
    const { step, events, contents } = stepRun("agent", { tools: ["search"], instructions: "Look." }, { model: modelThatSays([{ call: "search", input: { query: "lamps" } }], answer()), sources: [source], tools: { search: passages } });
    await executeAgent(step);
    expect(events.map(({ type }) => type)).toEqual(["model-called", "source-read", "model-called"]);
    expect(events[1]).toMatchObject({ sourceId: "s1", sha256: source.sha256, start: 0, end: 19 });
    const calls = events.filter((event) => event.type === "model-called");
    const receipts = calls.map(({ receipt }) => contextReceiptSchema.parse(contents.get(receipt)));
    expect(receipts.map(({ messages }) => messages.flatMap(({ parts }) => parts.map(({ origin }) => origin.kind)))).toEqual([
      ["prompt", "plan", "brief", "brief"],
      ["prompt", "plan", "brief", "brief", "model", "tool"],
    ]);
    expect(calls.map(({ call, usage, promptVersion }) => ({ call, input: usage.input, promptVersion }))).toEqual([
      { call: 1, input: 100, promptVersion: workPrompt.version },
      { call: 2, input: 100, promptVersion: workPrompt.version },
    ]);
  });

  it("tells a model that its call is refused, and goes on", async () => {
    const { step, received } = stepRun("agent", { tools: ["search"] }, { model: modelThatSays([{ call: "delete_all", input: {} }], answer()), tools: { search: passages } });
    expect(await executeAgent(step)).toMatchObject({ status: "completed" });
    expect(received()[1]).toContain("The tool delete_all is not granted.");
  });

  it("asks once more for an answer that isn't in its form, then fails so that everybody sees it", async () => {
    const mended = stepRun("agent", {}, { model: modelThatSays("Sure! Lamps are bright.", `\`\`\`json\n${answer()}\n\`\`\``) });
    expect(await executeAgent(mended.step)).toMatchObject({ status: "completed" });
    expect(mended.received()[1]).toContain("not one JSON object");
    const broken = stepRun("agent", {}, { model: modelThatSays("No.", '{"claims":[{"text":""}]}') });
    expect(await executeAgent(broken.step)).toMatchObject({ status: "failed", code: "answer-invalid", message: expect.stringContaining("claims.0.text") });
  });

  it("answers when its turns are used up, whatever it would rather do", async () => {
    const search = [{ call: "search", input: {} }];
    const { step, received } = stepRun("agent", { tools: ["search"], maxTurns: 3 }, { model: modelThatSays(search, search, answer()), sources: [source], tools: { search: passages } });
    expect(await executeAgent(step)).toMatchObject({ status: "completed" });
    expect(received()).toHaveLength(3);
    expect(received()[2]).toContain("This is the last of 3 turns.");
  });

  it("keeps its context within its limit, and says in receipt and request what was left out", async () => {
    const claims = Array.from({ length: 60 }, (_, index) => ({ id: `a#${index}`, stepId: "a", text: `Claim ${index} ${"with many words ".repeat(5)}`, stance: "neutral", answers: [], quotes: [] }));
    const { step, events, contents, received } = stepRun("agent", { context: { maxTokens: 4_000 } }, { model: modelThatSays(answer()), inputs: { a: { claims, missing: [] } } });
    expect(await executeAgent(step)).toMatchObject({ status: "completed" });
    const [call] = events.filter((event) => event.type === "model-called");
    const receipt = contextReceiptSchema.parse(contents.get(call?.receipt ?? ""));
    expect(receipt.tokens).toBeLessThanOrEqual(4_000);
    expect(receipt.cut).toMatchObject([{ origin: { kind: "input", name: "a" }, what: expect.stringMatching(/^\d+ of 60 claims$/) }]);
    expect(received()[0]).toContain("Claim 0 ");
    expect(received()[0]).not.toContain("Claim 59 ");
    expect(received()[0]).toContain("of 60 claims of \\\\\\\"a\\\\\\\"");
  });

  it("keeps what it is given within its model's window, though its node sets no limit", async () => {
    const claims = Array.from({ length: 200 }, (_, index) => ({ id: `a#${index}`, stepId: "a", text: `Claim ${index} ${"with many words ".repeat(5)}`, stance: "neutral", answers: [], quotes: [] }));
    const { step, events, contents } = stepRun("agent", {}, { model: modelThatSays(answer()), contextTokens: 8_000, inputs: { a: { claims, missing: [] } } });
    expect(await executeAgent(step)).toMatchObject({ status: "completed" });
    const [call] = events.filter((event) => event.type === "model-called");
    const receipt = contextReceiptSchema.parse(contents.get(call?.receipt ?? ""));
    expect(receipt.tokens).toBeLessThanOrEqual(6_000);
    expect(receipt.cut).toMatchObject([{ origin: { kind: "input", name: "a" }, what: expect.stringMatching(/^\d+ of 200 claims$/) }]);
  });

  it("leaves out results of tools before its context overflows, and fails when what it is given doesn't fit", async () => {
    const page = { sourceId: "s1", start: 0, text: "word ".repeat(3_000) };
    const full = stepRun("agent", { tools: ["read"], context: { maxTokens: 5_000 } }, { model: modelThatSays([{ call: "read", input: {} }, { call: "read", input: {} }], answer()), tools: { read: page } });
    expect(await executeAgent(full.step)).toMatchObject({ status: "completed" });
    expect(full.received()[1]).toContain("was left out to keep within the limit");
    const tight = stepRun("agent", { instructions: "Look closely. ".repeat(1_000), context: { maxTokens: 2_000 } }, { model: modelThatSays(answer()) });
    expect(await executeAgent(tight.step)).toMatchObject({ status: "failed", code: "context-overflow", isRetryable: false });
    expect(tight.received()).toEqual([]);
  });

  it("makes no call that its budget doesn't hold", async () => {
    const wait = { kind: "budget" as const, stepId: "step", limit: "tokens" as const, used: 5, wanted: 10, allowed: 12 };
    const { step, received } = stepRun("agent", {}, { model: modelThatSays(answer()), reserve: () => Promise.reject(new BudgetReached(wait)) });
    await expect(executeAgent(step)).rejects.toThrow(BudgetReached);
    expect(received()).toEqual([]);
  });

  it("goes on from the calls that are on record when its attempt was cut off", async () => {
    const search = [{ call: "search", input: {} }];
    const first = stepRun("agent", { tools: ["search"] }, { model: modelThatSays(search, answer()), sources: [source], tools: { search: passages } });
    await executeAgent(first.step);
    const again = stepRun("agent", { tools: ["search"] }, { model: modelThatSays(answer()), sources: [source], tools: { search: passages }, earlierCalls: first.events.slice(0, 2) });
    for (const [digest, value] of first.contents) again.contents.set(digest, value);
    expect(await executeAgent(again.step)).toMatchObject({ status: "completed" });
    expect(again.received()).toHaveLength(1);
    expect(again.events.map((event) => (event.type === "model-called" ? event.call : event.type))).toEqual([2]);
  });

  it("fills in the schema of its node, or answers in plain words", async () => {
    const schema = { type: "object", properties: { items: { type: "array", items: { type: "string" } } }, required: ["items"], additionalProperties: false };
    const list = stepRun("agent", { output: { as: "json", schema } }, { model: modelThatSays('{"items":[7]}', '{"items":["a"]}') });
    expect(await executeAgent(list.step)).toMatchObject({ status: "completed", output: { items: ["a"] } });
    const text = stepRun("agent", { output: { as: "text" } }, { model: modelThatSays(" Lamps. ") });
    expect(await executeAgent(text.step)).toMatchObject({ status: "completed", output: "Lamps.", summary: "Lamps." });
  });

  it("can't run while a field of it is unknown", async () => {
    const { step, received } = stepRun("agent", { instructions: { unknown: "not in the import" } }, { model: modelThatSays(answer()) });
    expect(await executeAgent(step)).toMatchObject({ status: "failed", code: "field-unknown" });
    expect(received()).toEqual([]);
  });
});
