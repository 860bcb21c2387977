import { toSarif } from "../../core/preflight/sarif.ts";
import { packageVersion } from "../version.ts";
import type { CheckedFile } from "./checked-file.ts";

/** What the checks say as JSON: everything, each finding with its fixes as ops. */
export function jsonCheck(files: readonly CheckedFile[]): string {
  const checked = files.map(({ path, plan, report, isDigestWrong, lineOf }) => ({
    file: path,
    title: plan.definition.title,
    digest: plan.digest,
    isDigestWrong,
    findings: report.findings.map((finding) => ({ ...finding, line: lineOf(finding) })),
    notRun: report.notRun,
  }));
  return `${JSON.stringify({ format: "countersign/check@1", files: checked }, null, 2)}\n`;
}

/** What the checks say as SARIF 2.1.0. */
export function sarifCheck(files: readonly CheckedFile[]): string {
  const sources = files.map(({ path, report, lineOf }) => ({ path: path === "-" ? null : path, report, lineOf }));
  return `${JSON.stringify(toSarif(sources, packageVersion()), null, 2)}\n`;
}

const commands = { error: "error", warning: "warning", note: "notice" } as const;

/** What the checks say as the commands by which GitHub marks lines of a change. */
export function githubCheck(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ path, report, lineOf }) =>
      report.findings.map((finding) => {
        const line = lineOf(finding);
        const properties = [...(path === "-" ? [] : [`file=${property(path)}`]), ...(line === null ? [] : [`line=${line}`]), `title=${property(finding.ruleId)}`];
        return `::${commands[finding.severity]} ${properties.join(",")}::${data(`${finding.message} ${finding.why}`)}\n`;
      }),
    )
    .join("");
}

/** A runner reads these as the end of a command or of a property. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
