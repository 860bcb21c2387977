import { Button, Loader } from "@mantine/core";
import { IconFileOff, IconFileText } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { isEnded, runStands, type RunStatus } from "../../core/run/run-status.ts";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { stepTitle } from "../runs/event-line.tsx";
import { outcomeText } from "../runs/outcome-text.ts";
import { useRun, useRunSnapshot } from "../runs/run-context.tsx";
import { useMyWaits } from "../runs/use-my-waits.ts";
import { waitSentence, waitTitle } from "../runs/wait-text.ts";
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

/** What stands where a report would: why there is none, whether one is to come and what it waits for, and where to look meanwhile. */
export function NoReport({ evidence }: { evidence: Evidence }) {
  return isEnded(evidence.status) ? <NoneWritten evidence={evidence} /> : <NoneYet />;
}

function NoneWritten({ evidence: { status, whyNoReport } }: { evidence: Evidence }) {
  const { run, graph } = useRun();
  const snapshot = useRunSnapshot();
  const failedId = snapshot.state.failure?.stepId ?? null;
  return (
    <Empty
      icon={IconFileText}
      title="This run has no report"
      action={
        <Button component={Link} href={runAddress(run.id, failedId === null ? {} : { step: failedId })}>
          {failedId === null ? "Open the graph" : `See why: ${stepTitle(failedId, graph)}`}
        </Button>
      }
    >
      <span className={classes.line}>
        {runStands(status)}, and {whyNoReport}.
      </span>
      <span className={classes.why}>{outcomeText(snapshot)}</span>
      <span className={classes.line}>What its steps found is kept in the graph and the events.</span>
    </Empty>
  );
}

function NoneYet() {
  const { run, graph } = useRun();
  const { openWaits, stepsById } = useRunSnapshot().state;
  const isMine = useMyWaits().length > 0;
  const underWay = [...stepsById.values()].filter((step) => step.status === "running").map(({ stepId }) => stepTitle(stepId, graph));
  return (
    <Empty
      icon={IconFileText}
      title="No report yet"
      action={
        <Button component={Link} href={runAddress(run.id, isMine ? { tab: "decide" } : {})}>
          {isMine ? "Decide" : "Open the graph"}
        </Button>
      }
    >
      <span className={classes.line}>The report is written by one of the last steps.</span>
      {openWaits.map(({ waitId, wait }) => (
        <span key={waitId} className={classes.why}>
          <b>{waitTitle(wait, graph)}</b>
          {waitSentence(wait)}
        </span>
      ))}
      {underWay.length > 0 && <span className={classes.line}>Under way now: {listedTitles(underWay)}.</span>}
      {underWay.length === 0 && openWaits.length === 0 && <span className={classes.line}>Until then the graph shows what is going on.</span>}
    </Empty>
  );
}

function listedTitles(titles: readonly string[]): string {
  const [named, others] = [titles.slice(0, 3).join(", "), titles.length - 3];
  return `${named}${others > 0 ? ` and ${others} more` : ""}`;
}
