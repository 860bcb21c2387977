import { verbatimSchema } from "../text/text-schema.ts";
import type { AnnotationTarget } from "./annotation-target.ts";

/** What somebody said in a thread. */
export interface Remark {
  id: string;
  text: string;
  /** Members whom it calls upon. */
  mentionIds: string[];
  /** Null for the operator. */
  byId: string | null;
  byName: string;
  at: Date;
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

export const remarkTextSchema = verbatimSchema({ max: 4_000 }).refine((text) => text.trim() !== "", "Write something first.");
