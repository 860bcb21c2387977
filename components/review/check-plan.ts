import type { Brief } from "../../core/brief/brief.ts";
import { runPreflight, type PreflightReport } from "../../core/preflight/preflight.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { browserSurroundings, type KnownHouse } from "./browser-surroundings.ts";

/** A plan to be checked, and what is known of the installation; null where it isn't known yet. */
export interface AskedCheck {
  graph: Graph;
  brief: Brief;
  examined: KnownHouse | null;
}

/** Under this name the browser's own measurements hold what a check costs the page itself. */
const measureName = "preflight";

type Answer = (report: PreflightReport | null) => void;

let worker: Worker | undefined;
const answersById = new Map<number, Answer>();
let count = 0;

/** Checks a plan beside the page, so that no edit waits for it; within the page only where no worker can be started. */
export async function checkPlan(asked: AskedCheck): Promise<PreflightReport> {
  const report = await new Promise<PreflightReport | null>((answer) => ask(asked, answer));
  return report ?? runPreflight(asked.graph, asked.brief, asked.examined === null ? undefined : browserSurroundings(asked.examined));
}

function ask(asked: AskedCheck, answer: Answer): void {
  const start = performance.now();
  const id = (count += 1);
  answersById.set(id, answer);
  worker ??= startWorker();
  // A worker has no origin to name; it wants the list of what is handed over.
  worker.postMessage({ id, asked: JSON.stringify({ ...asked, examined: asked.examined === null ? null : leanOf(asked.examined) }) }, []);
  performance.measure(measureName, { start });
}

/** Whatever else the server said of a revision is no business of the rules. */
const leanOf = ({ manifest: { models, tools }, policy, facts, collections }: KnownHouse): KnownHouse => ({ manifest: { models, tools }, policy, facts, collections });

function startWorker(): Worker {
  const started = new Worker(new URL("./preflight-worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<{ id: number; report: string }>) => {
    const start = performance.now();
    answersById.get(data.id)?.(JSON.parse(data.report) as PreflightReport);
    answersById.delete(data.id);
    performance.measure(measureName, { start });
  });
  started.addEventListener("error", () => {
    worker = undefined;
    started.terminate();
    for (const answer of answersById.values()) answer(null);
    answersById.clear();
  });
  return started;
}
