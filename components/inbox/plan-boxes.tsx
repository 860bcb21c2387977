"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconInbox, IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { mayRole } from "../../core/access/permission.ts";
import { Box } from "../parts/box.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { CommentNeeds } from "./comment-needs.tsx";
import { PlanLine } from "./plan-line.tsx";
import { RecentRuns, RunNeeds } from "./run-boxes.tsx";
import { useRunsInNeed } from "../runs/use-runs-in-need.ts";
import { useMyComments } from "./use-my-comments.ts";
import { planStanding } from "./plan-standing.ts";
import { lookAgainMs } from "../shell/use-inbox-news.ts";

const shown = 50;
/** Plans that want something of this member, those they asked for, and the others. */
export function PlanBoxes() {
  const api = useApi();
  const me = useSignedInMember();
  const needs = useRunsInNeed();
  const mentions = useMyComments();
  const plans = useQuery(api.workflows.list.queryOptions({ limit: shown }, { refetchInterval: lookAgainMs }));
  const reads = [plans, needs.read, mentions.read];
  // What could not be read once is being read again, not for the first time.
  const lost = reads.filter((read) => read.data === undefined && read.errorUpdateCount > 0);
  if (reads.some((read) => read.isPending && !lost.includes(read))) return <TableSkeleton title="Needs you" rows={2} />;
  const rows = (plans.data ?? []).filter(({ sampleId }) => sampleId === null).map((plan) => ({ plan, standing: planStanding(plan, me) }));
  const wanting = rows.filter(({ standing }) => standing.verb !== null);
  const needed = wanting.length + needs.waiting.length + needs.failed.length + needs.failedAudit.length + mentions.comments.length;
  const mine = rows.filter(({ plan, standing }) => standing.verb === null && plan.createdById === me.id);
  const others = rows.filter(({ plan, standing }) => standing.verb === null && plan.createdById !== me.id);
  return (
    <>
      <Box title="Needs you" aside={lost.length === 0 ? needed : undefined}>
        {lost.length > 0 && <ReadFailed error={lost[0]?.error} onRetry={() => void lost.map((read) => read.refetch())} isRetrying={lost.some(({ isFetching }) => isFetching)} />}
        {/* That nothing waits is said only when everything is known that might. */}
        {needed === 0 && lost.length === 0 && (
          <Empty
            icon={IconInbox}
            title="Nothing waits for you"
            {...(rows.length === 0 && mayRole(me.role, "workflow-write") ? { action: <NewBriefButton /> } : {})}
          >
            Decisions that runs wait for, plans to review, comments to answer, and what failed stand here, the most pressing first.
          </Empty>
        )}
        <ul>
          <RunNeeds isPressing />
          {wanting.map(({ plan, standing }, index) => (
            <PlanLine key={plan.id} plan={plan} standing={standing} isPressing={index === 0 && needs.waiting.length === 0} />
          ))}
          <CommentNeeds />
        </ul>
      </Box>
      <RecentRuns />
      {mine.length > 0 && <PlanBox title="My plans" rows={mine} />}
      {others.length > 0 && <PlanBox title="Recent plans" rows={others} />}
    </>
  );
}

function PlanBox({ title, rows }: { title: string; rows: Pick<Parameters<typeof PlanLine>[0], "plan" | "standing">[] }) {
  return (
    <Box title={title} aside={rows.length}>
      <ul>
        {rows.map(({ plan, standing }) => (
          <PlanLine key={plan.id} plan={plan} standing={standing} isPressing={false} />
        ))}
      </ul>
    </Box>
  );
}

function NewBriefButton() {
  return (
    <Button component={Link} href="/briefs/new" variant="filled" size="md" leftSection={<IconPlus size={14} stroke={1.9} />}>
      Ask the first question
    </Button>
  );
}
