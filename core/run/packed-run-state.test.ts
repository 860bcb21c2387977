import fc from "fast-check";
import { expect, test } from "vitest";
import { runnableGraphArbitrary, simulate } from "../../tests/setup/simulated-run.ts";
import { storyEnding, storyUntilCheckpoint } from "../../tests/setup/run-story.ts";
import { foldRun } from "./fold-run.ts";
import { packRunState, unpackRunState } from "./packed-run-state.ts";
import { unstartedRun } from "./run-state.ts";

test("a packed state is the same when it is unpacked, at any point of a run, and goes on as it would have", () => {
  const behaviour = fc.record({ seed: fc.string({ maxLength: 6 }), failing: fc.constantFrom(0, 15), items: fc.nat(5) });
  fc.assert(
    fc.property(runnableGraphArbitrary, behaviour, fc.infiniteStream(fc.nat(1_000)), fc.nat(), (graph, how, order, cut) => {
      const { entries, state } = simulate(graph, how, (count) => (order.next().value ?? 0) % count);
      const before = foldRun(unstartedRun, entries.slice(0, cut % (entries.length + 1)));
      const unpacked = unpackRunState(packRunState(before))!;
      expect(unpacked).toEqual(before);
      expect(foldRun(unpacked, entries)).toEqual(state);
    }),
  );
});

test("every sort of wait, answer, time and spending is kept", () => {
  const told = [...storyUntilCheckpoint({ mapItems: 12, sourceId: "s", sha256: "0".repeat(64) }), ...storyEnding("failed", 90_000)];
  let state = unstartedRun;
  for (const [index, { atMs, event }] of told.entries()) {
    state = foldRun(state, [{ sequence: index + 1, at: new Date(atMs), event }]);
    expect(unpackRunState(packRunState(state))).toEqual(state);
  }
});

test("what was packed in another format counts no more", () => {
  expect(unpackRunState(packRunState(unstartedRun).replace("run-state@3", "run-state@1"))).toBeNull();
});
