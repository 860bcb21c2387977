import { ActionIcon, Button } from "@mantine/core";
import { IconAlertOctagon, IconCheck } from "@tabler/icons-react";
import Link from "next/link";
import lines from "../inbox/plan-line.module.css";
import { RelativeTime } from "../parts/relative-time.tsx";
import { statusText } from "../parts/status-text.ts";
import type { ApiOutput } from "../shell/api.ts";
import { shortRunId } from "./run-name.ts";
import { useAcknowledge } from "./use-acknowledge.ts";

export type RunRow = ApiOutput["runs"]["list"]["runs"][number];

interface RunLineProps {
  run: RunRow;
  title: string;
  /** What it wants or how it ended, in a sentence. */
  words: string;
  tone: "waiting" | "approved" | "refused" | "stopped" | "writing";
  verb?: string;
  /** Where it leads; the run's page when left out. */
  path?: string;
  isPressing?: boolean;
  /** Whether it stays until somebody says that they have seen it. */
  isFailure?: boolean;
}

/** One run as one row of the inbox: what it is, what it wants, and at most one verb. */
export function RunLine({ run, title, words, tone, verb, path = `/runs/${run.id}`, isPressing = false, isFailure = false }: RunLineProps) {
  const Mark = isFailure && run.status === "completed" ? IconAlertOctagon : statusText[run.waits.length > 0 ? "waiting" : run.status].icon;
  return (
    <li className={lines.line}>
      <span className={lines.mark} data-tone={tone}>
        <Mark size={16} stroke={1.75} aria-hidden="true" />
      </span>
      <div className={lines.words}>
        <Link href={path} className={lines.title}>
          {title}
        </Link>
        <p className={lines.sub}>{words}</p>
      </div>
      <span className={lines.when}>
        run {shortRunId(run.id)}, <RelativeTime at={run.waits[0]?.since ?? run.endedAt ?? run.createdAt} />
      </span>
      {verb !== undefined && (
        <Button component={Link} href={path} variant={isPressing ? "filled" : "default"} className={lines.verb ?? ""} aria-label={`${verb}: ${title}`}>
          {verb}
        </Button>
      )}
      {isFailure && <Acknowledge runId={run.id} title={title} />}
    </li>
  );
}

function Acknowledge({ runId, title }: { runId: string; title: string }) {
  const seen = useAcknowledge(runId);
  if (seen === null) return null;
  return (
    <ActionIcon variant="subtle" size="lg" aria-label={`Acknowledge: ${title}`} title="Acknowledge: seen, take it off this list" loading={seen.isSending} onClick={seen.acknowledge}>
      <IconCheck size={16} stroke={1.75} />
    </ActionIcon>
  );
}
