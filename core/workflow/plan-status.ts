/** How the writing of a plan stands. `kept` and `finished` plans are revision 1; an `interrupted` one can be resumed or kept. */
export const planStatuses = ["pending", "writing", "finished", "kept", "canceled", "interrupted", "failed"] as const;

export type PlanStatus = (typeof planStatuses)[number];

/** Whether ops may still come. */
export function isPlanOpen(status: PlanStatus): boolean {
  return status === "pending" || status === "writing";
}
