import type { WaitKind } from "../../core/run/wait.ts";

/** Why a run waits, where there is room for a few words only. */
export const waitKindText: Record<WaitKind, string> = {
  checkpoint: "A checkpoint asks for a decision",
  budget: "A limit is reached",
  provider: "A model can’t be used",
  "step-failed": "A step failed and asks what to do",
  "items-over-limit": "More items came than were approved",
  "manifest-changed": "What would run is not what was approved",
  paused: "Paused",
};
