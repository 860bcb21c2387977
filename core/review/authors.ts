interface Work {
  workflow: { createdById: string | null };
  revisions: readonly { number: number; createdById: string | null }[];
}

/**
 * Who wrote a plan, in the sense of a policy: who asked for it and whoever saved a revision of it. The first one is the
 * planner's, whoever kept it.
 * @returns ids of members, and null where the operator asked.
 */
export function authorIdsOf({ workflow, revisions }: Work): (string | null)[] {
  const saved = revisions.flatMap(({ number, createdById }) => (number === 1 || createdById === null ? [] : [createdById]));
  return [...new Set([workflow.createdById, ...saved])];
}
