"use client";

import { CopyButton, Tooltip, UnstyledButton } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import Link from "next/link";
import type { OpenWait } from "../../core/run/run-state.ts";
import { RunAudit } from "../evidence/run-audit.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { exactTimeText } from "../parts/time-text.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import { RunActions } from "./run-actions.tsx";
import { useRun, useRunSnapshot } from "./run-context.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import strip from "../review/workflow-head.module.css";
import classes from "./run-head.module.css";
import { shortRunId } from "./run-name.ts";
import { useMyWaits } from "./use-my-waits.ts";

/** What this run is, how it stands, what of it waits for me, who approved it. */
export function RunHead() {
  const { run, title, revision, decision, brief } = useRun();
  const { state } = useRunSnapshot();
  const [params] = useUrlState();
  // There the question stands above its answer.
  const isInReport = params.get("tab") === "report";
  const isPause = ({ wait }: OpenWait) => wait.kind === "paused";
  const mine = useMyWaits().filter((open) => !isPause(open));
  const isPaused = state.openWaits.some(isPause);
  const others = state.openWaits.filter((open) => !isPause(open)).length - mine.length;
  const startedAt = state.startedAt ?? state.createdAt ?? run.createdAt;
  return (
    <header className={strip.head}>
      <div className={`${strip.line} ${classes.line}`}>
        <Link href="/runs" className={strip.crumb}>
          Runs
        </Link>
        <h1 className={`${strip.title} ${classes.title}`}>
          {title}, <span>run {shortRunId(run.id)}</span>
        </h1>
        <StatusMark status={state.status} isTinted />
        <RunAudit runId={run.id} status={state.status} />
        {isPaused && (
          <StatusMark status="waiting" isTinted>
            Paused
          </StatusMark>
        )}
        {mine.length > 0 && (
          <StatusMark status="waiting" isTinted>
            {mine.length} {mine.length === 1 ? "waits" : "wait"} for you
          </StatusMark>
        )}
        {others > 0 && (
          <StatusMark status="waiting" isTinted>
            {others} {others === 1 ? "waits" : "wait"} for a reviewer
          </StatusMark>
        )}
        <Link href={`/workflows/${run.workflowId}`} className={`${strip.chip} ${classes.chip}`}>
          Revision {revision.number}
        </Link>
        <CopyButton value={run.manifestDigest}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? "Copied" : `Approved manifest ${run.manifestDigest}. Press to copy.`} multiline maw={320}>
              <UnstyledButton className={`${strip.chip} ${classes.digest}`} onClick={copy}>
                <IconLock size={12} stroke={2.1} aria-hidden="true" />
                <code>{run.manifestDigest.slice(0, 8)}</code>
              </UnstyledButton>
            </Tooltip>
          )}
        </CopyButton>
        <div className={`${strip.end} ${classes.end}`}>
          <RunActions />
        </div>
      </div>
      <p className={`${strip.question} ${classes.question}`} title={brief.question}>
        Approved by <bdi>{decision.decidedByName}</bdi> <RelativeTime at={decision.createdAt} />, started by <bdi>{run.startedByName}</bdi>{" "}
        <span title={exactTimeText(startedAt)}>
          <RelativeTime at={startedAt} />
        </span>
        {isInReport ? "." : `. ${brief.question}`}
      </p>
    </header>
  );
}
