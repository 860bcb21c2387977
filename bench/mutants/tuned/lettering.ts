import { perNode, type Operator } from "../operator.ts";

/** Zero-width space, word joiner, override, isolates, tags that spell "ok". */
const hidden = ["\u200b", "\u2060", "\u202e", "\u2066hidden\u2069", "\u{e006f}\u{e006b}"];

/** Puts something in the middle of a text. */
function smuggle(text: unknown, index: number): string | null {
  if (typeof text !== "string" || text.length < 4) return null;
  const middle = text.indexOf(" ", text.length / 3) + 1;
  return `${text.slice(0, middle)}${hidden[index % hidden.length]}${text.slice(middle)}`;
}

/** Characters that a reviewer can't see. */
export const letteringOperators: Operator[] = [
  {
    name: "unseen characters in instructions",
    breaks: "structure",
    caughtBy: ["text/hidden-characters"],
    mutate: (plan) =>
      hidden.flatMap((_, index) =>
        perNode("agent", ({ instructions }) => {
          const changed = smuggle(instructions, index);
          return changed === null ? null : { instructions: changed };
        })(plan).slice(index % 2, (index % 2) + 1),
      ),
  },
  {
    name: "unseen characters in names",
    breaks: "structure",
    caughtBy: ["text/hidden-characters"],
    mutate: (plan) =>
      (["verify", "synthesize", "agent"] as const).flatMap((kind, index) =>
        perNode(kind, ({ title }) => {
          const changed = title.length > 100 ? null : smuggle(title, index + 2);
          return changed === null ? null : { title: changed };
        })(plan).slice(0, 1),
      ),
  },
  {
    name: "unseen characters in criteria",
    breaks: "structure",
    caughtBy: ["text/hidden-characters"],
    mutate: (plan) =>
      [0, 2, 4].flatMap((index) =>
        perNode("verify", ({ criteria }) => {
          const changed = smuggle(criteria, index);
          return changed === null ? null : { criteria: changed };
        })(plan).slice(0, 1),
      ),
  },
];
