import { runPreflight } from "../../core/preflight/preflight.ts";
import { browserSurroundings } from "./browser-surroundings.ts";
import type { AskedCheck } from "./check-plan.ts";

/** Answers each plan with what the checks say of it; both as JSON, which is written and read faster than it is cloned. */
addEventListener("message", ({ data }: MessageEvent<{ id: number; asked: string }>) => {
  const { graph, brief, examined } = JSON.parse(data.asked) as AskedCheck;
  const report = runPreflight(graph, brief, examined === null ? undefined : browserSurroundings(examined));
  postMessage({ id: data.id, report: JSON.stringify(report) });
});
