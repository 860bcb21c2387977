import type { JsonValue } from "../../../../core/workflow/json-value.ts";
import type { NodeInput } from "../../../../core/workflow/node.ts";
import type { OpInput } from "../../../../core/workflow/op.ts";
import { countTokens } from "../../../../core/text/count-tokens.ts";
import { cleanLine } from "../question/words.ts";
import type { Allotment } from "./allot-budget.ts";
import type { Part } from "./part.ts";

/** What a part is given by the plan around it. */
export interface PartPlace {
  id: string;
  rationale: string;
  sources: string[];
  tools: string[];
  allotment: Allotment;
  maxItems: number;
}

const turnsOfReader = 8;
const turnsOfCombiner = 3;

/** A part as nodes: one agent, or a list with a map over it. */
export function writePart(part: Part, place: PartPlace): OpInput[] {
  const title = cleanLine(part.title, 100);
  const { id, rationale } = place;
  const work = agentOf(part, place);
  if (part.perItem === undefined) return [add({ ...work, id, title, rationale, covers: part.covers, doneWhen: part.doneWhen, instructions: part.instructions })];
  const { noun, instructions } = part.perItem;
  const listId = `${id}-list`;
  return [
    add({
      ...work,
      id: listId,
      title: cleanLine(`List: ${noun}`, 100),
      rationale,
      instructions: part.instructions,
      output: { as: "json", schema: listSchema },
      doneWhen: "Each is named once, with the source that names it.",
    }),
    add({
      kind: "map",
      id,
      title,
      phase: work.phase,
      rationale: `The list is known only when the run is under way; each item gets a worker with a context of its own, at most ${place.maxItems}, as the brief's agents allow. More than that stops the run and asks.`,
      covers: part.covers,
      items: "inputs.list.items",
      itemKey: "item.name",
      maxItems: place.maxItems,
      concurrency: place.allotment.concurrency,
      onItemError: "keep",
    }),
    { op: "edge-add", edge: { id: `${id}-items`.slice(0, 60), from: listId, to: id, as: "list" } },
    add({
      ...work,
      id: `${id}-one`,
      parent: id,
      title: cleanLine(`One of: ${noun}`, 100),
      rationale: "One item, one context: what is found for a neighbour can't slip in.",
      covers: part.covers,
      instructions,
      doneWhen: "The item has at least one claim with a quote, or the documents are shown to be silent.",
    }),
  ];
}

function add(node: NodeInput): OpInput {
  return { op: "node-add", node };
}

/** The question and the requirements that a step covers, at their longest. */
const tokensToBegin = 6_000;

function agentOf({ instructions, ...part }: Part, { sources, tools, allotment }: PartPlace) {
  const isCombining = part.needs.length > 0;
  const budget = isCombining ? allotment.combine : allotment.read;
  return {
    kind: "agent" as const,
    phase: isCombining ? "combine" : "read",
    context: {
      question: true,
      requirements: isCombining ? ("all" as const) : ("covered" as const),
      sources: part.searches ? sources : [],
      inputs: "all" as const,
      // Who puts together is handed as much as all the others found: the model's own window is the limit.
      ...(isCombining ? {} : { maxTokens: Math.max(Math.floor(budget.maxTokens / 2), tokensToBegin + 2 * countTokens(instructions)) }),
    },
    tools,
    role: "worker" as const,
    maxTurns: part.searches ? turnsOfReader : turnsOfCombiner,
    budget,
  };
}

const listSchema: { [key: string]: JsonValue } = {
  type: "object",
  properties: {
    items: {
      type: "array",
      items: {
        type: "object",
        properties: { name: { type: "string" }, sourceId: { type: "string" } },
        required: ["name"],
        additionalProperties: false,
      },
    },
  },
  required: ["items"],
  additionalProperties: false,
};
