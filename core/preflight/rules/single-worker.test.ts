import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent, map } from "../../../tests/setup/part.ts";
import { soundGraph } from "../../../tests/setup/sound-graph.ts";
import { singleWorker } from "./single-worker.ts";

const brief = { question: "What?", requirements: [{ id: "r1", text: "Why", isCritical: true }, { id: "r2", text: "How" }] };

describe("coverage/single-worker", () => {
  it("trips on a critical requirement that one worker covers, alone or with the map it is in", () => {
    expect(tripped(singleWorker, { nodes: [agent("a", { covers: ["r1", "r2"] })] }, brief)).toEqual(["r1"]);
    expect(tripped(singleWorker, { nodes: [map("m", { covers: ["r1"] }), agent("a", { covers: ["r1"], parent: "m" })] }, brief)).toEqual(["r1"]);
  });

  it("is silent on two workers, on what isn't critical, and on what nobody covers", () => {
    expect(tripped(singleWorker, { nodes: [agent("a", { covers: ["r1", "r2"] }), agent("b", { covers: ["r1"] })] }, brief)).toEqual([]);
    expect(tripped(singleWorker, { nodes: [agent("a")] }, brief)).toEqual([]);
  });

  it("adds a second look that complains of nothing else", () => {
    expect(afterFixes(singleWorker, soundGraph({ covers: ["r1", "r2"], tools: [] }), brief)).toEqual({ left: [], added: [] });
  });

  it("counts a map that covers it once its workers say that they work for something else", () => {
    const inside = (covers: string[]) => ({ nodes: [map("m", { covers: ["r1"] }), agent("a", { covers, parent: "m" }), agent("b", { covers, parent: "m" })] });
    expect(tripped(singleWorker, inside(["r2"]), brief)).toEqual(["r1"]);
    expect(tripped(singleWorker, inside([]), brief)).toEqual([]);
  });
});
