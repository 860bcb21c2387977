import { z } from "zod";
import type { Actor } from "../../core/access/actor.ts";
import { viewGraph } from "../../core/preflight/graph-view.ts";
import { sentBack } from "../../core/run/sent-back.ts";
import { firstIssue } from "../../core/text/first-issue.ts";
import { waitActions, type Wait, type WaitAction } from "../../core/run/wait.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { changeRun, type RunRefusal } from "./change-run.ts";
import type { Ports } from "./ports.ts";

export interface WaitAnswer {
  runId: string;
  waitId: string;
  action: WaitAction;
  /** What the form was filled in with, the edited value, or the raised limit; null for the others. */
  value: JsonValue;
  reason: string;
}

export type AnswerOutcome =
  | { ok: true }
  /** `over`: somebody answered before, or nobody is asked any more. */
  | { ok: false; reason: RunRefusal }
  | { ok: false; reason: "unfit"; message: string };

/** Answers what a run waits for: once, in a way that was offered, with a value that fits. */
export async function answerWait(ports: Pick<Ports, "store" | "now" | "running" | "runStates">, actor: Actor, { runId, waitId, action, value, reason }: WaitAnswer): Promise<AnswerOutcome> {
  let message = "";
  const run = action === "send-back" ? await ports.store.runs.find(runId) : null;
  const graph = run === null ? null : ((await ports.store.revisions.findById(run.revisionId))?.graph ?? null);
  const outcome = await changeRun(ports, actor, runId, (state) => {
    const { openWaits } = state;
    const open = openWaits.find((one) => one.waitId === waitId);
    if (open === undefined) return { ok: false, reason: "over" };
    message = misfit(open.wait, { action, value, reason }) ?? "";
    if (message !== "") return { ok: false, reason: "unfit" };
    const answered = { type: "wait-answered", waitId, by: actor, action, value, reason } as const;
    const again = graph === null || open.wait.kind !== "checkpoint" ? [] : sentBack(viewGraph(graph), state, open.wait.stepId);
    message = action === "send-back" && again.length === 0 ? "Nothing before this checkpoint can be done anew." : "";
    if (message !== "") return { ok: false, reason: "unfit" };
    const events = [
      answered,
      ...again.map((stepId) => ({ type: "step-retried", stepId, by: actor, reason }) as const),
      ...(action === "cancel" ? [{ type: "run-canceled", by: actor, reason } as const] : []),
    ];
    return { ok: true, change: { events, action: action === "cancel" ? "run-cancel" : "run-answer", summary: `Answered what a run asked: ${action}` } };
  });
  if (outcome.ok) return { ok: true };
  return outcome.reason === "unfit" ? { ok: false, reason: "unfit", message } : { ok: false, reason: outcome.reason };
}

/** What is wrong with an answer, for the one who gives it; null when it fits. */
function misfit(wait: Wait, { action, value, reason }: Pick<WaitAnswer, "action" | "value" | "reason">): string | null {
  const offered: readonly WaitAction[] = waitActions[wait.kind];
  if (!offered.includes(action)) return "This can’t be answered so.";
  if ((action === "send-back" || action === "reject") && reason.trim() === "") return "Say why: who reads this later sees nothing else.";
  if (action === "raise") return raiseMisfit(wait, value);
  if (wait.kind !== "checkpoint" || action !== "approve") return null;
  if (Object.keys(wait.form).length === 0) return value === null ? null : "This checkpoint asks for nothing to be filled in.";
  return formMisfit(wait.form, value);
}

function raiseMisfit(wait: Wait, value: JsonValue): string | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return "Say how high the limit is to be.";
  if (wait.kind === "budget") return value >= wait.used + wait.wanted ? null : `At least ${wait.used + wait.wanted} is needed, or it would wait again at once.`;
  if (wait.kind === "items-over-limit") return value >= wait.count ? null : `There are ${wait.count} items: the limit must hold them.`;
  return null;
}

/** A form that isn't a JSON Schema we can read refuses nothing: the plan was approved with it. */
function formMisfit(form: Record<string, JsonValue>, value: JsonValue): string | null {
  let schema: z.ZodType;
  try {
    schema = z.fromJSONSchema(form as Parameters<typeof z.fromJSONSchema>[0]);
  } catch {
    return null;
  }
  const checked = schema.safeParse(value);
  return checked.success ? null : firstIssue(checked.error);
}
