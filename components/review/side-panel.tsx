"use client";

import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import type { Brief } from "../../core/brief/brief.ts";
import type { Fix } from "../../core/preflight/finding.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { DefinitionView } from "./definition-view.tsx";
import { FindingList } from "./finding-list.tsx";
import { coverageOf, RequirementList } from "./requirement-list.tsx";
import counts from "../parts/count-mark.module.css";
import classes from "./side-panel.module.css";

interface SidePanelProps {
  graph: Graph;
  brief: Brief;
  report: PreflightReport;
  selectedId: string | null;
  onSelect(id: string): void;
  onFix: ((fix: Fix) => void) | undefined;
  history: ReactNode;
  /** What a model thinks of the plan, or how to ask one. */
  critic: ReactNode;
  /** The outline. */
  children: ReactNode;
}

/** Left of the graph: the outline, and below it always what must be covered and what the checks found. */
export function SidePanel({ graph, brief, report, selectedId, onSelect, onFix, history, critic, children }: SidePanelProps) {
  const coverage = coverageOf(graph, brief.requirements);
  const covered = coverage.filter(({ nodes }) => nodes.length > 0).length;
  return (
    <div className={classes.side}>
      <Tabs keepMounted={false} defaultValue="outline" classNames={{ root: classes.upper, panel: classes.panel }}>
        <Tabs.List>
          <Tabs.Tab value="outline">Outline</Tabs.Tab>
          <Tabs.Tab value="definition">Definition</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="outline">{children}</Tabs.Panel>
        <Tabs.Panel value="definition">
          <DefinitionView graph={graph} />
        </Tabs.Panel>
        <Tabs.Panel value="history">{history}</Tabs.Panel>
      </Tabs>
      <Tabs keepMounted={false} defaultValue="requirements" classNames={{ root: classes.lower, list: classes.list, panel: classes.panel }}>
        <Tabs.List>
          <Tabs.Tab value="requirements" rightSection={<span className={counts.count} data-bad={covered < coverage.length || undefined}>{`${covered}/${coverage.length}`}</span>}>
            Requirements
          </Tabs.Tab>
          <Tabs.Tab value="findings" rightSection={<span className={counts.count}>{report.findings.length}</span>}>
            Findings
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="requirements">
          <RequirementList graph={graph} requirements={brief.requirements} selectedId={selectedId} onSelect={onSelect} />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <FindingList report={report} graph={graph} onSelect={onSelect} onFix={onFix}>
            {critic}
          </FindingList>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
