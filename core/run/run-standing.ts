import type { OpenWait, RunState } from "./run-state.ts";
import { isEnded, type RunStatus } from "./run-status.ts";

/** What a run's row says of it, for lists and inboxes; folded from its events and written with them. */
export interface RunStanding {
  status: RunStatus;
  openWaits: readonly OpenWait[];
  tokens: number;
  costMicroUsd: number | null;
  startedAt: Date | null;
  endedAt: Date | null;
  hasEnded: boolean;
}

export function standingOf({ status, openWaits, spending, startedAt, endedAt }: RunState): RunStanding {
  const { usage, costMicroUsd } = spending;
  return { status, openWaits, tokens: usage.input + usage.output, costMicroUsd, startedAt, endedAt, hasEnded: isEnded(status) };
}
