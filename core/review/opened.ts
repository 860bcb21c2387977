import { z } from "zod";
import { nameOfTarget, type Finding } from "../preflight/finding.ts";
import type { Graph } from "../workflow/graph.ts";

const namesSchema = z.array(z.string().min(1).max(300)).max(5_000);

/** What a reviewer's browser saw them open of one revision. */
export const openedPartsSchema = z.strictObject({
  /** Node ids. */
  nodes: namesSchema.default([]),
  /** As {@link findingKey} writes them. */
  findings: namesSchema.default([]),
  /** Whether the raw definition, and the comparison with another revision, were open. */
  definition: z.boolean().default(false),
  comparison: z.boolean().default(false),
});

export type OpenedParts = z.infer<typeof openedPartsSchema>;

const shareSchema = z.strictObject({ seen: z.number().int().nonnegative(), of: z.number().int().nonnegative() });

/** How much of a revision was opened before a decision; recorded with it, and never in the way of one. */
export const openedSchema = z.strictObject({ nodes: shareSchema, errors: shareSchema, others: shareSchema, definition: z.boolean(), comparison: z.boolean() });

export type Opened = z.infer<typeof openedSchema>;

/** Names a finding among those of one revision. */
export function findingKey({ ruleId, target }: Pick<Finding, "ruleId" | "target">): string {
  return `${ruleId} ${nameOfTarget(target)}`;
}

/** Counts what was opened of what there is: parts that the revision doesn't have count for nothing. */
export function countOpened(parts: OpenedParts, { graph, findings }: { graph: Pick<Graph, "nodes">; findings: readonly Finding[] }): Opened {
  const [nodes, seen] = [new Set(parts.nodes), new Set(parts.findings)];
  const shareOf = (some: readonly Finding[]) => ({ seen: some.filter((finding) => seen.has(findingKey(finding))).length, of: some.length });
  return {
    nodes: { seen: graph.nodes.filter(({ id }) => nodes.has(id)).length, of: graph.nodes.length },
    errors: shareOf(findings.filter(({ severity }) => severity === "error")),
    others: shareOf(findings.filter(({ severity }) => severity !== "error")),
    definition: parts.definition,
    comparison: parts.comparison,
  };
}

/** What was opened, in words: "opened 7 of 9 nodes, both errors, the raw definition". */
export function openedWords({ nodes, errors, others, definition, comparison }: Opened): string {
  const parts = [
    `${nodes.seen === nodes.of ? (nodes.of === 1 ? "the one" : `all ${nodes.of}`) : `${nodes.seen} of ${nodes.of}`} ${nodes.of === 1 ? "node" : "nodes"}`,
    ...(errors.of === 0 ? [] : [shareWords(errors, "error")]),
    ...(others.of === 0 ? [] : [shareWords(others, errors.of === 0 ? "finding" : "other finding")]),
    ...(definition ? ["the raw definition"] : []),
    ...(comparison ? ["a comparison"] : []),
  ];
  return `opened ${parts.join(", ")}`;
}

function shareWords({ seen, of }: Opened["errors"], noun: string): string {
  if (of === 1) return seen === 1 ? `the ${noun}` : `not the ${noun}`;
  if (seen === of) return of === 2 ? `both ${noun}s` : `all ${of} ${noun}s`;
  return seen === 0 ? `none of ${of} ${noun}s` : `${seen} of ${of} ${noun}s`;
}
