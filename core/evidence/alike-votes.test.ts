import { expect, it } from "vitest";
import { verdictOn } from "../../tests/setup/recorded-run.ts";
import { alikeVotes } from "./alike-votes.ts";

it("tells votes that say the same once, with how many they are and all that they saw", () => {
  const [here, there] = [{ sourceId: "s1", start: 0, end: 4 }, { sourceId: "s1", start: 9, end: 12 }];
  const vote = (verdict: "supported" | "refuted", reason: string, saw: (typeof here)[]) => verdictOn("c", verdict, { reason, saw });
  const votes = [vote("supported", "So it is.", [here]), vote("refuted", "It is not.", []), vote("supported", "So it is.", [here, there])];
  expect(alikeVotes({ votes })).toMatchObject([
    { verdict: "supported", reason: "So it is.", count: 2, saw: [here, there] },
    { verdict: "refuted", count: 1, saw: [] },
  ]);
});
