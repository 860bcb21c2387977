import { standingRemarks } from "../../core/annotation/annotation.ts";
import { concernOf, type Concern } from "../../core/annotation/concern.ts";
import type { AnnotationListing } from "./annotation-store.ts";
import type { Ports } from "./ports.ts";

const mostLookedThrough = 200;
const mostListed = 50;

/** Open threads that wait for a member, the newest remark first, each with why. */
export async function listMyAnnotations({ store }: Pick<Ports, "store">, memberId: string): Promise<(AnnotationListing & { concern: Concern })[]> {
  const around = await store.annotations.listAround(memberId, mostLookedThrough);
  const concerning = around.flatMap((annotation) => {
    const { remarks, resolved, workflow } = annotation;
    const concern = concernOf({ isResolved: resolved !== null, remarks: standingRemarks(remarks) }, { memberId, isOwnPlan: workflow.createdById === memberId });
    return concern === null ? [] : [{ ...annotation, concern }];
  });
  return concerning.slice(0, mostListed);
}
