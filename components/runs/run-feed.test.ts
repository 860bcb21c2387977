import { expect, test, vi } from "vitest";
import { unstartedRun } from "../../core/run/run-state.ts";
import { RunFeed } from "./run-feed.ts";

test("what a step's model writes shows until an event of the step takes its place, and what isn't words shows nothing", () => {
  const feed = new RunFeed({ state: unstartedRun, newest: [] });
  const told = vi.fn();
  const leave = feed.subscribeToWords(told);
  const words = { call: 1, model: "maker:model", length: 2_400, end: "the end of it" };
  feed.show({ topic: "run:1", about: "read", data: words });
  feed.show({ topic: "run:1", about: "check", data: { ...words, end: "" } });
  feed.show({ topic: "run:1", about: "check", data: "nonsense" });
  expect(feed.wordsOf("read")).toEqual(words);
  expect(told).toHaveBeenCalledTimes(2);
  const failed = { type: "model-failed", stepId: "read", attempt: 1, call: 1, role: "worker", model: "maker:model", code: "cut", message: "Cut.", usage: null, costMicroUsd: null, durationMs: 1 };
  feed.add([{ topic: "run:1", sequence: 1, at: new Date(0), data: failed }]);
  expect([feed.wordsOf("read"), feed.wordsOf("check")]).toEqual([null, { ...words, end: "" }]);
  expect(told).toHaveBeenCalledTimes(3);
  leave();
});
