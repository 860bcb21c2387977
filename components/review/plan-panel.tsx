"use client";

import { Tabs } from "@mantine/core";
import type { OpOutcome } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import { useTabBesideComments } from "../annotations/annotation-room.tsx";
import { CommentsTab } from "../annotations/comments-tab.tsx";
import { ThreadList } from "../annotations/thread-list.tsx";
import { PlanForm } from "./plan-form.tsx";
import classes from "./plan-panel.module.css";
import { StrategyView } from "./strategy-view.tsx";
import { useIsTypedBelow } from "./typed-place.tsx";

/** What stands on the right while no node is selected: the plan as a whole. */
export function PlanPanel({ graph, edit }: { graph: Graph; edit: { apply(ops: Op[]): OpOutcome } | undefined }) {
  const [tab, setTab] = useTabBesideComments(useIsTypedBelow("plan") ? "edit" : "strategy");
  return (
    <Tabs keepMounted={false} value={edit === undefined && tab === "edit" ? "strategy" : tab} onChange={setTab} classNames={{ root: classes.tabs, panel: classes.panel }}>
      <Tabs.List>
        <Tabs.Tab value="strategy">Why this division</Tabs.Tab>
        {edit !== undefined && <Tabs.Tab value="edit">Edit plan</Tabs.Tab>}
        <CommentsTab nodeId={null} />
      </Tabs.List>
      <Tabs.Panel value="strategy">
        <StrategyView graph={graph} />
      </Tabs.Panel>
      <Tabs.Panel value="comments">
        <ThreadList nodeId={null} />
      </Tabs.Panel>
      {edit !== undefined && (
        <Tabs.Panel value="edit">
          <PlanForm graph={graph} apply={edit.apply} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
