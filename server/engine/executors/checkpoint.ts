import type { JsonValue } from "../../../core/workflow/json-value.ts";
import type { Executor, StepRun } from "./executor.ts";

/** Shows a person what has come and waits; what they approve or write instead goes on. */
export const executeCheckpoint: Executor<"checkpoint"> = async (step) => {
  const shown = shownOf(step);
  const answer = step.answer?.wait.kind === "checkpoint" ? step.answer.answer : null;
  switch (answer?.action) {
    case "approve":
      return { status: "completed", output: isFilledIn(step) ? { value: shown, form: answer.value } : shown, summary: `Approved by ${answer.by.name}` };
    case "edit":
      return { status: "completed", output: answer.value, summary: `Edited by ${answer.by.name}` };
    case "reject":
      return { status: "failed", code: "rejected", message: `${answer.by.name} rejected it${answer.reason === "" ? "." : `: ${answer.reason}`}`, isRetryable: false };
    default: {
      const { asks, form } = step.node;
      return { status: "waiting", wait: { kind: "checkpoint", stepId: step.stepId, asks, form, shown: step.contents.put(shown) } };
    }
  }
};

/** Whether it asks for more than a word: what was filled in then goes on beside what was shown. */
function isFilledIn({ node }: StepRun<"checkpoint">): boolean {
  return Object.keys(node.form).length > 0;
}

/** The one value that came, or all by their names. */
function shownOf({ inputs }: StepRun<"checkpoint">): JsonValue {
  const [only, ...others] = Object.values(inputs);
  return only === undefined || others.length > 0 ? { ...inputs } : only;
}
