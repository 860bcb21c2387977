import type { Brief } from "../brief/brief.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Node } from "../workflow/node.ts";
import { isUnknown } from "../workflow/unknown-value.ts";
import type { FindingTarget, Fix, Severity } from "./finding.ts";
import type { GraphView } from "./graph-view.ts";
import type { Surroundings } from "./surroundings.ts";

/** What rules look at. A bare definition has no brief. */
export interface Examined {
  graph: Graph;
  view: GraphView;
  brief: Brief | null;
  surroundings: Surroundings;
}

/** What one rule says of one place. */
export interface RuleFinding {
  target: FindingTarget;
  message: string;
  fixes?: Fix[];
  /** Where it weighs less than the rule's own severity: what is read from prose is at most a warning. */
  severity?: Severity;
}

/** What came of one rule: findings, and the reason why it could not look at all or at some of it. */
export interface RuleOutcome {
  findings: RuleFinding[];
  notRun: string | null;
}

/** One check of a definition, before anybody approves it. */
export interface Rule {
  /** `<family>/<name>`, as people read it in lists, waivers and SARIF. */
  id: string;
  severity: Severity;
  /** What it looks at: structure and declared fields, or words that people and models wrote. */
  reads: "structure" | "prose";
  /** One sentence that a product manager understands. */
  why: string;
  examine(examined: Examined): RuleOutcome;
}

/** What a rule found that looked at everything, or the reason why it could not look at some of it. */
export const found = (findings: RuleFinding[], notRun: string | null = null): RuleOutcome => ({ findings, notRun });

/** For a rule that could look at nothing. */
export const notRun = (reason: string): RuleOutcome => ({ findings: [], notRun: reason });

/** For a rule that compares with the brief. */
export function withBrief({ brief }: Examined, compare: (brief: Brief) => RuleOutcome): RuleOutcome {
  return brief === null ? notRun("there is no brief to compare with") : compare(brief);
}

/** Findings about one node each, in the order of the nodes. */
export function onNode({ id }: Node, message: string, fixes: Fix[] = []): RuleFinding {
  return { target: { type: "node", id }, message, fixes };
}

/**
 * The reason why a rule could not look at some nodes: a field of theirs is not known.
 * @param fieldOf the field that the rule needs of a node; undefined where it needs none.
 */
export function unknownIn(nodes: readonly Node[], name: string, fieldOf: (node: Node) => unknown): string | null {
  const reasons = nodes.flatMap((node) => {
    const value = fieldOf(node);
    return isUnknown(value) ? [{ title: node.title, reason: value.unknown }] : [];
  });
  const [first] = reasons;
  if (first === undefined) return null;
  const others = reasons.length === 1 ? "" : ` and ${reasons.length - 1} more`;
  return `${name} of "${first.title}"${others} can't be known: ${first.reason}`;
}

/** Several reasons in one; null when there is none. */
export function reasonsTogether(...reasons: (string | null)[]): string | null {
  const given = reasons.filter((reason) => reason !== null);
  return given.length === 0 ? null : given.join("; ");
}
