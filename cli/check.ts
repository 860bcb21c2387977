import { readPlanFile, type ReadPlan } from "../core/brief/plan-file.ts";
import type { Finding } from "../core/preflight/finding.ts";
import { preflightRules, runPreflight } from "../core/preflight/preflight.ts";
import { readArguments } from "./arguments.ts";
import { printable } from "./printable.ts";
import { readJsonFile } from "./read-json-file.ts";
import { CommandRefusal } from "./refusal.ts";

const usage = "countersign check FILE";

/** What models cost is known to an installation, not to a file. */
const rules = preflightRules(() => null);

/**
 * Prints what the checks say of a plan file or a bare definition.
 * @returns the exit code: 1 where an error stands in the way of approval, or the digest in the file is not its own.
 */
export async function check(args: string[]): Promise<number> {
  const { positionals } = readArguments(args, {}, usage);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new CommandRefusal(`Name one file: ${usage}`);
  const outcome = readPlanFile(await readJsonFile(file));
  if (!outcome.ok) throw new CommandRefusal(`${file} holds no plan and no definition: ${printable(outcome.message)}`);
  const { plan } = outcome;
  const report = runPreflight(plan.definition, plan.brief, rules);
  const isDigestWrong = plan.statedDigest !== null && plan.statedDigest !== plan.digest;
  const lines = [
    headline(file, plan),
    ...digestLines(plan, isDigestWrong),
    ...report.findings.flatMap(findingLines),
    ...report.notRun.map(({ ruleId, reason }) => `not run  ${ruleId}: ${reason}.`),
    ...(plan.brief === null ? [] : ["not run  budget/over, cost: what models cost is known to the installation only."]),
    verdict(report.findings, isDigestWrong),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return isDigestWrong || report.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

function headline(file: string, { definition, brief }: ReadPlan): string {
  const title = definition.title === "" ? "without a title" : `"${printable(definition.title)}"`;
  const { length } = definition.nodes;
  return `${file}: ${brief === null ? "a bare definition" : "a plan"} ${title}, ${length} ${length === 1 ? "step" : "steps"}`;
}

function digestLines({ digest, statedDigest }: ReadPlan, isWrong: boolean): string[] {
  if (statedDigest === null) return [`digest   ${digest}`];
  return isWrong ? [`digest   ${digest}, but the file says ${statedDigest}: the definition was changed after it was printed.`] : [`digest   ${digest}, as the file says`];
}

function findingLines({ ruleId, severity, message }: Finding): string[] {
  const why = rules.find(({ id }) => id === ruleId)?.why ?? "";
  return [`${severity.padEnd(8)} ${ruleId}: ${printable(message)}`, `         ${why}`];
}

function verdict(findings: readonly Finding[], isDigestWrong: boolean): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return `${errors} ${errors === 1 ? "error stands" : "errors stand"} in the way of approval.`;
  return isDigestWrong ? "The digest is not that of the definition." : "Nothing stands in the way of approval.";
}
