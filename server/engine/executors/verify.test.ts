import { describe, expect, it } from "vitest";
import { modelThatSays, stepRun } from "../../../tests/setup/step-run.ts";
import { executeVerify } from "./verify.ts";

const text = "Lamps are bright. They need 40 watts and no more. Candles are dim.";
const source = { id: "s1", title: "Lamps", path: "lamps.md", sha256: "a".repeat(64), text };
const claim = (id: string, exact = "They need 40 watts") => ({
  id,
  stepId: "read",
  text: "Lamps need 40 watts.",
  stance: "neutral",
  answers: [],
  quotes: [{ sourceId: "s1", exact, place: text.includes(exact) ? { start: text.indexOf(exact), end: text.indexOf(exact) + exact.length, match: "exact" } : null }],
});
const inputs = { read: { claims: [claim("read#1"), claim("read#2", "They need 90 watts")], missing: ["Torches"] } };
const rulings = (...verdicts: string[]) => JSON.stringify({ verdicts: verdicts.map((verdict, index) => ({ claimId: `read#${index + 1}`, verdict, reason: "So it says." })) });

describe("a verifier", () => {
  it("rules on every claim with every vote, on claim and evidence alone", async () => {
    const { step, received } = stepRun("verify", { criteria: "Numbers count.", votes: 2 }, { model: modelThatSays(rulings("supported", "refuted"), rulings("supported", "not-enough-info")), sources: [source], inputs });
    const outcome = await executeVerify(step);
    expect(outcome).toMatchObject({ status: "completed", summary: "1 of 2 supported, 1 undecided", output: { claims: [{ id: "read#1" }, { id: "read#2" }], dropped: [], missing: [{ text: "Torches", closest: [] }] } });
    expect(outcome.status === "completed" && outcome.output).toMatchObject({
      verdicts: [
        { claimId: "read#1", verdict: "supported", method: "model", vote: 1, verifier: "maker:model", saw: [{ sourceId: "s1", start: 0, end: text.length }] },
        { claimId: "read#2", verdict: "refuted", vote: 1, saw: [] },
        { claimId: "read#1", vote: 2 },
        { claimId: "read#2", verdict: "not-enough-info", vote: 2 },
      ],
    });
    // The two votes are asked alike, and of how the claims came about neither hears.
    expect(received()).toHaveLength(2);
    expect(received()[0]).toBe(received()[1]);
    expect(received()[0]).toContain("Candles are dim.");
    expect(received()[0]).not.toContain("Torches");
  });

  it("rules in more calls where its model takes less at once", async () => {
    const judge = (...ids: string[]) => JSON.stringify({ verdicts: ids.map((claimId) => ({ claimId, verdict: "supported", reason: "So it says." })) });
    const many = { read: { claims: [1, 2, 3].map((number) => ({ ...claim(`read#${number}`), text: "Lamps need 40 watts. ".repeat(40) })), missing: [] } };
    const { step, received } = stepRun("verify", {}, { model: modelThatSays(judge("read#1"), judge("read#2"), judge("read#3")), contextTokens: 1_500, sources: [source], inputs: many });
    expect(await executeVerify(step)).toMatchObject({ status: "completed", summary: "3 of 3 supported" });
    expect(received()).toHaveLength(3);
  });

  it("begins from the doubt where its role is the critic's", async () => {
    const asked = async (role: "verifier" | "critic") => {
      const { step, events, received } = stepRun("verify", { role }, { model: modelThatSays(rulings("supported", "refuted")), sources: [source], inputs });
      await executeVerify(step);
      return { versions: events.flatMap((event) => (event.type === "model-called" ? [event.promptVersion] : [])), received: received()[0] };
    };
    expect(await asked("verifier")).toMatchObject({ versions: ["verify@1"] });
    expect(await asked("critic")).toMatchObject({ versions: ["critique@1"], received: expect.stringContaining("try to show that claims are wrong") as unknown });
  });

  it("sees no evidence when its node doesn't let it", async () => {
    const { step, received } = stepRun("verify", { sees: ["claims"] }, { model: modelThatSays(rulings("supported", "supported")), sources: [source], inputs });
    const outcome = await executeVerify(step);
    expect(outcome.status === "completed" && outcome.output).toMatchObject({ verdicts: [{ saw: [] }, { saw: [] }] });
    expect(received()[0]).not.toContain("They need");
  });

  it("takes out what was refuted where its node says so, and names it", async () => {
    const { step } = stepRun("verify", { onRefuted: "drop" }, { model: modelThatSays(rulings("supported", "refuted")), sources: [source], inputs });
    expect(await executeVerify(step)).toMatchObject({ output: { claims: [{ id: "read#1" }], dropped: [{ id: "read#2" }] } });
  });

  it("accepts no answer that leaves a claim out, rules twice, or rules on another", async () => {
    const other = JSON.stringify({ verdicts: [{ claimId: "read#9", verdict: "supported", reason: "" }] });
    const { step, received } = stepRun("verify", {}, { model: modelThatSays(rulings("supported"), other), sources: [source], inputs });
    expect(await executeVerify(step)).toMatchObject({ status: "failed", code: "answer-invalid" });
    expect(received()[1]).toContain("There is no verdict on");
  });

  it("says that a program compared texts where the offline model did", async () => {
    const { step } = stepRun("verify", {}, { model: modelThatSays(rulings("supported", "supported")), name: "offline:templates", sources: [source], inputs });
    expect(await executeVerify(step)).toMatchObject({ output: { verdicts: [{ method: "text-check" }, { method: "text-check" }] } });
  });

  it("has nothing to ask where no claim came", async () => {
    const { step, received } = stepRun("verify", {}, { model: modelThatSays(), inputs: { read: { claims: [], missing: ["All"] } } });
    expect(await executeVerify(step)).toMatchObject({ status: "completed", summary: "No claim to check", output: { claims: [], missing: [{ text: "All" }] } });
    expect(received()).toEqual([]);
  });
});
