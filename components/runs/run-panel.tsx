"use client";

import { Button } from "@mantine/core";
import { StatusMark } from "../parts/status-mark.tsx";
import { LatestEvents } from "./latest-events.tsx";
import { useRunSnapshot, useSelectedStep } from "./run-context.tsx";
import { RunOutcome } from "./run-outcome.tsx";
import classes from "./run-panel.module.css";
import { StepPanel } from "./step-panel.tsx";
import { WaitPanel } from "./wait-panel.tsx";

/** Right of the graph: what waits for somebody owns it; else the chosen step; else how the run ended and what came last. */
export function RunPanel() {
  const { state } = useRunSnapshot();
  const { stepId, select } = useSelectedStep();
  const isAsking = state.openWaits.some(({ wait }) => "stepId" in wait && wait.stepId === stepId);
  if (stepId !== null && !isAsking) {
    return (
      <>
        {state.openWaits.length > 0 && (
          <div className={classes.waiting}>
            <StatusMark status="waiting">{state.openWaits.length === 1 ? "1 decision waits" : `${state.openWaits.length} decisions wait`}</StatusMark>
            <Button size="xs" onClick={() => select(null)}>
              Show
            </Button>
          </div>
        )}
        <StepPanel key={stepId} stepId={stepId} />
      </>
    );
  }
  return (
    <>
      {state.openWaits.map((open) => (
        <WaitPanel key={open.waitId} open={open} />
      ))}
      <RunOutcome />
      <LatestEvents />
    </>
  );
}
