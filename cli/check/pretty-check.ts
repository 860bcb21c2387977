import type { ReadPlan } from "../../core/brief/plan-file.ts";
import type { Finding, Severity } from "../../core/preflight/finding.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import { printable } from "../printable.ts";
import type { CheckedFile } from "./checked-file.ts";

const order: readonly Severity[] = ["error", "warning", "note"];

/** What the checks say, for people: each finding with its reason, the worst first. */
export function prettyCheck(files: readonly CheckedFile[]): string {
  return files.map((file) => `${linesOf(file).join("\n")}\n`).join("\n");
}

function linesOf({ path, plan, report, isDigestWrong }: CheckedFile): string[] {
  return [
    headline(path, plan),
    ...digestLines(plan, isDigestWrong),
    ...report.findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)).flatMap(findingLines),
    ...notRunLines(report),
    verdict(report.findings, isDigestWrong),
  ];
}

function headline(path: string, { definition, brief }: ReadPlan): string {
  const title = definition.title === "" ? "without a title" : `"${printable(definition.title)}"`;
  const { length } = definition.nodes;
  return `${printable(path)}: ${brief === null ? "a bare definition" : "a plan"} ${title}, ${length} ${length === 1 ? "step" : "steps"}`;
}

function digestLines({ digest, statedDigest }: ReadPlan, isWrong: boolean): string[] {
  if (statedDigest === null) return [`digest   ${digest}`];
  return isWrong ? [`digest   ${digest}, but the file says ${statedDigest}: the definition was changed after it was printed.`] : [`digest   ${digest}, as the file says`];
}

function findingLines({ ruleId, severity, message, why }: Finding): string[] {
  return [`${severity.padEnd(8)} ${ruleId}: ${printable(message)}`, `         ${why}`];
}

/** Rules that lack the same thing are named together. */
function notRunLines({ notRun }: PreflightReport): string[] {
  const idsByReason = new Map<string, string[]>();
  for (const { ruleId, reason } of notRun) idsByReason.set(reason, [...(idsByReason.get(reason) ?? []), ruleId]);
  return [...idsByReason].map(([reason, ids]) => `not run  ${ids.join(", ")}: ${printable(reason)}.`);
}

function verdict(findings: readonly Finding[], isDigestWrong: boolean): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return `${errors} ${errors === 1 ? "error stands" : "errors stand"} in the way of approval.`;
  return isDigestWrong ? "The digest is not that of the definition." : "Nothing stands in the way of approval.";
}
