import { expect, test } from "vitest";
import { deskTab, phoneTab } from "./run-tab.ts";

test("an address that was copied on a phone shows something on a wide screen, and the other way round", () => {
  expect(["steps", "decide", "timeline", "report", null, "no such"].map(deskTab)).toEqual(["graph", "graph", "timeline", "report", "graph", "graph"]);
  expect(["timeline", "graph", "report", null, "no such"].map((asked) => phoneTab(asked, { isAsking: false }))).toEqual(["steps", "graph", "report", "steps", "steps"]);
  // What was asked is answered: the steps go on.
  expect(phoneTab("decide", { isAsking: false })).toBe("steps");
  expect([null, "steps", "timeline"].map((asked) => phoneTab(asked, { isAsking: true }))).toEqual(["decide", "steps", "steps"]);
});
