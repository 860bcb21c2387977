import { briefSchema, type Brief } from "../../core/brief/brief.ts";
import { digestOf } from "../../core/text/digest.ts";
import { opSchema, type Op } from "../../core/workflow/op.ts";
import { plantedWeaknesses } from "./planted-weaknesses.ts";

/** A brief on the bundled documentation that fills in the form with one click. */
export interface ExampleBrief {
  id: string;
  title: string;
  /** Says what there is to see, the planted weaknesses included. */
  summary: string;
  brief: Brief;
}

const readingTools = ["search_sources", "read_source"];

const examples: readonly (ExampleBrief & { plantedOps: Op[] })[] = [
  {
    id: "crash-safe-agents",
    title: "Two kinds of agents, and a crash",
    summary: "A comparison with six requirements, one of them about moving from one side to the other.",
    brief: briefSchema.parse({
      question:
        "When a process crashes in the middle of a run, what survives with ToolLoopAgent and what with WorkflowAgent, and what must I change to move from one to the other?",
      requirements: [
        { id: "r1", text: "What survives a crash with ToolLoopAgent", isCritical: true },
        { id: "r2", text: "What survives a crash with WorkflowAgent", isCritical: true },
        { id: "r3", text: "What must change in the code to move", isCritical: true },
        { id: "r4", text: "Approvals that are pending when it crashes" },
        { id: "r5", text: "Limits that differ after the move" },
        { id: "r6", text: "Passages of the documentation that say what is kept", kind: "evidence" },
      ],
      scope: { tools: readingTools, collections: ["ai"] },
    }),
    plantedOps: [],
  },
  {
    id: "caching-settings",
    title: "Moving to another way of caching",
    summary: "A change with something to find out for each of several settings.",
    brief: briefSchema.parse({
      question:
        "What has to change in an application when it moves to Cache Components, and what takes the place of each older caching setting: dynamic, revalidate, fetchCache and unstable_cache?",
      requirements: [
        { id: "r1", text: "What has to be enabled first, and in which version", isCritical: true },
        { id: "r2", text: "What takes the place of each older setting", kind: "item", isCritical: true },
        { id: "r3", text: "What keeps working unchanged" },
        { id: "r4", text: "How to move step by step" },
      ],
      scope: { tools: readingTools, collections: ["next"] },
    }),
    plantedOps: [],
  },
  {
    id: "late-stream",
    title: "A plan with planted weaknesses",
    summary:
      "After the plan is written, this example adds steps that look useful and are not: a tool nobody granted, claims nobody checks, reading without a bound, two steps that wait for each other. Find them, put them right, approve.",
    brief: briefSchema.parse({
      question: "Why does a streamed answer arrive all at once, or stop early, once the application is deployed, and what should I check first?",
      requirements: [
        { id: "r1", text: "Why a streamed answer arrives all at once", isCritical: true },
        { id: "r2", text: "Why a streamed answer stops early", isCritical: true },
        { id: "r3", text: "What to check, in which order" },
      ],
      scope: { tools: readingTools, collections: ["ai", "next"] },
      budget: { maxAgents: 40 },
    }),
    plantedOps: plantedWeaknesses.map((op) => opSchema.parse(op)),
  },
];

/** The examples as the form offers them. */
export const exampleBriefs: readonly ExampleBrief[] = examples.map(({ id, title, summary, brief }) => ({ id, title, summary, brief }));

/**
 * What is added to a plan once it is written: the planted weaknesses, for exactly the brief of the example that
 * declares them. Whoever changes that brief in any way gets the plan as it was written.
 */
export function opsPlantedFor(brief: Brief): Op[] {
  const digest = digestOf(brief);
  return examples.find((example) => digestOf(example.brief) === digest)?.plantedOps ?? [];
}
