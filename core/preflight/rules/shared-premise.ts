import type { Node } from "../../workflow/node.ts";
import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { statementIn, type Statement } from "../prose/statements.ts";
import { likeness, topicOf } from "../prose/words.ts";
import { found, unknownIn, withBrief, type Rule } from "../rule.ts";

/** As much alike must two statements be to be one in other words. */
const same = 0.5;
/** A statement of whose words the brief has so many is the brief's own. */
const fromBrief = 0.6;
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
      const isAsked = ({ topic }: Statement) => [...topic].filter((word) => asked.has(word)).length >= topic.size * fromBrief;
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
            message: `${told.length} workers (${told.slice(0, 3).map(({ title }) => `"${title}"`).join(", ")}${told.length > 3 ? " …" : ""}) are told that "${shortened(statement.text)}", which the brief doesn't say.`,
          })),
        unknownIn(nodes, "the instructions", (node) => (node.kind === "agent" ? node.instructions : undefined)),
      );
    }),
};

const statementsOf = rememberPerNode((node): Statement[] => {
  const { isEnglish, sentences } = proseOf(node);
  return node.kind === "agent" && isEnglish ? sentences.flatMap((sentence) => statementIn(sentence) ?? []) : [];
});

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117).trimEnd()}…`;
}
