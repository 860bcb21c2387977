interface Work {
  workflow: { createdById: string | null };
  revisions: readonly { createdById: string | null }[];
}

/**
 * Who wrote a plan, in the sense of a policy: who asked for it and whoever saved a revision of it.
 * @returns ids of members, and null where the operator asked.
 */
export function authorIdsOf({ workflow, revisions }: Work): (string | null)[] {
  const saved = revisions.flatMap(({ createdById }) => (createdById === null ? [] : [createdById]));
  return [...new Set([workflow.createdById, ...saved])];
}
