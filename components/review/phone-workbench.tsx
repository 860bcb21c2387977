"use client";

import { Tabs } from "@mantine/core";
import { useAnnotationRoom, useTabBesideComments } from "../annotations/annotation-room.tsx";
import { CommentsTab } from "../annotations/comments-tab.tsx";
import { ThreadList } from "../annotations/thread-list.tsx";
import { Inspector } from "./inspector.tsx";
import { GraphCanvas } from "../canvas/graph-canvas.tsx";
import { useFixPreview } from "./fix-preview.tsx";
import { FindingList } from "./finding-list.tsx";
import { Outline } from "./outline.tsx";
import classes from "./phone-workbench.module.css";
import { RequirementList } from "./requirement-list.tsx";
import { StrategyView } from "./strategy-view.tsx";
import type { WorkbenchProps } from "./workbench.tsx";

/** The same plan in one column: outline first; a chosen node takes the whole screen. */
export function PhoneWorkbench({ graph, brief, report, examined, selectedId, onSelect, growth, edit, proposal = null, history, critic }: WorkbenchProps) {
  const [tab, setTab] = useTabBesideComments("outline");
  const room = useAnnotationRoom();
  const comments = room === null ? {} : { comments: room.counts };
  const node = graph.nodes.find(({ id }) => id === selectedId);
  const { preview, tried } = useFixPreview({ graph, brief, report, examined, apply: edit?.fix });
  if (proposal !== null) return proposal.panel;
  if (tried !== null) {
    return (
      <div className={classes.tried}>
        <div className={classes.graph}>
          <GraphCanvas requirements={brief.requirements} {...tried.canvas} />
        </div>
        {tried.panel}
      </div>
    );
  }
  if (node !== undefined) {
    const findings = report.findings.filter(({ target }) => target.type === "node" && target.id === node.id);
    return <Inspector node={node} graph={graph} brief={brief} findings={findings} onSelect={onSelect} edit={edit} onFix={preview} />;
  }
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false} classNames={{ root: classes.tabs, list: classes.list, panel: classes.panel }}>
      <Tabs.List>
        <Tabs.Tab value="outline">Outline</Tabs.Tab>
        <Tabs.Tab value="findings" rightSection={<span className={classes.count}>{report.findings.length}</span>}>
          Findings
        </Tabs.Tab>
        <CommentsTab nodeId={null} />
        <Tabs.Tab value="covers">Covers</Tabs.Tab>
        <Tabs.Tab value="why">Why</Tabs.Tab>
        <Tabs.Tab value="graph">Graph</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="outline">
        <p className={classes.question}>{brief.question}</p>
        <Outline graph={graph} findings={report.findings} {...comments} selectedId={selectedId} onSelect={onSelect} ghost={growth?.ghost} />
      </Tabs.Panel>
      <Tabs.Panel value="findings">
        <FindingList report={report} graph={graph} onSelect={onSelect} onFix={preview}>
          {critic}
        </FindingList>
      </Tabs.Panel>
      <Tabs.Panel value="comments">
        <ThreadList nodeId={null} />
      </Tabs.Panel>
      <Tabs.Panel value="covers">
        <RequirementList graph={graph} requirements={brief.requirements} selectedId={selectedId} onSelect={onSelect} />
      </Tabs.Panel>
      <Tabs.Panel value="why">
        <StrategyView graph={graph} />
        {history}
      </Tabs.Panel>
      <Tabs.Panel value="graph" className={classes.graph}>
        <GraphCanvas graph={graph} findings={report.findings} requirements={brief.requirements} {...comments} selectedId={selectedId} onSelect={onSelect} growth={growth} />
      </Tabs.Panel>
    </Tabs>
  );
}
