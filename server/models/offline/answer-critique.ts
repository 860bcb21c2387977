import { critiqueRequestSchema } from "../../../core/planning/critique-request.ts";
import { userData, type Turn, type TurnContext } from "./turn.ts";

/** Says that it has no opinion: what can be told without understanding, the rules tell. Null when the prompt asks for none. */
export function answerCritique({ prompt }: TurnContext): Turn | null {
  const asked = userData(prompt).map((data) => critiqueRequestSchema.safeParse(data)).findLast(({ success }) => success)?.data;
  if (asked === undefined) return null;
  const nothing = "This is the offline model, which is no language model: it understands no plan and has no opinion of one. The rules' findings are all there is.";
  return { type: "text", text: `${JSON.stringify({ nothing })}\n` };
}
