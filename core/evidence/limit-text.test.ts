import { expect, test } from "vitest";
import { limitText } from "./limit-text.ts";

test("an amount has its noun as it is read, whatever was rounded away", () => {
  expect([1, 1.04, 1.4, 30].map(limitText.minutes)).toEqual(["1 minute", "1 minute", "1.4 minutes", "30 minutes"]);
  expect([0, 0.002, 0.11, 0.999].map(limitText.minutes)).toEqual(["0 minutes", "1 second", "6 seconds", "59 seconds"]);
  expect([limitText.agents(1), limitText.agents(2), limitText.tokens(1), limitText.tokens(4_800)]).toEqual(["1 agent", "2 agents", "1 token", "4,800 tokens"]);
});
