import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { digestGraph } from "../workflow/digest-graph.ts";
import { briefSchema } from "./brief.ts";
import { readPlanFile } from "./plan-file.ts";

const brief = briefSchema.parse({ question: "What?" });
const messageOf = (value: unknown) => {
  const outcome = readPlanFile(value);
  return outcome.ok ? null : outcome.message;
};

describe("a plan file", () => {
  it("is read as it was written, with the digest it had", () => {
    fc.assert(
      fc.property(graphArbitrary, (definition) => {
        const digest = digestGraph(definition);
        const read = readPlanFile(JSON.parse(JSON.stringify({ brief, definition, digest })));
        expect(read).toEqual({ ok: true, plan: { definition, digest, brief, statedDigest: digest } });
        expect(readPlanFile(JSON.parse(JSON.stringify(definition)))).toEqual({ ok: true, plan: { definition, digest, brief: null, statedDigest: null } });
      }),
    );
  });

  it("is read out of what run and export print", () => {
    const plan = { brief, definition: { title: "Other" }, digest: "0".repeat(64) };
    expect(readPlanFile({ ...plan, format: "countersign/run@1", findings: [], run: null, claims: [], audit: null })).toEqual(readPlanFile(plan));
    expect(messageOf({ ...plan, remarks: [] })).toBe('There is no field "remarks" here.');
  });

  it("keeps what it says of its digest apart from the digest that it has", () => {
    const read = readPlanFile({ brief, definition: { title: "Other" }, digest: "0".repeat(64) });
    expect(read).toMatchObject({ ok: true, plan: { statedDigest: "0".repeat(64), digest: expect.stringMatching(/^(?!0{64})[0-9a-f]{64}$/) } });
  });

  it("is refused with the field that is wrong", () => {
    expect(messageOf({ brief: { question: "" }, definition: {}, digest: "0".repeat(64) })).toContain("brief.question");
    expect(messageOf({ brief, definition: {}, digest: "short" })).toBe("digest: A digest has 64 hexadecimal digits.");
    expect(messageOf({ nodes: [{ id: "A b", kind: "join", title: "A" }] })).toContain("nodes.0.id");
    expect(messageOf([])).not.toBeNull();
    expect(messageOf(null)).not.toBeNull();
  });

  it.each([{ model: "own:large" }, { provider: "own" }, { baseUrl: "http://127.0.0.1:11434/v1" }, { headers: { authorization: "x" } }, { apiKey: "x" }])("names roles, and never a model, a provider, an address, a header or a key: %o", (fields) => {
    expect(messageOf({ nodes: [{ id: "a", kind: "agent", title: "A", role: "worker", ...fields }] })).toContain(Object.keys(fields)[0]);
    expect(messageOf({ title: "A", ...fields })).toContain(Object.keys(fields)[0]);
  });

  it("is refused when its parts don't fit each other", () => {
    expect(messageOf({ edges: [{ id: "e", from: "a", to: "b" }] })).toContain('there is no node "a"');
  });

  it("is refused when it is nested without end", () => {
    const deep = JSON.parse(`${"[".repeat(5_000)}${"]".repeat(5_000)}`);
    expect(messageOf({ nodes: deep })).toBe("it is nested too deeply");
  });
});
