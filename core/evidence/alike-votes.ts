import type { Ruling } from "./ruling.ts";

type Vote = Ruling["votes"][number];

/** Votes of one verifier that say the same for the same reason. */
interface AlikeVotes extends Pick<Vote, "verdict" | "reason" | "method" | "verifier"> {
  count: number;
  /** What any of them looked at, once. */
  saw: Vote["saw"][number][];
}

/** The votes of a ruling, those that say the same told once, in the order in which they were first said. */
export function alikeVotes({ votes }: Pick<Ruling, "votes">): AlikeVotes[] {
  const groups = Map.groupBy(votes, ({ verdict, reason, method, verifier }) => JSON.stringify([verdict, reason, method, verifier]));
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const { verdict, reason, method, verifier } = first;
    const seen = new Map(alike.flatMap(({ saw }) => saw.map((passage) => [JSON.stringify(passage), passage])));
    return [{ verdict, reason, method, verifier, count: alike.length, saw: [...seen.values()] }];
  });
}
