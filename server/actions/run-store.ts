import type { Audit, AuditResult } from "../../core/evidence/audit-finding.ts";
import type { RunEntry, RunEvent } from "../../core/run/run-event.ts";
import type { RunStanding } from "../../core/run/run-standing.ts";
import type { OpenWait } from "../../core/run/run-state.ts";
import type { RunStatus } from "../../core/run/run-status.ts";

export interface RunRecord {
  id: string;
  workflowId: string;
  revisionId: string;
  briefVersionId: string;
  decisionId: string;
  manifestDigest: string;
  startedById: string | null;
  startedByName: string;
  createdAt: Date;
  epoch: number;
  /** The worker that drives it; null while none does. */
  driverId: string | null;
  status: RunStatus;
  openWaits: OpenWait[];
  /** In and out, of all model calls. */
  tokens: number;
  costMicroUsd: number | null;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Of the newest audit; null until it ended and was audited, and again when it goes on. */
  auditResult: AuditResult | null;
  /** Who said that they have seen how it ended; null before, and again when it goes on. */
  acknowledged: { at: Date; byName: string } | null;
}

/** A value beside the events, under the digest of its canonical text. */
export interface RunContentRecord {
  digest: string;
  text: string;
}

export interface RunStore {
  create(run: {
    workflowId: string;
    revisionId: string;
    briefVersionId: string;
    decisionId: string;
    manifestDigest: string;
    startedById: string | null;
    startedByName: string;
    now: Date;
  }): Promise<RunRecord>;
  find(id: string): Promise<RunRecord | null>;
  findByDecision(decisionId: string): Promise<RunRecord | null>;
  /** Runs that a worker should drive, or does, the oldest first. */
  listWantingDriver(now: Date): Promise<Pick<RunRecord, "id" | "driverId">[]>;
  /** Runs that ended and were not audited since, the oldest first. */
  listUnaudited(limit: number): Promise<string[]>;
  setAuditResult(id: string, auditResult: AuditResult): Promise<void>;
  acknowledge(id: string, acknowledged: { at: Date; byName: string }): Promise<void>;
  /** Keeps the driver and other people from changing it until the transaction ends. */
  lock(id: string): Promise<RunRecord | null>;
  /**
   * Gives a run that wants a driver to a worker.
   * @param from who drove it as far as the caller knows.
   * @returns the epoch to write under; null when somebody was quicker.
   */
  claim(id: string, driver: { from: string | null; to: string }): Promise<number | null>;
  /**
   * Lets go of a run in which nothing is left to do but wait, unless its log went on after `sequence`.
   * @param wakeAt when it is to be driven on all the same.
   */
  rest(id: string, at: { epoch: number; sequence: number; wakeAt: Date | null }): Promise<boolean>;
  /** Leaves a run for another worker to take at once. */
  letGo(id: string, epoch: number): Promise<void>;
  /** Changes what a locked run's row says; with `isFenced` whoever drives it can write nothing more. */
  change(id: string, change: Partial<Pick<RunRecord, "status" | "openWaits" | "endedAt">> & { wantsDriver?: boolean; isFenced?: boolean }): Promise<void>;
}

export interface RunLogStore {
  /** For those who hold the run's lock. @returns the sequence of the last entry. */
  append(runId: string, events: readonly RunEvent[], at: Date): Promise<number>;
  /**
   * For the driver: writes events, what they refer to and what the row says in one commit, or nothing.
   * @returns `stale` when the log went on after the sequence that the driver knows, `fenced` when it is driver no more.
   */
  drive(
    runId: string,
    at: { epoch: number; sequence: number },
    written: { events: readonly RunEvent[]; contents: readonly RunContentRecord[]; standing: RunStanding; at: Date },
  ): Promise<"written" | "stale" | "fenced">;
  readAfter(runId: string, after: number, limit: number): Promise<RunEntry[]>;
}

export interface RunContentStore {
  find(runId: string, digest: string): Promise<string | null>;
  /** Those of these that there are. */
  list(runId: string, digests: readonly string[]): Promise<RunContentRecord[]>;
}

/** An audit as it was made, and of how much of the run. */
export interface RunAuditRecord extends Audit {
  /** Of the last event that it looked at. */
  sequence: number;
  madeByName: string;
  durationMs: number;
  createdAt: Date;
}

export interface RunAuditStore {
  create(runId: string, audit: RunAuditRecord): Promise<void>;
  findNewest(runId: string): Promise<RunAuditRecord | null>;
}
