import { expect, it } from "vitest";
import { toldTogether } from "./told-together.ts";

it("tells several things in one sentence, whatever each of them ends with", () => {
  expect(toldTogether(["Indoors: 20 watts. It dims.", "Outdoors: 60 watts;", "version 1.2"])).toBe("Indoors: 20 watts. It dims; Outdoors: 60 watts; version 1.2");
});
