"use client";

import { Splitter, Tabs } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconClipboardCheck, IconFileText, IconList, IconSitemap, IconTimeline } from "@tabler/icons-react";
import { useEffect } from "react";
import { AuditView } from "../evidence/audit-view.tsx";
import { AuditCount } from "../evidence/run-audit.tsx";
import { ReportView } from "../evidence/report-view.tsx";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { EventList } from "./event-list.tsx";
import { PhoneRun } from "./phone-run.tsx";
import { useRun, useRunSnapshot, useSelectedStep } from "./run-context.tsx";
import { RunGraph } from "./run-graph.tsx";
import { RunHead } from "./run-head.tsx";
import { RunMeters } from "./run-meters.tsx";
import { RunPanel } from "./run-panel.tsx";
import { deskTab } from "./run-tab.ts";
import { StepList } from "./step-list.tsx";
import counts from "../parts/count-mark.module.css";
import { useIsPhone } from "../parts/use-is-phone.ts";
import classes from "./run-workbench.module.css";

type Sizes = NonNullable<Parameters<typeof Splitter>[0]["sizes"]>;

const icon = { size: 16, stroke: 1.75 } as const;

/** The page of a run: head, views of the same steps side by side, and what one step or decision says on the right. */
export function RunWorkbench() {
  const { title } = useRun();
  const { stepId, select } = useSelectedStep();
  const isPhone = useIsPhone();
  useKeyBinding({ keys: ["Escape"], label: "Leave the step", group: "This page", run: () => stepId !== null && select(null) });
  useEffect(() => {
    document.title = `${title} · Countersign`;
  }, [title]);
  return (
    <div className={classes.page}>
      <RunHead />
      {isPhone ? <PhoneRun /> : <DeskRun />}
    </div>
  );
}

function DeskRun() {
  const { run } = useRun();
  const { state } = useRunSnapshot();
  const [params, change] = useUrlState();
  const tab = deskTab(params.get("tab"));
  const [columns, setColumns] = useLocalStorage<Sizes>({ key: "countersign.run-columns", defaultValue: [100, "400px"], getInitialValueInEffect: false });
  const [rows, setRows] = useLocalStorage<Sizes>({ key: "countersign.run-rows", defaultValue: [58, 42], getInitialValueInEffect: false });
  return (
    <Tabs keepMounted={false} value={tab} onChange={(next) => change({ tab: next === "graph" ? "" : (next ?? "") }, "push")} classNames={{ root: classes.tabs, list: classes.list }}>
      <div className={classes.bar}>
        <Tabs.List>
          <Tabs.Tab value="graph" leftSection={<IconSitemap {...icon} />}>
            Graph
          </Tabs.Tab>
          <Tabs.Tab value="timeline" leftSection={<IconTimeline {...icon} />}>
            Timeline
          </Tabs.Tab>
          <Tabs.Tab value="events" leftSection={<IconList {...icon} />} rightSection={<span className={counts.count}>{state.sequence.toLocaleString("en")}</span>}>
            Events
          </Tabs.Tab>
          <Tabs.Tab value="report" leftSection={<IconFileText {...icon} />}>
            Report
          </Tabs.Tab>
          <Tabs.Tab value="audit" leftSection={<IconClipboardCheck {...icon} />} rightSection={<AuditCount runId={run.id} status={state.status} />}>
            Audit
          </Tabs.Tab>
        </Tabs.List>
        <div className={classes.meters}>
          <RunMeters />
        </div>
      </div>
      <Tabs.Panel value="report" className={classes.whole}>
        <ReportView runId={run.id} status={state.status} />
      </Tabs.Panel>
      <Tabs.Panel value="audit" className={classes.whole}>
        <AuditView runId={run.id} status={state.status} />
      </Tabs.Panel>
      {tab !== "report" && tab !== "audit" && (
        <Splitter sizes={columns} onSizeChange={setColumns} className={classes.columns} lineSize={1} withHandle={false}>
          <Splitter.Pane defaultSize={100} min={30} className={classes.pane}>
            <Tabs.Panel value="graph" className={classes.view}>
              <Splitter orientation="vertical" sizes={rows} onSizeChange={setRows} className={classes.rows} lineSize={1} withHandle={false}>
                <Splitter.Pane defaultSize={58} min={20} className={classes.pane}>
                  <RunGraph />
                </Splitter.Pane>
                <Splitter.Pane defaultSize={42} min={15} className={classes.pane}>
                  <StepList />
                </Splitter.Pane>
              </Splitter>
            </Tabs.Panel>
            <Tabs.Panel value="timeline" className={classes.view}>
              <StepList title="Timeline" />
            </Tabs.Panel>
            <Tabs.Panel value="events" className={classes.view}>
              <EventList />
            </Tabs.Panel>
          </Splitter.Pane>
          <Splitter.Pane defaultSize="400px" min="300px" max="720px" className={classes.panel}>
            <aside aria-label="Decision and step">
              <RunPanel />
            </aside>
          </Splitter.Pane>
        </Splitter>
      )}
    </Tabs>
  );
}
