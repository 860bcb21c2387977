import { expect, test } from "vitest";
import { eventGroups } from "./event-group.ts";
import { runEventSchema } from "./run-event.ts";

test("every event is in a group, but for those that say where the run as a whole stands", () => {
  const types = runEventSchema.options.map(({ shape }) => shape.type.value);
  const grouped = new Set<string>(Object.values(eventGroups).flat());
  expect(types.filter((type) => !grouped.has(type))).toEqual(["driver-changed", "run-completed"]);
});
