import { expect, it } from "vitest";
import { examineWith } from "../../../tests/setup/examine.ts";
import { agent, verify } from "../../../tests/setup/part.ts";
import { unchallenged } from "./unchallenged.ts";

it("verify/unchallenged does not run where there is a check, and has nothing to look at where there is none", () => {
  expect(examineWith(unchallenged, { nodes: [verify("v")] })).toBe("no challenge was put to a check here so far");
  expect(examineWith(unchallenged, { nodes: [agent("a")] })).toEqual([]);
});
