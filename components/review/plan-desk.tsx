"use client";

import { Loader } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { mayRole } from "../../core/access/permission.ts";
import { runPreflight } from "../../core/preflight/preflight.ts";
import { foldPlan, type PlanSoFar } from "../../core/workflow/fold-plan.ts";
import { planEntrySchema } from "../../core/workflow/plan-entry.ts";
import { isPlanOpen } from "../../core/workflow/plan-status.ts";
import { ReadFailed } from "../parts/screen-state.tsx";
import { RefusalList } from "../proposals/refusal-list.tsx";
import { useAnnounce } from "../shell/announcer.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { PlanBar } from "./plan-bar.tsx";
import { Presence } from "./presence.tsx";
import { usePlanReport } from "./use-plan-report.ts";
import { Workbench } from "./workbench.tsx";
import classes from "./workflow-screen.module.css";
import { WorkflowHead } from "./workflow-head.tsx";

type Description = NonNullable<ApiOutput["workflows"]["get"]>;
type Written = NonNullable<ApiOutput["workflows"]["planSoFar"]>;

interface PlanDeskProps {
  description: Description;
  selectedId: string | null;
  onSelect(id: string | null): void;
}

/** A plan that is being written, or was left unfinished: read from where it is, then followed live. */
export function PlanDesk({ description, ...selection }: PlanDeskProps) {
  const api = useApi();
  const planId = description.plan?.id ?? "";
  const written = useQuery(api.workflows.planSoFar.queryOptions({ planId }, { enabled: planId !== "", staleTime: Infinity, refetchOnReconnect: false, refetchOnWindowFocus: false }));
  const queryClient = useQueryClient();
  // A plan that ended between the two reads tells of it no more: the workflow is read again.
  const isOutrun = written.data != null && description.plan !== null && !isPlanOpen(written.data.status) && isPlanOpen(description.plan.status);
  const { queryKey } = api.workflows.get.queryOptions({ workflowId: description.workflow.id });
  const reread = useEffectEvent(() => void queryClient.invalidateQueries({ queryKey }));
  useEffect(() => {
    if (isOutrun) reread();
  }, [isOutrun]);
  if (written.isError) return <ReadFailed error={written.error} onRetry={() => void written.refetch()} isRetrying={written.isFetching} />;
  if (written.data === undefined || written.data === null) return <Loader className={classes.loader} aria-label="Reading the plan" />;
  return <WrittenPlan key={written.dataUpdatedAt} planId={planId} read={written.data} onReread={() => void written.refetch()} description={description} {...selection} />;
}

function WrittenPlan({ planId, read, onReread, description, selectedId, onSelect }: PlanDeskProps & { planId: string; read: Written; onReread: () => void }) {
  const { workflow, brief } = description;
  const api = useApi();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const me = useSignedInMember();
  const [plan, setPlan] = useState<PlanSoFar>(read);
  useLiveTopic(`plan:${planId}`, read.sequence, {
    onEntries: (entries) => {
      const news = entries.map(({ data }) => planEntrySchema.parse(data));
      setPlan((earlier) => news.reduce(foldPlan, earlier));
      const added = news.flatMap((entry) => (entry.type === "op" && entry.op.op === "node-add" ? entry.op.node.title : []));
      if (added.length > 0) announce(`Added ${added.join(", ")}`);
      if (news.some(({ type }) => type === "status")) void queryClient.invalidateQueries({ queryKey: api.workflows.get.queryKey({ workflowId: workflow.id }) });
    },
    onRestart: onReread,
  });
  const { graph, ghost, status } = plan;
  const [first] = useState(() => runPreflight(graph, brief));
  const report = usePlanReport({ graph, brief, examined: null })?.report ?? first;
  const isWriting = isPlanOpen(status);
  // Where phases are lanes, a ghost has a place once its lane is known.
  const hasPlace = ghost !== null && (graph.phases.length === 0 || ghost.phase !== undefined || ghost.parent !== undefined);
  return (
    <Workbench
      workflowId={workflow.id}
      revision={null}
      graph={graph}
      brief={brief}
      report={report}
      examined={null}
      selectedId={selectedId}
      onSelect={onSelect}
      growth={isWriting ? { ghost: hasPlace ? ghost : null } : undefined}
      history={<Refused refused={plan.refused} />}
      head={
        <WorkflowHead title={graph.title === "" ? workflow.title : graph.title} question={brief.question} briefVersion={description.briefVersion} revision={isWriting ? "Being written" : "Not a revision yet"} isWriting={isWriting} digest={null}>
          <Presence workflowId={workflow.id} selectedId={selectedId} titleOf={(id) => graph.nodes.find((node) => node.id === id)?.title ?? null} onSelect={onSelect} />
        </WorkflowHead>
      }
      bar={<PlanBar planId={planId} plan={plan} mayWrite={mayRole(me.role, "workflow-write")} />}
    />
  );
}

/** What the planner wrote and the graph refused: shown as it came, because nothing a model writes disappears. */
function Refused({ refused }: { refused: PlanSoFar["refused"] }) {
  if (refused.length === 0) return <p className={classes.quiet}>Nothing that the planner wrote was refused.</p>;
  return <RefusalList refused={refused} />;
}
