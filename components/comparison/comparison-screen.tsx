"use client";

import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconFileOff } from "@tabler/icons-react";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { placeOfRevision, ReadingLogProvider } from "../review/reading-log.tsx";
import { useApi } from "../shell/api.ts";
import { useUrlState } from "../shell/use-url-state.ts";
import classes from "./comparison-screen.module.css";
import { RevisionComparison } from "./revision-comparison.tsx";

/** The page that holds two revisions of a workflow against each other; without a choice, the newest and the one before. */
export function ComparisonScreen({ workflowId }: { workflowId: string }) {
  const api = useApi();
  const [params] = useUrlState();
  const description = useQuery(api.workflows.get.queryOptions({ workflowId }));
  const newest = description.data?.revision?.number ?? 1;
  const wanted = (name: string, usual: number) => {
    const number = Number(params.get(name) ?? usual);
    return Number.isInteger(number) && number >= 1 && number <= newest ? number : usual;
  };
  const [from, to] = [wanted("from", Math.max(1, newest - 1)), wanted("to", newest)];
  const isKnown = description.data?.revision != null;
  const earlier = useQuery(api.workflows.revision.queryOptions({ workflowId, number: from }, { enabled: isKnown, staleTime: Infinity }));
  const later = useQuery(api.workflows.revision.queryOptions({ workflowId, number: to }, { enabled: isKnown, staleTime: Infinity }));
  for (const read of [description, earlier, later]) {
    if (read.isError && read.data === undefined) return <ReadFailed error={read.error} onRetry={() => void read.refetch()} isRetrying={read.isFetching} />;
  }
  if (description.data !== undefined && !isKnown) {
    return (
      <Empty icon={IconFileOff} title="There is nothing to compare yet">
        A workflow has revisions once its plan is written. The address may also be mistyped.
      </Empty>
    );
  }
  if (description.data == null || earlier.data == null || later.data == null) return <Loader className={classes.loader} aria-label="Reading the revisions" />;
  return (
    <ReadingLogProvider place={placeOfRevision(workflowId, later.data.digest)}>
      <RevisionComparison description={description.data} from={earlier.data} to={later.data} />
    </ReadingLogProvider>
  );
}
