"use client";

import { Tabs } from "@mantine/core";
import type { OpOutcome } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import { PlanForm } from "./plan-form.tsx";
import classes from "./plan-panel.module.css";
import { StrategyView } from "./strategy-view.tsx";

/** What stands on the right while no node is selected: the plan as a whole. */
export function PlanPanel({ graph, edit }: { graph: Graph; edit: { apply(ops: Op[]): OpOutcome } | undefined }) {
  return (
    <Tabs keepMounted={false} defaultValue="strategy" classNames={{ root: classes.tabs, panel: classes.panel }}>
      <Tabs.List>
        <Tabs.Tab value="strategy">Why this division</Tabs.Tab>
        {edit !== undefined && <Tabs.Tab value="edit">Edit plan</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="strategy">
        <StrategyView graph={graph} />
      </Tabs.Panel>
      {edit !== undefined && (
        <Tabs.Panel value="edit">
          <PlanForm graph={graph} apply={edit.apply} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
