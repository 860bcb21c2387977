import type { Annotation, Remark } from "../../core/annotation/annotation.ts";

/** A thread of a list of threads of many plans. */
export interface AnnotationListing extends Annotation {
  workflow: { title: string; createdById: string | null };
}

export interface AnnotationStore {
  /** @param annotation with its first remark. */
  create(annotation: Annotation): Promise<void>;
  find(id: string): Promise<Annotation | null>;
  /** Oldest first, without those of which nothing stands. */
  list(workflowId: string): Promise<Annotation[]>;
  /** How many remarks all threads of a workflow hold. */
  countRemarks(workflowId: string): Promise<number>;
  addRemark(annotationId: string, ordinal: number, remark: Remark): Promise<void>;
  /** @param text null to take it back. */
  changeRemark(remarkId: string, change: { text: string | null; mentionIds: string[]; at: Date }): Promise<void>;
  setResolved(id: string, resolved: Annotation["resolved"]): Promise<void>;
  /** Open threads in which a member is called upon or took part, or that are about their plans; the newest remark first. */
  listAround(memberId: string, limit: number): Promise<AnnotationListing[]>;
}
