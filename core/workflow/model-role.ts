/** What models do here; each role is served by a model of its own choosing. */
export const modelRoles = ["planner", "worker", "verifier", "synthesizer", "critic"] as const;

export type ModelRole = (typeof modelRoles)[number];
