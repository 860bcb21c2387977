import { roles } from "../../core/access/role.ts";

/** Everybody who may knock: somebody who isn't signed in, and a member of each role. */
export const callers = ["anonymous", ...roles] as const;

export type Caller = (typeof callers)[number];
