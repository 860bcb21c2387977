import { operator } from "../core/access/actor.ts";
import type { PlanSoFar } from "../core/workflow/fold-plan.ts";
import type { Services } from "../server/services.ts";
import { followPlan } from "./follow-plan.ts";
import type { AskedPlan, UsualScope } from "./plan-brief.ts";
import { printable } from "./printable.ts";
import { CommandRefusal } from "./refusal.ts";
import { isHouseRunning } from "./running-house.ts";

/** Of a list in a sentence. */
const mostNames = 12;

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
 * @param watched how to say a line, and how to leave the sentence for whoever stops watching.
 * @throws CommandRefusal when the brief opens what isn't here, or the plan was not finished; what was written is kept.
 */
export async function writeAskedPlan(services: Services, asked: AskedPlan, { origin, tell, leave }: { origin: string; tell: (line: string) => void; leave: (sentence: string) => void }): Promise<WrittenPlan> {
  const brief = asked(await usualScope(services));
  const created = await services.createWorkflow(operator, { brief, title: null, briefId: null });
  if (!created.ok) throw created.reason === "not-here" ? await notHere(services, created.missing) : new Error(`A new brief was refused: ${created.reason}`);
  const { workflowId, planId } = created;
  const place = isHouseRunning() ? `${origin}/workflows/${workflowId}` : "in the inbox once Countersign runs";
  leave(isHouseRunning() ? `Stopped watching. The plan is written on: ${place}` : `Stopped. What was written of the plan is kept; resume it, or keep it as it is: ${place}`);
  const written = await followPlan(services, planId, tell);
  if (written.status !== "finished") throw new CommandRefusal(unfinished(written, place));
  const description = await services.describeWorkflow({ workflowId, memberId: null });
  if (description === null || description.revision === null || description.examined === null) throw new Error(`The plan ${planId} is finished and has no revision.`);
  const { revision, examined } = description;
  leave(`Stopped. The plan is kept, and nothing was run: ${place}`);
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

async function notHere(services: Services, missing: Record<"collections" | "tools", readonly string[]>): Promise<CommandRefusal> {
  const [collections, tools] = await Promise.all([services.listCollections(), services.listTools()]);
  const sentences = [...namesNotHere("collection", missing.collections, collections), ...namesNotHere("tool", missing.tools, tools)];
  return new CommandRefusal(`${sentences.join(" ")} Nothing was asked.`);
}

function namesNotHere(kind: string, missing: readonly string[], there: readonly { name: string }[]): string[] {
  if (missing.length === 0) return [];
  const what = missing.length === 1 ? `a ${kind} that isn't here` : `${kind}s that aren't here`;
  return [`The brief opens ${what}: ${listed(missing)}. There ${there.length === 1 ? "is" : "are"}: ${listed(there.map(({ name }) => name))}.`];
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "none";
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : "";
  return `${names.slice(0, mostNames).map(printable).join(", ")}${more}`;
}

function unfinished({ status, reason }: PlanSoFar, place: string): string {
  const why = reason === null ? status : `${status}: ${reason}`;
  return `The plan was not finished (${why}). What was written of it is kept: resume or keep it: ${place}`;
}
