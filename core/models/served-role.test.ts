import { expect, test } from "vitest";
import { servedRoles } from "./served-role.ts";

const available = ["maker:small", "maker:large"];
const served = (environment: object, settings: object) => {
  const [planner] = servedRoles({ environment, settings, available, usual: "maker:small" });
  return planner;
};

test("the environment goes before what an admin chose, and that before what is usual", () => {
  expect(served({}, {})).toEqual({ role: "planner", model: "maker:small", chosenBy: "default" });
  expect(served({}, { planner: "maker:large" })).toEqual({ role: "planner", model: "maker:large", chosenBy: "setting" });
  expect(served({ planner: "maker:small" }, { planner: "maker:large" })).toEqual({ role: "planner", model: "maker:small", chosenBy: "environment" });
});

test("a choice that this version can't speak to any more serves no role", () => {
  expect(served({}, { planner: "gone:model" })).toEqual({ role: "planner", model: "maker:small", chosenBy: "default" });
});
