import { expect, it } from "vitest";
import { contextReceiptSchema } from "../../../core/run/context-receipt.ts";
import { reportSchema } from "../../../core/evidence/report.ts";
import { modelThatSays, stepRun } from "../../../tests/setup/step-run.ts";
import { executeSynthesize } from "./synthesize.ts";

const quotes = [{ sourceId: "s1", exact: "Lamps are bright.", place: { start: 0, end: 17, match: "exact" as const } }];
const claims = Array.from({ length: 120 }, (_, index) => ({ id: `a#${index}`, stepId: "a", text: `Lamp ${index} is bright, ${"and so are its neighbours ".repeat(4)}`, stance: "neutral", answers: [], quotes }));
const refuted = { claimId: "a#0", verdict: "refuted", method: "model", stepId: "check", vote: 1, verifier: "maker:judge", reason: "It is dim.", saw: [] };
const answer = JSON.stringify({ claims: [{ key: "k1", text: "Lamp 1 is bright.", from: ["a#1"] }], blocks: [{ type: "paragraph", sentences: [{ text: "Lamp 1 is bright.", claims: ["k1"] }] }] });

it("gives a synthesizer as many claims as its model takes, the refuted ones last, and loses none", async () => {
  const { step, events, contents, received } = stepRun("synthesize", {}, { model: modelThatSays(answer), contextTokens: 12_000, inputs: { checked: { claims, verdicts: [refuted], dropped: [], missing: [] } } });
  const outcome = await executeSynthesize(step);
  const report = reportSchema.parse(outcome.status === "completed" && outcome.output);
  expect(report.leftOut).toHaveLength(119);
  const [call] = events.filter((event) => event.type === "model-called");
  const receipt = contextReceiptSchema.parse(contents.get(call?.receipt ?? ""));
  expect(receipt.tokens).toBeLessThanOrEqual(9_000);
  expect(receipt.cut).toMatchObject([{ what: expect.stringMatching(/^\d+ of 120 claims$/) }]);
  expect(received()[0]).toContain("Lamp 1 is");
  expect(received()[0]).not.toContain("Lamp 0 is");
  expect(received()[0]).not.toContain("Lamp 119 is");
});

it("gives it all where its window isn't known", async () => {
  const { step, received } = stepRun("synthesize", {}, { model: modelThatSays(answer), inputs: { checked: { claims, verdicts: [refuted], dropped: [], missing: [] } } });
  expect(await executeSynthesize(step)).toMatchObject({ status: "completed" });
  for (const { text } of claims) expect(received()[0]).toContain(text);
});
