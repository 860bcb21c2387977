import type { Node } from "../workflow/node.ts";
import type { OpenWait, RunState } from "./run-state.ts";

/** The open wait because of which a node may not start now; null when none is in its way. */
export function heldBack({ openWaits }: RunState, node: Node): OpenWait | null {
  return openWaits.find(({ wait }) => {
    switch (wait.kind) {
      case "paused":
      case "manifest-changed":
        return true;
      case "budget":
        if (wait.stepId !== null) return false;
        return wait.limit === "minutes" || (wait.limit === "agents" ? node.kind === "agent" : "role" in node);
      case "provider":
        return "role" in node && node.role === wait.role;
      default:
        return false;
    }
  }) ?? null;
}
