import { isStepCount, streamText, type LanguageModel, type ModelMessage } from "ai";
import type { Brief } from "../../core/brief/brief.ts";
import { searchToolName } from "../../core/planning/found-passage.ts";
import type { PlanRequest } from "../../core/planning/plan-request.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import { ElementParser, type Element } from "./element-parser.ts";
import { asData, planInstructions } from "./plan-prompt.ts";
import { PlanWriter } from "./plan-writer.ts";
import { readGhost } from "./read-ghost.ts";
import { searchTool, type SearchSources } from "./search-tool.ts";

/** Turns that a model may take with its tools before the plan must be there. */
const mostTurns = 12;

/** Everything that one writing of a plan needs. */
export interface PlanRun {
  model: LanguageModel;
  brief: Brief;
  tools: PlanRequest["tools"];
  collections: PlanRequest["collections"];
  search: SearchSources;
  /** What is stored of the plan already. */
  written: Graph;
  /** Applied after the model's own, in order and like them: what an example declares. */
  extraOps: readonly Op[];
  /** Stores entries in order. @returns false when the plan is no longer to be written. */
  append(entries: readonly PlanEntry[]): Promise<boolean>;
  signal: AbortSignal;
}

/** `stopped`: somebody ended the plan meanwhile; what is stored stays. */
export type PlanOutcome = "written" | "stopped";

/**
 * Has a model write a plan. Every element that it writes is stored as it comes, applied or refused; what was refused
 * goes back to the model once.
 * @throws what the model or the store throws; what is stored by then stays.
 */
export async function writePlan(run: PlanRun): Promise<PlanOutcome> {
  const { brief, tools, collections, written } = run;
  const writer = new PlanWriter(written);
  const messages: ModelMessage[] = [{ role: "user", content: asData({ task: "write-plan", brief, tools, collections, written: { ...written, layout: {} } }) }];
  const first = await streamInto(writer, messages, run);
  if (first === null) return "stopped";
  const refused = writer.takeRefused();
  if (refused.length > 0) {
    const refusals = refused.map(({ element, refusal }) => ({ element, message: refusal.message }));
    const mend = asData({ task: "mend-plan", refusals, written: { ...writer.graph, layout: {} } });
    if ((await streamInto(writer, [...messages, ...first, { role: "user", content: mend }], run)) === null) return "stopped";
  }
  const extra = run.extraOps.map((op) => writer.writeOp(op));
  if (extra.length > 0 && !(await run.append(extra))) return "stopped";
  return "written";
}

/** @returns the model's own messages; null when the plan is no longer to be written. */
async function streamInto(writer: PlanWriter, messages: ModelMessage[], run: PlanRun): Promise<ModelMessage[] | null> {
  const names = run.collections.map(({ name }) => name);
  const stop = new AbortController();
  const result = streamText({
    model: run.model,
    instructions: planInstructions,
    messages,
    tools: names.length === 0 ? {} : { [searchToolName]: searchTool(run.search, names) },
    stopWhen: isStepCount(mostTurns),
    abortSignal: AbortSignal.any([run.signal, stop.signal]),
    // Failures are thrown below, to whoever records how the plan ended.
    onError: () => undefined,
  });
  const parser = new ElementParser();
  let shownGhost = "";
  const entriesOf = async (elements: readonly Element[]): Promise<PlanEntry[]> => {
    const entries = elements.map((element) => writer.write(element));
    if (elements.length > 0) shownGhost = "";
    const node = await readGhost(parser.unfinished);
    const ghost = JSON.stringify(node);
    if (node === null || ghost === shownGhost) return entries;
    shownGhost = ghost;
    return [...entries, { type: "ghost", node }];
  };
  const store = async (elements: readonly Element[]) => {
    const entries = await entriesOf(elements);
    return entries.length === 0 || run.append(entries);
  };
  for await (const part of result.stream) {
    if (part.type === "error") throw part.error;
    if (part.type === "abort") return null;
    if (part.type !== "text-delta" && part.type !== "text-end") continue;
    if (await store(part.type === "text-delta" ? parser.push(part.text) : parser.end())) continue;
    stop.abort();
    return null;
  }
  return result.responseMessages;
}
