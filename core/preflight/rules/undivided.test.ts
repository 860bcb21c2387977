import { describe, expect, it } from "vitest";
import { tripped } from "../../../tests/setup/examine.ts";
import { agent } from "../../../tests/setup/part.ts";
import { undivided } from "./undivided.ts";

const crowd = (count: number, own: (index: number) => Parameters<typeof agent>[1]) => ({ nodes: Array.from({ length: count }, (_, index) => agent(`a${index}`, own(index))) });

describe("context/undivided", () => {
  it("trips once on four workers with the same context and instructions, whatever their punctuation", () => {
    expect(tripped(undivided, crowd(4, (index) => ({ instructions: index % 2 === 0 ? "Read the handbook." : "read the  handbook" })))).toEqual(["a0"]);
  });

  it("is silent on three, on a difference in what they are given, and on workers without instructions", () => {
    expect(tripped(undivided, crowd(3, () => ({ instructions: "Read the handbook." })))).toEqual([]);
    expect(tripped(undivided, crowd(4, (index) => ({ instructions: "Read your part.", context: { sources: [`part-${index}`] } })))).toEqual([]);
    expect(tripped(undivided, crowd(4, (index) => ({ instructions: `Read chapter ${index}.` })))).toEqual([]);
    expect(tripped(undivided, crowd(4, () => ({})))).toEqual([]);
  });
});
