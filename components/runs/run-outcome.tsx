"use client";

import { Button } from "@mantine/core";
import { isEnded } from "../../core/run/run-status.ts";
import { workedMs } from "../../core/run/worked-ms.ts";
import { countText, moneyText, spanText } from "../parts/number-text.ts";
import { StatusMark } from "../parts/status-mark.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { stepTitle } from "./event-line.tsx";
import { outcomeText } from "./outcome-text.ts";
import { useRun, useRunSnapshot, useSelectedStep } from "./run-context.tsx";
import classes from "./run-outcome.module.css";

/** How an ended run ended, and where to look when it failed; nothing while it goes on. */
export function RunOutcome() {
  const { graph } = useRun();
  const snapshot = useRunSnapshot();
  const { state } = snapshot;
  const { select } = useSelectedStep();
  const [, change] = useUrlState();
  if (!isEnded(state.status)) return null;
  const { failure, spending } = state;
  const failedId = failure?.stepId ?? null;
  return (
    <section className={classes.outcome} data-status={state.status} aria-label="How it ended">
      <StatusMark status={state.status} isTinted />
      <p className={classes.words}>
        {outcomeText(snapshot)}
        {state.status === "completed" && " Whether its result holds is for the audit to say."}
        {state.status === "canceled" && " What was done until then is kept."}
      </p>
      <p className={classes.facts}>
        {spanText(workedMs(state, 0))} of work, {moneyText(spending.costMicroUsd)}, {countText(spending.modelCalls, "model call")}, {countText(spending.toolCalls, "tool call")}.
      </p>
      {state.status === "completed" && <Button onClick={() => change({ tab: "report" }, "push")}>Read the report</Button>}
      {failedId !== null && <Button onClick={() => select(failedId)}>See why: {stepTitle(failedId, graph)}</Button>}
    </section>
  );
}
