"use client";

import { mayRole } from "../../core/access/permission.ts";
import type { OpenWait } from "../../core/run/run-state.ts";
import type { Role } from "../../core/access/role.ts";
import type { WaitKind } from "../../core/run/wait.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useRunSnapshot } from "./run-context.tsx";

/** Whether such a wait is this role's to answer: a reviewer's, but a pause is lifted by whoever may pause. */
export function mayAnswer(role: Role, kind: WaitKind): boolean {
  return mayRole(role, kind === "paused" ? "run-control" : "run-answer");
}

/** What the run asks and this member may answer, the longest waiting first. */
export function useMyWaits(): OpenWait[] {
  const me = useSignedInMember();
  const { state } = useRunSnapshot();
  return state.openWaits.filter(({ wait }) => mayAnswer(me.role, wait.kind));
}
