import { Button, Loader } from "@mantine/core";
import { IconFileOff, IconFileText } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { isEnded, runStands, type RunStatus } from "../../core/run/run-status.ts";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { stepTitle } from "../runs/event-line.tsx";
import { useRun, useRunSnapshot } from "../runs/run-context.tsx";
import classes from "./evidence-state.module.css";
import { runAddress } from "./run-address.ts";
import { useEvidence, type Evidence } from "./use-evidence.ts";

type EvidenceStateProps = {
  runId: string;
  status: RunStatus;
  /** What the page shows of a run: its report, or its audit. */
  children(evidence: Evidence): ReactNode;
};

/** Reads the evidence of a run; says so while it does, and when it can't. */
export function EvidenceState({ runId, status, children }: EvidenceStateProps) {
  const read = useEvidence(runId, status);
  if (read.isPending) return <Loader className={classes.loader ?? ""} aria-label="Reading claims and evidence" />;
  if (read.data === undefined) return <ReadFailed error={read.error} onRetry={() => void read.refetch()} isRetrying={read.isFetching} />;
  if (read.data === null) {
    return (
      <Empty icon={IconFileOff} title="There is no such run">
        The address may be mistyped, or the run was removed.
      </Empty>
    );
  }
  return children(read.data);
}

/** What stands where a report would: why there is none, whether one is to come, and where to look meanwhile. */
export function NoReport({ evidence: { status, whyNoReport } }: { evidence: Evidence }) {
  const { run, graph } = useRun();
  const { failure, stepsById } = useRunSnapshot().state;
  const failedId = failure?.stepId ?? null;
  return (
    <Empty
      icon={IconFileText}
      title={isEnded(status) ? "This run has no report" : "No report yet"}
      action={
        <Button component={Link} href={runAddress(run.id, failedId === null ? {} : { step: failedId })}>
          {failedId === null ? "Open the graph" : `See why: ${stepTitle(failedId, graph)}`}
        </Button>
      }
    >
      {isEnded(status)
        ? `${runStands(status)}, and ${whyNoReport}. What its steps found is kept in the graph and the events.`
        : `The report is written by one of the last steps.${underWay([...stepsById.values()].filter((step) => step.status === "running").map(({ stepId }) => stepTitle(stepId, graph)))}`}
    </Empty>
  );
}

function underWay(titles: readonly string[]): string {
  if (titles.length === 0) return " Until then the graph shows what is going on.";
  const [named, others] = [titles.slice(0, 3).join(", "), titles.length - 3];
  return ` Under way now: ${named}${others > 0 ? ` and ${others} more` : ""}.`;
}
