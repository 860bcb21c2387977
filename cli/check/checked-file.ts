import { readPlanFile, type ReadPlan } from "../../core/brief/plan-file.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import { runPreflight, type PreflightReport } from "../../core/preflight/preflight.ts";
import { linesOfJson } from "../../core/text/json-lines.ts";
import { printable } from "../printable.ts";
import { readTextFile } from "../read-json-file.ts";
import { CommandRefusal } from "../refusal.ts";
import { foreignFormatOf } from "./foreign-format.ts";

/** A file that holds a plan or a definition, and what the checks say of it. */
export interface CheckedFile {
  /** As it was named; `-` for what was piped in. */
  path: string;
  plan: ReadPlan;
  report: PreflightReport;
  /** Whether the file states another digest than its definition has. */
  isDigestWrong: boolean;
  /** The line on which a finding's target begins, from 1; null where it isn't in the file. */
  lineOf(finding: Finding): number | null;
}

/**
 * Reads and checks one file.
 * @throws CommandRefusal that names the file and says what is wrong with it.
 */
export async function checkFile(path: string): Promise<CheckedFile> {
  const text = await readTextFile(path);
  const value = parsed(text, path);
  const outcome = readPlanFile(value);
  if (!outcome.ok) {
    const foreign = foreignFormatOf(value);
    throw new CommandRefusal(foreign === null ? `${path} holds no plan and no definition: ${printable(outcome.message)}` : notYet(path, foreign));
  }
  const { plan } = outcome;
  let lines: ReadonlyMap<string, number> | null = null;
  return {
    path,
    plan,
    report: runPreflight(plan.definition, plan.brief),
    isDigestWrong: plan.statedDigest !== null && plan.statedDigest !== plan.digest,
    lineOf({ target }) {
      lines ??= linesOfJson(text);
      return lines.get("id" in target ? `${target.type}s/${target.id}` : "definition") ?? (target.type === "plan" ? 1 : null);
    },
  };
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const foreign = foreignFormatOf(text);
    throw new CommandRefusal(foreign === null ? `${path} is not JSON: ${printable(error instanceof Error ? error.message : String(error))}.` : notYet(path, foreign), { cause: error });
  }
}

function notYet(path: string, foreign: string): string {
  return `${path} looks like ${foreign}, which check can't read: it reads what "countersign plan", "run" and "export" print, and definitions in the form that "countersign schema definition" prints.`;
}
