"use client";

import { useQuery } from "@tanstack/react-query";
import { Box } from "../parts/box.tsx";
import { ReadFailed } from "../parts/screen-state.tsx";
import { useApi } from "../shell/api.ts";
import classes from "./history-list.module.css";
import { planCallText, planningText } from "./planning-text.ts";

/** Which models wrote the plan, and what that took. */
export function PlanningBox({ planId }: { planId: string }) {
  const api = useApi();
  const plan = useQuery(api.workflows.planSoFar.queryOptions({ planId }));
  if (plan.isError) return <ReadFailed error={plan.error} onRetry={() => void plan.refetch()} isRetrying={plan.isFetching} />;
  const calls = plan.data?.calls ?? [];
  return (
    <Box title="Planning" aside={calls.length === 0 ? undefined : planningText(calls)}>
      {calls.length === 0 && <p className={classes.empty}>{plan.isPending ? "Reading …" : "No call of a model is on record for this plan."}</p>}
      <ol>
        {calls.map((call, index) => (
          // Calls have no ids: their place in the log tells them apart.
          <li key={`${index} ${call.model}`} className={classes.entry}>
            <p>
              <code>{call.model}</code>
            </p>
            <p className={classes.meta}>{planCallText(call)}</p>
          </li>
        ))}
      </ol>
    </Box>
  );
}
