import type { Executor } from "./executor.ts";

/** Passes on what has come, by the names of the edges (SPEC O1, O4). */
export const executeJoin: Executor<"join"> = async ({ inputs }) => {
  const count = Object.keys(inputs).length;
  return { status: "completed", output: { ...inputs }, summary: `${count} ${count === 1 ? "input" : "inputs"}` };
};
