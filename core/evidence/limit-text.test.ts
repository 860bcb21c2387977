import { expect, test } from "vitest";
import { limitText } from "./limit-text.ts";

test("an amount has its noun as it is read, whatever was rounded away", () => {
  expect([0.98, 1, 1.4, 0.02].map(limitText.minutes)).toEqual(["1 minute", "1 minute", "1.4 minutes", "under 0.1 minutes"]);
  expect([limitText.agents(1), limitText.agents(2), limitText.tokens(1), limitText.tokens(4_800)]).toEqual(["1 agent", "2 agents", "1 token", "4,800 tokens"]);
});
