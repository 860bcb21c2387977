import { describe, expect, it } from "vitest";
import { modelThatSays, stepRun } from "../../../tests/setup/step-run.ts";
import { executeMap } from "./map.ts";

const listed = (fields: { items: string; itemKey?: string; maxItems?: number }, inputs = {}) => executeMap(stepRun("map", fields, { model: modelThatSays(), inputs }).step);

describe("a map", () => {
  it("lists its items in their order, each under its key, or its place where none is named (C1, C2)", async () => {
    expect(await listed({ items: "inputs.found", itemKey: "item.id" }, { found: [{ id: "b" }, { id: "a" }] })).toEqual({ status: "listed", items: [{ id: "b" }, { id: "a" }], keys: ["b", "a"] });
    expect(await listed({ items: "['x', 'x']" })).toMatchObject({ status: "listed", keys: ["0", "1"] });
    expect(await listed({ items: "[]" })).toEqual({ status: "listed", items: [], keys: [] });
  });

  it("fails where two items have one key, or a key is none (C2)", async () => {
    expect(await listed({ items: "['x', 'y', 'x']", itemKey: "item" })).toMatchObject({ status: "failed", code: "equal-keys", message: "Two items of its list have the same key, x: they could not be told apart, so none was begun.", isRetryable: false });
    expect(await listed({ items: "[{'id': 1}]", itemKey: "item" })).toMatchObject({ status: "failed", code: "expression" });
    expect(await listed({ items: "'no list'" })).toMatchObject({ status: "failed", code: "not-a-list" });
  });

  it("asks where there are more items than were approved, and drops none (C3)", async () => {
    expect(await listed({ items: "[1, 2, 3]", maxItems: 2 })).toEqual({ status: "waiting", wait: { kind: "items-over-limit", stepId: "step", count: 3, maxItems: 2 } });
  });
});
