import { verbatimSchema } from "../text/text-schema.ts";
import type { AnnotationTarget } from "./annotation-target.ts";

/** What somebody said in a thread. */
export interface Remark {
  id: string;
  /** Empty where it was taken back. */
  text: string;
  /** Members whom it calls upon. */
  mentionIds: string[];
  /** Null for the operator. */
  byId: string | null;
  byName: string;
  at: Date;
  /** When its writer last put it otherwise, or took it back; null for one that stands as it was said. */
  changedAt: Date | null;
  isTakenBack: boolean;
}

/** A remark about a part of a plan, and what was said to it. */
export interface Annotation {
  id: string;
  workflowId: string;
  /** The revision that was on screen; null while the plan was being written. */
  revision: number | null;
  target: AnnotationTarget;
  /** In words, from when it was made. */
  targetName: string;
  resolved: { byName: string; at: Date } | null;
  /** Oldest first; the first began the thread. */
  remarks: Remark[];
}

/** What of a thread is shown: what was taken back leaves its place where something was said after it, and none at the end. */
export function shownRemarks<Said extends Pick<Remark, "isTakenBack">>(remarks: readonly Said[]): Said[] {
  return remarks.slice(0, remarks.findLastIndex(({ isTakenBack }) => !isTakenBack) + 1);
}

/** What stands. */
export function standingRemarks<Said extends Pick<Remark, "isTakenBack">>(remarks: readonly Said[]): Said[] {
  return remarks.filter(({ isTakenBack }) => !isTakenBack);
}

export const remarkTextSchema = verbatimSchema({ max: 4_000 }).refine((text) => text.trim() !== "", "Write something first.");
