import { groupBy } from "../group-by.ts";
import { proseOf } from "../prose/node-prose.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";
import { alikeInContext } from "../same-work.ts";

const many = 4;

/** A crowd that reads the same thing: more of it costs more and finds no more. */
export const undivided: Rule = {
  id: "context/undivided",
  severity: "note",
  reads: "structure",
  why: "Many workers are given the same to read and to do; what a division is for, each looking at a part of it, is missing.",
  examine: ({ graph, view }) =>
    found(
      alikeInContext(graph.nodes, view).flatMap((workers) =>
        [...groupBy(workers, (node) => proseOf(node).plain).values()].flatMap(([first, ...others]) =>
          first === undefined || others.length + 1 < many ? [] : [onNode(first, `${others.length + 1} workers, among them "${first.title}", are given one and the same context and instructions.`)],
        ),
      ),
      unknownIn(graph.nodes, "the instructions", (node) => (node.kind === "agent" ? node.instructions : undefined)),
    ),
};
