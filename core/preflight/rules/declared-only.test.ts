import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, map } from "../../../tests/setup/part.ts";
import { declaredOnly } from "./declared-only.ts";

const deaf = { context: { requirements: ["r2"] } };

describe("coverage/declared-only", () => {
  it("trips on an agent whose context leaves out what it covers, and on a map none of whose agents hears it", () => {
    expect(tripped(declaredOnly, { nodes: [agent("a", { covers: ["r1", "r2"], ...deaf })] })).toEqual(["a"]);
    expect(tripped(declaredOnly, { nodes: [map("m", { covers: ["r1"] }), agent("in", { parent: "m" })] })).toEqual(["m"]);
  });

  it("is silent where it is heard, and on kinds that are told nothing", () => {
    const heard = [agent("a", { covers: ["r1"] }), agent("b", { covers: ["r2"], ...deaf }), agent("c", { covers: ["r1"], context: { requirements: "all" } })];
    expect(tripped(declaredOnly, { nodes: [...heard, map("m", { covers: ["r1"] }), agent("in", { parent: "m", covers: ["r1"] })] })).toEqual([]);
    expect(tripped(declaredOnly, { nodes: [{ kind: "synthesize", id: "s", title: "s", covers: ["r1"] }] })).toEqual([]);
  });

  it("is silent once its fix is taken", () => {
    expect(afterFixes(declaredOnly, { nodes: [agent("a", { covers: ["r1", "r2"], maxTurns: 2, ...deaf })] })).toEqual({ left: [], added: [] });
  });

  it("does not run on a context that is not known", () => {
    expect(examineWith(declaredOnly, { nodes: [agent("a", { covers: ["r1"], context: { unknown: "not exported" } })] })).toBe('the context of "a" can\'t be known: not exported');
  });
});
