"use client";

import { ActionIcon, Button, Tabs } from "@mantine/core";
import { IconRefresh, IconX } from "@tabler/icons-react";
import { mayRole } from "../../core/access/permission.ts";
import { pendingStep } from "../../core/run/run-state.ts";
import { nodeIdOf, placeOfStep } from "../../core/run/step-id.ts";
import type { Node } from "../../core/workflow/node.ts";
import { kinds } from "../canvas/kind.ts";
import { shortNumber } from "../canvas/node-facts.ts";
import { Elapsed } from "../parts/elapsed.tsx";
import { itemText } from "../parts/item-text.ts";
import { countText, moneyText } from "../parts/number-text.ts";
import { StatusMark } from "../parts/status-mark.tsx";
import { NodeDetails } from "../review/node-details.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { LongText } from "./long-text.tsx";
import { ReceivedView } from "./received-view.tsx";
import { useRun, useRunSnapshot, useSelectedStep } from "./run-context.tsx";
import counts from "../parts/count-mark.module.css";
import inspector from "../review/inspector.module.css";
import classes from "./step-panel.module.css";
import { StepResult } from "./step-result.tsx";
import { StepTrace } from "./step-trace.tsx";
import { useRetryStep } from "./use-run-control.ts";
import { useStepEvents } from "./use-step-events.ts";

/** One step in full: what came of it, what it received, what it did, what it is. */
export function StepPanel({ stepId }: { stepId: string }) {
  const { graph, brief } = useRun();
  const { state } = useRunSnapshot();
  const { select, selectNode } = useSelectedStep();
  const [params, change] = useUrlState();
  const node = graph.nodes.find(({ id }) => id === nodeIdOf(stepId));
  const events = useStepEvents(stepId);
  if (node === undefined) return <p className={classes.missing}>There is no such step in this run.</p>;
  const step = state.stepsById.get(stepId) ?? pendingStep(stepId, node.id);
  const place = placeOfStep(stepId);
  const { icon: Mark, label } = kinds[node.kind];
  const { modelCalls, usage, costMicroUsd } = step.spending;
  const calls = events.entries.flatMap(({ event }) => (event.type === "model-called" ? [event] : []));
  const tab = params.get("view") ?? "result";
  return (
    <section className={classes.panel} aria-label={`Step: ${node.title}`}>
      <header className={inspector.head}>
        <Mark size={16} stroke={1.75} role="img" aria-label={label} className={inspector.icon} />
        <div>
          <h2 className={inspector.title}>{node.title}</h2>
          {place !== null && <p className={classes.item}>for {itemText(decodeURIComponent(place.itemId))}</p>}
          <p className={classes.facts}>
            <StatusMark status={step.status} />
            {step.startedAt !== null && (
              <span>
                <Elapsed from={step.startedAt} to={step.endedAt} />
              </span>
            )}
            {modelCalls > 0 && <span>{shortNumber(usage.input + usage.output)} tokens</span>}
            {modelCalls > 0 && <span>{moneyText(costMicroUsd)}</span>}
            {modelCalls > 0 && <span>{countText(modelCalls, "call")}</span>}
            {calls.some(({ insteadOf }) => insteadOf !== undefined) && <span>a model took over</span>}
            {step.attempt > 1 && <span>attempt {step.attempt}</span>}
          </p>
        </div>
        <RetryButton stepId={stepId} isFailed={step.status === "failed"} />
        <ActionIcon aria-label="Close the step" onClick={() => select(null)}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      </header>
      <Tabs keepMounted={false} value={tab} onChange={(value) => change({ view: value === "result" ? "" : (value ?? "") })} classNames={{ panel: classes.body }}>
        <Tabs.List>
          <Tabs.Tab value="result">Result</Tabs.Tab>
          <Tabs.Tab value="received">Received</Tabs.Tab>
          <Tabs.Tab value="trace" rightSection={events.entries.length > 0 ? <span className={counts.count}>{events.entries.length}</span> : undefined}>
            Trace
          </Tabs.Tab>
          <Tabs.Tab value="definition">Definition</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="result">
          <StepResult node={node} step={step} sources={events.sources} />
        </Tabs.Panel>
        <Tabs.Panel value="received">
          <ReceivedView node={node} calls={calls} isRead={!events.isPending} />
        </Tabs.Panel>
        <Tabs.Panel value="trace">
          <StepTrace events={events} />
        </Tabs.Panel>
        <Tabs.Panel value="definition">
          <NodeDetails node={node} graph={graph} brief={brief} findings={[]} onSelect={selectNode} />
          <RawNode node={node} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function RawNode({ node }: { node: Node }) {
  return (
    <div className={classes.raw}>
      <LongText name={`Node ${node.id}`} text={JSON.stringify(node, null, 2)} />
    </div>
  );
}

function RetryButton({ stepId, isFailed }: { stepId: string; isFailed: boolean }) {
  const { run } = useRun();
  const me = useSignedInMember();
  const { retry, isSending } = useRetryStep(run.id);
  if (!isFailed || !mayRole(me.role, "run-control")) return null;
  return (
    <Button leftSection={<IconRefresh size={14} stroke={1.9} />} loading={isSending} onClick={() => retry(stepId)}>
      Retry
    </Button>
  );
}
