import type { Op } from "../workflow/op.ts";

/** What a finding is about. */
export type FindingTarget =
  | { type: "plan" }
  | { type: "node"; id: string }
  | { type: "edge"; id: string }
  | { type: "requirement"; id: string };

/** `error` blocks approval until fixed or waived; an error rests on structure or declared fields only. */
export type Severity = "error" | "warning" | "note";

/** One click that repairs a finding, as ops that are shown and undone like any edit. */
export interface Fix {
  title: string;
  ops: Op[];
}

/** What a rule reports. */
export interface Finding {
  ruleId: string;
  severity: Severity;
  target: FindingTarget;
  /** Names the node and the number. */
  message: string;
  /** One sentence that a product manager understands. */
  why: string;
  fixes: Fix[];
}

/** A target in one word, as manifests and waivers name it: `plan`, `node/read`. */
export function nameOfTarget(target: FindingTarget): string {
  return "id" in target ? `${target.type}/${target.id}` : target.type;
}
