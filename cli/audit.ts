import type { Audit, AuditFinding } from "../core/evidence/audit-finding.ts";
import { auditView } from "../core/evidence/audit-run.ts";
import { viewRun } from "../core/evidence/audited-run.ts";
import { readRunExport } from "../core/evidence/read-run-export.ts";
import { whyInconclusive } from "../core/evidence/why-inconclusive.ts";
import { runStands } from "../core/run/run-status.ts";
import { readArguments } from "./arguments.ts";
import { auditExitCodes } from "./audit-exit-code.ts";
import { printable } from "./printable.ts";
import { readJsonFile } from "./read-json-file.ts";
import { CommandRefusal } from "./refusal.ts";

const usage = "countersign audit FILE";

const words = { passed: "passed", "passed-with-warnings": "passed with warnings", failed: "failed", inconclusive: "is inconclusive" } as const;

/**
 * Audits an exported run anew from what the file itself holds.
 * @returns the exit code: 0 passed, 1 the file contradicts itself, 2 failed, 3 inconclusive.
 */
export async function audit(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {}, usage);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new CommandRefusal(`Name one file: ${usage}`);
  const content = await readJsonFile(file);
  if (isOnlyPlanned(content)) throw new CommandRefusal(`${file} holds a plan that was not run, so there is nothing to audit: countersign run runs what it planned with --approve only. countersign check reads a plan.`);
  const outcome = readRunExport(content);
  if (!outcome.ok) throw new CommandRefusal(`${file} holds no exported run: ${printable(outcome.message)}`);
  const { run, about, statedAudit, contradictions } = outcome.read;
  const seen = viewRun(run);
  const made = auditView(seen);
  const why = whyInconclusive(made.result, seen.report);
  const lines = [
    `${printable(file)}: run ${printable(about.id)}, ${about.status}, "${printable(run.graph.title)}"`,
    ...contradictions.map((contradiction) => `changed  ${printable(contradiction)} Don't rely on this file.`),
    ...made.findings.flatMap(findingLines),
    ...made.notRun.map(({ ruleId, reason }) => `not run  ${ruleId}: ${printable(reason)}.`),
    ...difference(made, statedAudit),
    `${runStands(about.status)}; its audit ${words[made.result]}.${why === null ? "" : ` ${why}`}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return contradictions.length > 0 ? 1 : auditExitCodes[made.result];
}

/** What `countersign run` prints where nothing was to be run. */
function isOnlyPlanned(content: unknown): boolean {
  return typeof content === "object" && content !== null && "definition" in content && "run" in content && content.run === null;
}

function findingLines({ severity, ruleId, message, why }: AuditFinding): string[] {
  return [`${severity.padEnd(8)} ${ruleId}: ${printable(message)}`, `         ${printable(why)}`];
}

function difference(made: Audit, stated: Audit): string[] {
  return made.result === stated.result ? [] : [`The file says that its audit ${words[stated.result]}.`];
}
