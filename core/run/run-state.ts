import type { TokenUsage } from "../models/model-call.ts";
import type { RunEvent } from "./run-event.ts";
import type { RunStatus } from "./run-status.ts";
import type { StoredValue } from "./stored-value.ts";
import type { Wait } from "./wait.ts";

/** What model calls took, of a step or of a run. Cost in micro-USD; null as soon as one price isn't known. */
export interface Spending {
  usage: TokenUsage;
  costMicroUsd: number | null;
  modelCalls: number;
  toolCalls: number;
}

/** How one step stands. */
export interface StepState {
  stepId: string;
  nodeId: string;
  status: RunStatus;
  /** 0 before the first. */
  attempt: number;
  /** Whether a next execution is a new attempt; one that was cut off or set aside goes on as the same. */
  isAttemptOver: boolean;
  /** Attempts before a person had it tried anew: `maxAttempts` counts from there. */
  attemptsBefore: number;
  /** What a person said who had it tried anew; empty otherwise. */
  feedback: string;
  /** The open wait that holds it. */
  waitId: string | null;
  /** To the last wait of its own in this attempt. */
  answer: AnsweredWait | null;
  /** What a person ruled on its failure. */
  ruling: "skip" | "end" | null;
  /** How often this attempt was begun: more than once after a crash. */
  executions: number;
  /** Of the first attempt since a person last had it begin anew, or raised what it had met. */
  startedAt: Date | null;
  endedAt: Date | null;
  /** Of the last failed attempt. */
  error: { code: string; message: string } | null;
  /** The next attempt begins so many milliseconds after the last one failed; null when none is planned. */
  retry: { failedAt: Date; inMs: number } | null;
  output: StoredValue | null;
  /** Of the entry that holds its output; null without one. */
  outputSequence: number | null;
  /** Which conditional edges out of it hold. */
  edges: Readonly<Record<string, boolean>>;
  summary: string;
  skipReason: Extract<RunEvent, { type: "step-skipped" }>["reason"] | null;
  /** Of a map or loop that knows them: the keys of its items, in order. */
  itemKeys: readonly string[] | null;
  items: StoredValue | null;
  spending: Spending;
}

export interface OpenWait {
  waitId: string;
  wait: Wait;
  since: Date;
}

export interface AnsweredWait extends OpenWait {
  answer: Extract<RunEvent, { type: "wait-answered" }>;
  answeredAt: Date;
}

/** Everything that a run's events say of how it stands. */
export interface RunState {
  status: RunStatus;
  /** In the order in which they began. */
  stepsById: ReadonlyMap<string, StepState>;
  /** How many steps are being executed; a map that knows its items only waits for them. */
  executing: number;
  openWaits: readonly OpenWait[];
  answeredWaits: readonly AnsweredWait[];
  /** When nothing was to go on: somebody was waited for, or it had failed. May overlap. */
  rests: readonly { from: Date; until: Date }[];
  spending: Spending;
  /** The worker that drives it, or did. */
  driverId: string | null;
  output: StoredValue | null;
  failure: { stepId: string | null; message: string } | null;
  createdAt: Date | null;
  /** When the first worker took it. */
  startedAt: Date | null;
  endedAt: Date | null;
  /** Of the last event folded in. */
  sequence: number;
}

const nothingSpent: Spending = { usage: { input: 0, output: 0, cachedInput: 0, reasoning: 0 }, costMicroUsd: 0, modelCalls: 0, toolCalls: 0 };

export const unstartedRun: RunState = {
  status: "pending",
  stepsById: new Map(),
  executing: 0,
  openWaits: [],
  answeredWaits: [],
  rests: [],
  spending: nothingSpent,
  driverId: null,
  output: null,
  failure: null,
  createdAt: null,
  startedAt: null,
  endedAt: null,
  sequence: 0,
};

/** A step of which nothing is known yet. */
export function pendingStep(stepId: string, nodeId: string): StepState {
  return {
    stepId,
    nodeId,
    status: "pending",
    attempt: 0,
    isAttemptOver: false,
    attemptsBefore: 0,
    feedback: "",
    waitId: null,
    answer: null,
    ruling: null,
    executions: 0,
    startedAt: null,
    endedAt: null,
    error: null,
    retry: null,
    output: null,
    outputSequence: null,
    edges: {},
    summary: "",
    skipReason: null,
    itemKeys: null,
    items: null,
    spending: nothingSpent,
  };
}
