import { inEnglish, perNode, wordings, type Operator } from "../operator.ts";

const prepend = (text: string) => perNode("agent", ({ instructions }) => (typeof instructions === "string" ? { instructions: `${text} ${instructions}` } : null));
const caughtBy = ["context/names-what-it-lacks"];

export const contextOperators: Operator[] = [
  {
    name: "worker without question and requirement",
    breaks: "structure",
    caughtBy: ["context/question-missing", "coverage/declared-only"],
    mutate: perNode("agent", ({ context }) => ("unknown" in context ? null : { context: { ...context, question: false, requirements: [] } })),
  },
  {
    name: "result of somebody unknown",
    breaks: "prose",
    caughtBy,
    mutate: inEnglish(
      wordings(
        ["Take the output of the risk scoring agent as your starting point.", "Based on the ranking from the previous step, look at the top entries only.", "You have received the interview transcripts from the field team.", "Using the shortlist produced by the pre-selection worker, proceed as follows.", "The summary written by the economist is in your inputs; build on it."],
        prepend,
      ),
    ),
  },
  {
    name: "handbook pasted into the instructions",
    breaks: "structure",
    caughtBy: ["context/overflow"],
    mutate: wordings(["Rule %: figures are given with unit, year and page, and never converted.", "% - always consider what an experienced colleague would object at this point, in writing.", "Example %: the passage says this, the statement says that, hence it was wrong."], (line) =>
      perNode("agent", ({ context, instructions }) => {
        if ("unknown" in context || typeof instructions !== "string") return null;
        const pasted = Array.from({ length: 400 }, (_, index) => line.replace("%", String(index + 1))).join("\n");
        return { instructions: `${instructions}\n${pasted}`.slice(0, 19_500), context: { ...context, maxTokens: 1_500 } };
      }),
    ),
  },
];
