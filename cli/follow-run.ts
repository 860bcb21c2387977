import { foldRun } from "../core/run/fold-run.ts";
import { runEventSchema, type RunEvent } from "../core/run/run-event.ts";
import { unstartedRun, type RunState } from "../core/run/run-state.ts";
import { isEnded } from "../core/run/run-status.ts";
import { placeOfStep } from "../core/run/step-id.ts";
import type { Graph } from "../core/workflow/graph.ts";
import type { Services } from "../server/services.ts";
import { printable } from "./printable.ts";
import { CommandRefusal } from "./refusal.ts";

/**
 * Follows a run until it ends or waits for a person, telling what happens as it does.
 * @throws CommandRefusal when the database goes away; the run goes on without us.
 */
export async function followRun(services: Services, { runId, graph }: { runId: string; graph: Graph }, tell: (line: string) => void): Promise<RunState> {
  const { signal } = new AbortController();
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  const log = await services.live.subscribe(new Map([[`run:${runId}`, 0]]), signal);
  let state = unstartedRun;
  for (;;) {
    const news = await log.next(signal);
    if (news === null) throw new CommandRefusal("The database went away while the run was under way; Countersign goes on with it when it is back.");
    for (const { sequence, at, data } of news.entries) {
      const event = runEventSchema.parse(data);
      state = foldRun(state, [{ sequence, at: new Date(at), event }]);
      const line = lineOf(event, (stepId) => nameOf(stepId, state, titles));
      if (line !== null) tell(line);
    }
    if (isEnded(state.status) || state.status === "waiting") return state;
  }
}

function nameOf(stepId: string, state: RunState, titles: ReadonlyMap<string, string>): string {
  const item = placeOfStep(stepId)?.itemId;
  const title = titles.get(state.stepsById.get(stepId)?.nodeId ?? "") ?? stepId;
  return printable(item === undefined ? title : `${title} (${decodeURIComponent(item)})`);
}

/** What a person reads of an event; null for what needs no line of its own, such as single calls. */
function lineOf(event: RunEvent, name: (stepId: string) => string): string | null {
  switch (event.type) {
    case "step-started":
      return `  started      ${name(event.stepId)}`;
    case "step-completed":
      return `  completed    ${name(event.stepId)}: ${printable(event.summary)}`;
    case "step-failed":
      return `  failed       ${name(event.stepId)}: ${printable(event.error.message)}${event.retryInMs === null ? "" : " It is tried again."}`;
    case "step-skipped":
      return `  skipped      ${name(event.stepId)}`;
    case "wait-began":
      return `  waits        ${event.wait.kind.replaceAll("-", " ")}`;
    case "run-failed":
      return `  run failed   ${printable(event.message)}`;
    default:
      return null;
  }
}
