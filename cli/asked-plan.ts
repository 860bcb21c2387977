import { operator } from "../core/access/actor.ts";
import type { Brief } from "../core/brief/brief.ts";
import type { PlanSoFar } from "../core/workflow/fold-plan.ts";
import type { Services } from "../server/services.ts";
import { followPlan } from "./follow-plan.ts";
import type { AskedPlan, UsualScope } from "./plan-brief.ts";
import { printable } from "./printable.ts";
import { CommandRefusal } from "./refusal.ts";
import { isHouseRunning } from "./running-house.ts";

type Description = NonNullable<Awaited<ReturnType<Services["describeWorkflow"]>>>;

/** A plan that was written as the operator, with what is put before somebody who decides on it. */
export interface WrittenPlan {
  description: Description;
  revision: NonNullable<Description["revision"]>;
  examined: NonNullable<Description["examined"]>;
  /** Where people find it. */
  place: string;
}

/**
 * Has a plan written for what is asked, and waits for it.
 * @throws CommandRefusal when the brief opens what isn't here, or the plan was not finished; what was written is kept.
 */
export async function writeAskedPlan(services: Services, asked: AskedPlan, { origin, tell }: { origin: string; tell: (line: string) => void }): Promise<WrittenPlan> {
  const brief = asked(await usualScope(services));
  await refuseUnknown(services, brief);
  const created = await services.createWorkflow(operator, { brief, title: null, briefId: null });
  if (!created.ok) throw new Error(`A new brief was refused: ${created.reason}`);
  const { workflowId, planId } = created;
  const place = isHouseRunning() ? `${origin}/workflows/${workflowId}` : "in the inbox once Countersign runs";
  const written = await followPlan(services, planId, tell);
  if (written.status !== "finished") throw new CommandRefusal(unfinished(written, place));
  const description = await services.describeWorkflow({ workflowId, memberId: null });
  if (description === null || description.revision === null || description.examined === null) throw new Error(`The plan ${planId} is finished and has no revision.`);
  const { revision, examined } = description;
  tell(`  ${revision.graph.nodes.length} steps, ${revision.graph.edges.length} connections: ${place}`);
  return { description, revision, examined, place };
}

async function usualScope(services: Services): Promise<UsualScope> {
  const [tools, collections] = await Promise.all([services.listTools(), services.listCollections()]);
  return {
    tools: tools.filter(({ effects }) => effects === "read-only").map(({ name }) => name),
    collections: collections.map(({ name }) => name),
  };
}

/** Nobody finds anything in a collection that isn't there, and a report would say that the documents don't answer. */
async function refuseUnknown(services: Services, { scope }: Brief): Promise<void> {
  const there = { collection: (await services.listCollections()).map(({ name }) => name), tool: (await services.listTools()).map(({ name }) => name) };
  for (const [kind, names] of [["collection", scope.collections], ["tool", scope.tools]] as const) {
    const unknown = names.filter((name) => !there[kind].includes(name));
    if (unknown.length === 0) continue;
    throw new CommandRefusal(`The brief opens a ${kind} that isn't here: ${printable(unknown.join(", "))}. There ${there[kind].length === 1 ? "is" : "are"}: ${there[kind].join(", ") || "none"}. Nothing was asked.`);
  }
}

function unfinished({ status, reason }: PlanSoFar, place: string): string {
  const why = reason === null ? status : `${status}: ${reason}`;
  return `The plan was not finished (${why}). What was written of it is kept: resume or keep it: ${place}`;
}
