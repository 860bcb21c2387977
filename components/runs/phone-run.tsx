"use client";

import { Tabs } from "@mantine/core";
import { AuditView } from "../evidence/audit-view.tsx";
import { AuditCount } from "../evidence/run-audit.tsx";
import { ReportView } from "../evidence/report-view.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { EventList } from "./event-list.tsx";
import counts from "../parts/count-mark.module.css";
import classes from "./phone-run.module.css";
import { useRun, useRunSnapshot, useSelectedStep } from "./run-context.tsx";
import { RunGraph } from "./run-graph.tsx";
import { RunMeters } from "./run-meters.tsx";
import { RunOutcome } from "./run-outcome.tsx";
import { phoneTab } from "./run-tab.ts";
import { StepList } from "./step-list.tsx";
import { StepPanel } from "./step-panel.tsx";
import { WaitPanel } from "./wait-panel.tsx";

/** The same run in one column: decisions first, then the steps; a chosen step takes the whole screen. */
export function PhoneRun() {
  const { run } = useRun();
  const { state } = useRunSnapshot();
  const { stepId } = useSelectedStep();
  const [params, change] = useUrlState();
  const isAsking = state.openWaits.some(({ wait }) => "stepId" in wait && wait.stepId === stepId);
  if (stepId !== null && !isAsking) {
    return (
      <div className={classes.step}>
        <StepPanel key={stepId} stepId={stepId} />
      </div>
    );
  }
  const tab = phoneTab(params.get("tab"), { isAsking: state.openWaits.length > 0 });
  return (
    <Tabs keepMounted={false} value={tab} onChange={(value) => change({ tab: value ?? "" })} classNames={{ root: classes.tabs, panel: classes.panel }}>
      <Tabs.List>
        {state.openWaits.length > 0 && (
          <Tabs.Tab value="decide" rightSection={<span className={counts.count}>{state.openWaits.length}</span>}>
            Decide
          </Tabs.Tab>
        )}
        <Tabs.Tab value="steps">Steps</Tabs.Tab>
        <Tabs.Tab value="report">Report</Tabs.Tab>
        <Tabs.Tab value="audit" rightSection={<AuditCount runId={run.id} status={state.status} />}>
          Audit
        </Tabs.Tab>
        <Tabs.Tab value="graph">Graph</Tabs.Tab>
        <Tabs.Tab value="events">Events</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="decide" className={classes.scroll}>
        {state.openWaits.map((open) => (
          <WaitPanel key={open.waitId} open={open} />
        ))}
      </Tabs.Panel>
      <Tabs.Panel value="steps" className={classes.steps}>
        <RunMeters />
        <RunOutcome />
        <StepList />
      </Tabs.Panel>
      <Tabs.Panel value="report" className={classes.scroll}>
        <ReportView runId={run.id} status={state.status} />
      </Tabs.Panel>
      <Tabs.Panel value="audit" className={classes.scroll}>
        <AuditView runId={run.id} status={state.status} />
      </Tabs.Panel>
      <Tabs.Panel value="graph">
        <RunGraph />
      </Tabs.Panel>
      <Tabs.Panel value="events">
        <EventList />
      </Tabs.Panel>
    </Tabs>
  );
}
