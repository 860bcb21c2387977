"use client";

import { useQuery } from "@tanstack/react-query";
import { useRunsInNeed } from "../runs/use-runs-in-need.ts";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useMyComments } from "./use-my-comments.ts";
import { planStanding } from "./plan-standing.ts";
import { lookAgainMs } from "../shell/use-inbox-news.ts";

const shownPlans = 50;
/** How many things stand under "Needs you" in the inbox. */
export function useNeedCount(): number {
  const api = useApi();
  const me = useSignedInMember();
  const plans = useQuery(api.workflows.list.queryOptions({ limit: shownPlans }, { refetchInterval: lookAgainMs }));
  const { comments } = useMyComments();
  const { waiting, failed, failedAudit } = useRunsInNeed();
  const wanting = (plans.data ?? []).filter((plan) => planStanding(plan, me).verb !== null);
  return wanting.length + waiting.length + failed.length + failedAudit.length + comments.length;
}
