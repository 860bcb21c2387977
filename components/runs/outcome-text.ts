import { countText } from "../parts/number-text.ts";
import type { RunSnapshot } from "./run-feed.ts";

/** How an ended run ended, in a sentence or two; empty while it goes on. */
export function outcomeText({ state, newest }: Pick<RunSnapshot, "state" | "newest">): string {
  switch (state.status) {
    case "completed": {
      const skipped = [...state.stepsById.values()].filter(({ status }) => status === "skipped").length;
      return skipped === 0 ? "Every step has run." : `It ran to its end; ${countText(skipped, "step")} of it ${skipped === 1 ? "was" : "were"} skipped.`;
    }
    case "canceled": {
      const end = newest.at(-1)?.event;
      if (end?.type !== "run-canceled") return "Somebody canceled it.";
      return end.reason === "" ? `${end.by.name} canceled it.` : `${end.by.name} canceled it: “${end.reason}”`;
    }
    case "failed":
      return state.failure?.message ?? "It ended without a result.";
    default:
      return "";
  }
}
