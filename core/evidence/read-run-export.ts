import type { z } from "zod";
import { firstIssue } from "../text/first-issue.ts";
import { digestOf, digestOfText } from "../text/digest.ts";
import { notTooDeep } from "../text/not-too-deep.ts";
import { digestGraph } from "../workflow/digest-graph.ts";
import { findDefect } from "../workflow/graph-defect.ts";
import type { Audit } from "./audit-finding.ts";
import { viewRun } from "./audited-run.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { exportRun, runExportSchema } from "./run-export.ts";

type ParsedExport = z.output<typeof runExportSchema>;

/** A run as it was read from a file. */
interface ReadRun {
  run: RecordedRun;
  about: ParsedExport["run"];
  /** What the file itself says the audit came to. */
  statedAudit: Audit;
  /** Where the file contradicts itself: it was changed after it was exported. */
  contradictions: string[];
}

type ReadRunOutcome = { ok: true; read: ReadRun } | { ok: false; message: string };

/** Reads an exported run: its form, its parts, and whether each still has the digest that the file states for it. */
export function readRunExport(value: unknown): ReadRunOutcome {
  return notTooDeep(() => readShallow(value)) ?? { ok: false, message: "it is nested too deeply" };
}

function readShallow(value: unknown): ReadRunOutcome {
  const parsed = runExportSchema.safeParse(value);
  if (!parsed.success) return { ok: false, message: firstIssue(parsed.error) };
  const { data } = parsed;
  const defect = findDefect(data.definition);
  if (defect !== null) return { ok: false, message: defect.message };
  const run: RecordedRun = {
    brief: data.brief,
    graph: data.definition,
    entries: data.events,
    contents: new Map(Object.entries(data.contents)),
    sources: new Map(data.sources.map((source) => [source.id, source])),
  };
  return { ok: true, read: { run, about: data.run, statedAudit: data.audit, contradictions: [...contradictionsOf(data), ...strayParts(data, run)] } };
}

function contradictionsOf({ definition, digest, contents, sources }: ParsedExport): string[] {
  return [
    ...(digestGraph(definition) === digest ? [] : ["The definition has not the digest that is stated for it."]),
    ...Object.entries(contents).flatMap(([stated, content]) => (digestOf(content) === stated ? [] : [`A step's result has not the digest ${stated} that is stated for it.`])),
    ...sources.flatMap(({ path, text, sha256 }) => (text === null || digestOfText(text) === sha256 ? [] : [`The text of ${path} has not the digest that is stated for it.`])),
  ];
}

/** The parts that whoever reads the file reads first are told by its events, and have to be what these come to. */
function strayParts(data: ParsedExport, run: RecordedRun): string[] {
  const told = exportRun(viewRun(run), { runId: data.run.id, findings: [], audit: data.audit });
  return [
    ...(digestOf(told.claims) === digestOf(data.claims) ? [] : ["The claims are not those that the events tell of."]),
    ...(digestOf(told.leftOut) === digestOf(data.leftOut) ? [] : ["The claims that were left out are not those that the events tell of."]),
    ...(digestOf(told.report) === digestOf(data.report) ? [] : ["The report is not the one that the events tell of."]),
    ...(told.run.status === data.run.status ? [] : [`The run ${told.run.status} by its events, and is called ${data.run.status}.`]),
  ];
}
