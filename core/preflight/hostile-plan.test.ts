import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlanFile } from "../brief/plan-file.ts";
import { soundGraph } from "../../tests/setup/sound-graph.ts";
import type { JsonValue } from "../workflow/json-value.ts";
import { runPreflight } from "./preflight.ts";
import { linesOfJson } from "../text/json-lines.ts";

const brief = { question: "What holds?", requirements: [{ id: "r1", text: "A reason", isCritical: true }], scope: { tools: ["search_sources"], collections: ["shelf"] } };
const digest = "0".repeat(64);
const file = { brief, definition: soundGraph({ covers: ["r1"], tools: ["search_sources"] }), digest };

/** Reads and checks whatever is there; a refusal is as good as findings. */
function survive(value: unknown): void {
  const outcome = readPlanFile(value);
  if (outcome.ok) runPreflight(outcome.plan.definition, outcome.plan.brief);
}

/** More than other properties draw; ten thousand with COUNTERSIGN_PROPERTY_RUNS=500. */
const mutations = 20 * (fc.readConfigureGlobal().numRuns ?? 100);

/** Of a processor's time: on the wall other tests run too. */
const mostMs = 1_000;

/** Milliseconds of a processor that some work takes. */
function slow(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

type Step = { place: number; value: JsonValue };

/** Puts a value in the place of some part of a file, however deep. */
function mutated(value: JsonValue, steps: Step[]): JsonValue {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof value !== "object" || value === null) return step.value;
  const keys = Object.keys(value);
  const key = keys[step.place % Math.max(1, keys.length)];
  if (key === undefined) return step.value;
  const inner = (value as Record<string, JsonValue>)[key] ?? null;
  const changed = rest.length === 0 ? step.value : mutated(inner, rest);
  if (Array.isArray(value)) return value.map((part, index) => (String(index) === key ? changed : part));
  return { ...value, [key]: changed };
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as JsonValue),
  fc.constantFrom<JsonValue>("", "read", "report", "r1", "{{inputs.x}}", "inputs.", "\u202e", "a".repeat(9_000), -1, 1e308, { unknown: "nobody says" }, { constructor: { prototype: { polluted: true } } }, ["__proto__"], "__proto__"),
);

describe("a plan that means harm", () => {
  it("is refused or checked whatever is put in the place of whatever", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ place: fc.nat(20), value: anything }), { minLength: 1, maxLength: 6 }), (steps) => {
        survive(mutated(JSON.parse(JSON.stringify(file)), steps));
      }),
      { numRuns: mutations },
    );
  });

  it("leaves what all objects share as it is", () => {
    const before = Object.getOwnPropertyNames(Object.prototype).toSorted();
    survive(JSON.parse(`{"__proto__":{"polluted":1},"definition":{"__proto__":{"nodes":[]},"nodes":[{"kind":"agent","id":"a","title":"A","__proto__":{"x":1}}]},"brief":{"question":"?","__proto__":{"polluted":1}},"digest":"${digest}"}`));
    survive({ nodes: ["constructor", "tostring", "valueof", "hasownproperty"].map((id) => ({ kind: "agent", id, title: id, instructions: `Use {{inputs.${id}}} of "${id}".`, tools: ["constructor", "__proto__", "toString"], covers: [id] })), edges: [] });
    expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each<[string, () => unknown]>([
    ["a million nodes", () => ({ nodes: Array.from({ length: 1_000_000 }, () => 0) })],
    ["ten megabytes in a field", () => ({ nodes: [{ kind: "agent", id: "a", title: "A", instructions: "a ".repeat(5_000_000) }] })],
    ["a thousand levels", () => Array.from({ length: 1_000 }).reduce<unknown>((inner) => ({ nodes: [inner] }), {})],
  ])("is refused at once with %s", (_, make) => {
    const value = make();
    expect(slow(() => expect(readPlanFile(value)).toMatchObject({ ok: false }))).toBeLessThan(mostMs);
  });

  it.each([
    ["one letter", "a"],
    ["letters and spaces", "a "],
    ["opened quotes", 'from "'],
    ["opened braces", "{{ a."],
    ["signs that end sentences", "?!.;"],
    ["words that patterns begin with", "all every each both no the last "],
    ["denials", "do not never without "],
    ["things handed over", "claims from of by produced by the all the "],
    ["addresses", "http://a.a.a.a."],
    ["quarrels", "where sources disagree leave the conflicting out and keep only the "],
    ["beliefs", ", since it is known that the fact is that "],
    ["attachments", "the attached list of spreadsheets I "],
    ["entries of a list", "- quote Acme The\n"],
    ["another script", "说不同的话。"],
    ["lines and nothing else", "\n"],
    ["joiners", "\u200d\u{1f3f4}\u{e0067}"],
  ])("can't keep the rules busy with %s again and again", (_, bait) => {
    const instructions = bait.repeat(Math.floor(19_000 / bait.length));
    const nodes = (["agent", "synthesize"] as const).map((kind) => ({ kind, id: kind, title: kind, instructions }));
    const definition = { strategy: { doneWhen: instructions }, nodes: [...nodes, { kind: "verify", id: "v", title: "V", criteria: instructions }, { kind: "code", id: "c", title: "C", source: instructions, tools: ["send_mail"] }] };
    const asked = { ...brief, question: bait.repeat(Math.floor(3_900 / bait.length)) };
    expect(slow(() => survive({ brief: asked, definition, digest }))).toBeLessThan(mostMs);
    expect(slow(() => linesOfJson(instructions))).toBeLessThan(mostMs);
  });
});
