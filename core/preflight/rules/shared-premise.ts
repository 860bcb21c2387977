import type { Node } from "../../workflow/node.ts";
import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { statementIn, type Statement } from "../prose/statements.ts";
import { isHypothesis } from "../prose/hypothesis.ts";
import { likeness, sentencesOf, topicOf } from "../prose/words.ts";
import { found, unknownIn, withBrief, type Rule } from "../rule.ts";

/** As much alike must two statements be to be one in other words. */
const same = 0.45;
/** A statement of whose words the brief has so many is the brief's own. */
const fromBrief = 0.6;
/** A statement with so many of the words of a question that may be answered with no is its yes. */
const answer = 0.75;
const mostKept = 400;

/** The same unproven sentence in everybody's ear: five workers agree, because they were all told so. */
export const sharedPremise: Rule = {
  id: "framing/shared-premise",
  severity: "warning",
  reads: "prose",
  why: "Several workers are told this as a fact, and nobody asked whether it is one: their agreement will look like proof.",
  examine: (examined) =>
    withBrief(examined, ({ question, requirements }) => {
      const { nodes } = examined.graph;
      const asked = topicOf([question, ...requirements.map(({ text }) => text)].join(" "));
      const open = sentencesOf(question).filter(isHypothesis).map(topicOf).filter(({ size }) => size > 1);
      const isAnswer = ({ topic }: Statement) => open.some((wanted) => shared(wanted, topic) >= Math.max(wanted.size, topic.size) * answer);
      const isAsked = (statement: Statement) => shared(statement.topic, asked) >= statement.topic.size * fromBrief && !isAnswer(statement);
      const premises: { statement: Statement; told: Node[] }[] = [];
      for (const node of nodes) {
        for (const statement of statementsOf(node)) {
          if (isAsked(statement)) continue;
          const known = premises.find((one) => likeness(one.statement.topic, statement.topic) >= same);
          if (known === undefined && premises.length < mostKept) premises.push({ statement, told: [node] });
          else if (known !== undefined && !known.told.includes(node)) known.told.push(node);
        }
      }
      return found(
        premises
          .filter(({ told }) => told.length > 1)
          .map(({ statement, told }) => ({
            target: { type: "plan" },
            message: `${told.length} workers (${told.slice(0, 3).map(({ title }) => `"${title}"`).join(", ")}${told.length > 3 ? " …" : ""}) are told that "${shortened(statement.text)}", which ${isAnswer(statement) ? "the brief only asks" : "the brief doesn't say"}.`,
          })),
        unknownIn(nodes, "the instructions", (node) => (node.kind === "agent" ? node.instructions : undefined)),
      );
    }),
};

const statementsOf = rememberPerNode((node): Statement[] => {
  const { isEnglish, sentences } = proseOf(node);
  return node.kind === "agent" && isEnglish ? sentences.flatMap((sentence) => statementIn(sentence) ?? []) : [];
});

/** How many of these words are among those. */
const shared = (these: ReadonlySet<string>, those: ReadonlySet<string>) => [...these].filter((word) => those.has(word)).length;

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117).trimEnd()}…`;
}
