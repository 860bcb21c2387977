import { z } from "zod";
import { atOnce, type Sliced } from "../sliced.ts";
import { nodeIdOf } from "./step-id.ts";
import { pendingStep, type AnsweredWait, type OpenWait, type RunState, type StepState } from "./run-state.ts";

/** To be raised when folding the same events gives another state, or a state holds something else: what was kept before then counts no more. */
const format = "countersign/run-state@3";

const stepsOfSlice = 500;

/** What JSON makes of these: their dates are texts. */
type WrittenWait = Omit<OpenWait, "since"> & { since: string };
type WrittenAnswer = Omit<AnsweredWait, "since" | "answeredAt"> & { since: string; answeredAt: string };

interface WrittenStep extends Partial<Omit<StepState, "startedAt" | "endedAt" | "answer" | "retry">> {
  stepId: string;
  startedAt?: string;
  endedAt?: string;
  answer?: WrittenAnswer;
  retry?: { failedAt: string; inMs: number };
}

type OwnDate = "createdAt" | "startedAt" | "endedAt";

interface Packed {
  format: typeof format;
  run: Omit<RunState, OwnDate | "stepsById" | "openWaits" | "answeredWaits" | "rests"> & Record<OwnDate, string | null> & { openWaits: WrittenWait[]; answeredWaits: WrittenAnswer[]; rests: { from: string; until: string }[] };
  steps: readonly WrittenStep[];
}

/** Writes how a run stands as one text, each step with no more than what it has: of a hundred thousand events a few megabytes. */
export function packRunState(state: RunState): string {
  return atOnce(packingRunState(state));
}

/** The same in slices. */
export function* packingRunState({ stepsById, ...run }: RunState): Sliced<string> {
  const pieces: string[] = [];
  let slice: object[] = [];
  const close = () => {
    if (slice.length > 0) pieces.push(JSON.stringify(slice).slice(1, -1));
    slice = [];
  };
  for (const step of stepsById.values()) {
    slice.push(packStep(step));
    if (slice.length < stepsOfSlice) continue;
    close();
    yield;
  }
  close();
  return `{"format":${JSON.stringify(format)},"run":${JSON.stringify(run)},"steps":[${pieces.join(",")}]}`;
}

/** @returns null for a text of another format. */
export function unpackRunState(text: string): RunState | null {
  return atOnce(unpackingRunState(text));
}

/** The same in slices; the first reads the text. */
export function* unpackingRunState(text: string): Sliced<RunState | null> {
  const packed = JSON.parse(text) as Packed;
  if (packed.format !== format) return null;
  const { run, steps } = packed;
  const stepsById = new Map<string, StepState>();
  for (const step of steps) {
    stepsById.set(step.stepId, unpackStep(step));
    if (stepsById.size % stepsOfSlice === 0) yield;
  }
  return {
    ...run,
    createdAt: dateOf(run.createdAt),
    startedAt: dateOf(run.startedAt),
    endedAt: dateOf(run.endedAt),
    openWaits: run.openWaits.map(openWaitOf),
    answeredWaits: run.answeredWaits.map(answeredWaitOf),
    rests: run.rests.map(({ from, until }) => ({ from: dateSchema.parse(from), until: dateSchema.parse(until) })),
    stepsById,
  };
}

function packStep(step: StepState): object {
  const pending = pendingStep(step.stepId, nodeIdOf(step.stepId));
  const packed: Record<string, unknown> = { stepId: step.stepId };
  for (const name of Object.keys(step) as (keyof StepState)[]) {
    const value = step[name];
    if (value !== pending[name]) packed[name] = value;
  }
  if (Object.keys(step.edges).length === 0) delete packed["edges"];
  return packed;
}

function unpackStep({ startedAt, endedAt, answer, retry, ...step }: WrittenStep): StepState {
  return {
    ...pendingStep(step.stepId, nodeIdOf(step.stepId)),
    ...step,
    ...(startedAt === undefined ? {} : { startedAt: dateSchema.parse(startedAt) }),
    ...(endedAt === undefined ? {} : { endedAt: dateSchema.parse(endedAt) }),
    ...(answer === undefined ? {} : { answer: answeredWaitOf(answer) }),
    ...(retry === undefined ? {} : { retry: { ...retry, failedAt: dateSchema.parse(retry.failedAt) } }),
  };
}

const dateSchema = z.coerce.date();

const dateOf = (text: string | null) => (text === null ? null : dateSchema.parse(text));

const openWaitOf = ({ since, ...wait }: WrittenWait): OpenWait => ({ ...wait, since: dateSchema.parse(since) });

const answeredWaitOf = ({ since, answeredAt, ...wait }: WrittenAnswer): AnsweredWait => ({ ...wait, since: dateSchema.parse(since), answeredAt: dateSchema.parse(answeredAt) });
