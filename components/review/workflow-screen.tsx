"use client";

import { Loader } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconFileOff } from "@tabler/icons-react";
import { useState } from "react";
import { KeepView } from "../canvas/kept-view.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { useWorkflowNews } from "./workflow-news.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { alone } from "../shell/early-query.ts";
import { useUrlState } from "../shell/use-url-state.ts";
import { PlanDesk } from "./plan-desk.tsx";
import { placeOfRevision, ReadingLogProvider } from "./reading-log.tsx";
import { RevisionDesk, type Reviewable } from "./revision-desk.tsx";
import type { Carried } from "./use-begun-desk.ts";
import { WaiverDeskProvider } from "./waiver-desk.tsx";
import classes from "./workflow-screen.module.css";

/** The page of one workflow: its plan while it is written, then its newest revision. */
export function WorkflowScreen({ workflowId }: { workflowId: string }) {
  const api = useApi();
  const description = useQuery(api.workflows.get.queryOptions({ workflowId }, { trpc: { context: alone } }));
  useWorkflowNews(workflowId, description.data?.newsSequence ?? null);
  const [params, changeUrl] = useUrlState();
  const selection = { selectedId: params.get("node"), onSelect: (id: string | null) => changeUrl({ node: id ?? "" }) };
  if (description.isPending) return <Loader className={classes.loader} aria-label="Reading the workflow" />;
  if (description.isError && description.data === undefined) {
    return <ReadFailed error={description.error} onRetry={() => void description.refetch()} isRetrying={description.isFetching} />;
  }
  const found = description.data ?? null;
  if (found === null) {
    return (
      <Empty icon={IconFileOff} title="There is no such workflow">
        The address may be mistyped. The inbox lists every workflow there is.
      </Empty>
    );
  }
  return <KeepView>{isReviewable(found) ? <Desk current={found} {...selection} /> : <PlanDesk description={found} {...selection} />}</KeepView>;
}

interface Opened {
  description: Reviewable;
  carried: Carried | null;
  /** How often the desk was opened: each opening is a new editor. */
  count: number;
}

/** Holds on to the revision one is working on: a newer one is opened on demand, so that nothing moves under one's hands. */
function Desk({ current, ...selection }: { current: Reviewable; selectedId: string | null; onSelect(id: string | null): void }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<Opened>({ description: current, carried: null, count: 0 });
  const place = placeOfRevision(current.workflow.id, opened.description.revision.digest);
  const isSame = opened.description.revision.number === current.revision.number;
  const reopen = (carried: Carried | null) => {
    // What a save brought is in the cache before it is in the props.
    const cached = queryClient.getQueryData(api.workflows.get.queryKey({ workflowId: current.workflow.id }));
    const newest = cached !== undefined && cached !== null && isReviewable(cached) ? cached : current;
    setOpened(({ count }) => ({ description: newest, carried, count: count + 1 }));
  };
  return (
    <ReadingLogProvider place={place}>
      <WaiverDeskProvider key={opened.count} place={place} policy={current.examined.policy}>
        <RevisionDesk
          opened={isSame ? { ...opened.description, examined: current.examined } : opened.description}
          current={current}
          carried={opened.carried}
          onReopen={reopen}
          {...selection}
        />
      </WaiverDeskProvider>
    </ReadingLogProvider>
  );
}

function isReviewable(description: NonNullable<ApiOutput["workflows"]["get"]>): description is Reviewable {
  return description.revision !== null && description.examined !== null && description.standing !== null;
}
