"use client";

import { useQuery } from "@tanstack/react-query";
import { PageHead } from "../parts/page-head.tsx";
import { ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi } from "../shell/api.ts";
import { PolicyForm } from "./policy-form.tsx";
import classes from "./policy-screen.module.css";

/** Settings, Policy: what this installation asks of every plan, beyond what its brief says. */
export function PolicyScreen() {
  const api = useApi();
  const policy = useQuery(api.policy.get.queryOptions());
  if (policy.data !== undefined) return <PolicyForm key={policy.data.number} policy={policy.data} />;
  return (
    <>
      <PageHead title="Policy" />
      <div className={classes.page}>
        {policy.isPending && <TableSkeleton title="Rules" rows={10} />}
        {policy.isError && <ReadFailed error={policy.error} onRetry={() => void policy.refetch()} isRetrying={policy.isFetching} />}
      </div>
    </>
  );
}
