import type { ModelRole } from "../../core/workflow/model-role.ts";

export const modelRoleLabel: Record<ModelRole, string> = {
  planner: "Planner",
  worker: "Worker",
  verifier: "Verifier",
  synthesizer: "Synthesizer",
  critic: "Critic",
};

/** What a model in each role is asked to do, in one line for the person who chooses it. */
export const modelRoleSummary: Record<ModelRole, string> = {
  planner: "Writes the plan for a brief.",
  worker: "Does the steps of a plan that search and read.",
  verifier: "Checks claims against their evidence, apart from who made them.",
  synthesizer: "Merges checked claims into the report.",
  critic: "Checks claims for what speaks against them, where a plan asks for it.",
};
