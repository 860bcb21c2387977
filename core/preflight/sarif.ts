import { digestOf } from "../text/digest.ts";
import { nameOfTarget, type Finding } from "./finding.ts";
import type { PreflightReport } from "./preflight.ts";
import { preflightRules } from "./preflight-rules.ts";

/** A checked file, as SARIF names it. */
export interface SarifSource {
  /** Relative to where the check was run; null for what was piped in. */
  path: string | null;
  report: PreflightReport;
  /** The line on which a target begins, from 1; null where it isn't written down in the file. */
  lineOf(finding: Finding): number | null;
}

/**
 * Writes findings down for other people's tools: Static Analysis Results Interchange Format 2.1.0 (OASIS). One run over
 * all files; rules that could not run are notifications of it.
 */
export function toSarif(sources: readonly SarifSource[], version: string): object {
  const ruleIndexById = new Map(preflightRules.map(({ id }, index) => [id, index]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Countersign",
            semanticVersion: version,
            rules: preflightRules.map(({ id, severity, why, reads }) => ({
              id,
              shortDescription: { text: why },
              defaultConfiguration: { level: severity },
              properties: { reads },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: sources.flatMap((source) => source.report.findings.map((finding) => resultOf(finding, source, ruleIndexById.get(finding.ruleId) ?? -1))),
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: sources.flatMap(({ path, report }) =>
              report.notRun.map(({ ruleId, reason }) => ({
                level: "note",
                message: { text: `${ruleId} could not run: ${reason}.` },
                associatedRule: { id: ruleId, index: ruleIndexById.get(ruleId) ?? -1 },
                ...(path === null ? {} : { locations: [{ physicalLocation: { artifactLocation: locationOf(path) } }] }),
              })),
            ),
          },
        ],
      },
    ],
  };
}

function resultOf(finding: Finding, { path, lineOf }: SarifSource, ruleIndex: number) {
  const { ruleId, severity, target, message, why } = finding;
  const line = lineOf(finding);
  const name = nameOfTarget(target);
  const region = line === null ? {} : { region: { startLine: line } };
  return {
    ruleId,
    ruleIndex,
    level: severity,
    message: { text: `${message} ${why}` },
    locations: [
      {
        logicalLocations: [{ name: "id" in target ? target.id : "plan", fullyQualifiedName: name, kind: "element" }],
        ...(path === null ? {} : { physicalLocation: { artifactLocation: locationOf(path), ...region } }),
      },
    ],
    partialFingerprints: { "countersign/v1": digestOf({ ruleId, name, message }) },
  };
}

/** A path as a reference (RFC 3986): relative as it is, absolute as a URI of the file scheme (RFC 8089). */
function locationOf(path: string): { uri: string } {
  const encoded = path.split(/[\\/]/).map(encodeURIComponent).join("/");
  return { uri: path.startsWith("/") ? `file://${encoded}` : encoded };
}
