import { viewRun, type AuditedRun } from "../../core/evidence/audited-run.ts";
import type { RecordedRun, RunSource } from "../../core/evidence/recorded-run.ts";
import type { RunEntry } from "../../core/run/run-event.ts";
import { jsonValueSchema, type JsonValue } from "../../core/workflow/json-value.ts";
import type { RunRecord } from "./run-store.ts";
import type { Records } from "./store.ts";

const pageSize = 2_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads everything that an audit, a report page and an export of a run start from. */
export async function loadRecordedRun(records: Records, run: RunRecord): Promise<AuditedRun> {
  const [brief, revision] = await Promise.all([records.briefs.findVersion(run.briefVersionId), records.revisions.findById(run.revisionId)]);
  if (brief === null || revision === null) throw new Error(`The run ${run.id} has lost its brief or its revision.`);
  const entries = await readLog(records, run.id);
  const contents = await readResults(records, run.id, entries);
  const bare: RecordedRun = { brief: brief.content, graph: revision.graph, entries, contents, sources: new Map() };
  return viewRun({ ...bare, sources: await readSources(records, viewRun(bare)) });
}

async function readLog({ runLog }: Records, runId: string): Promise<RunEntry[]> {
  const entries: RunEntry[] = [];
  for (;;) {
    const page = await runLog.readAfter(runId, entries.at(-1)?.sequence ?? 0, pageSize);
    entries.push(...page);
    if (page.length < pageSize) return entries;
  }
}

/** The results of steps; what was sent to models and came from tools nobody here asks for. */
async function readResults({ runContents }: Records, runId: string, entries: readonly RunEntry[]): Promise<Map<string, JsonValue>> {
  const digests = entries.flatMap(({ event }) => {
    if (event.type !== "step-completed" && event.type !== "run-completed") return [];
    return event.output !== null && "digest" in event.output ? [event.output.digest] : [];
  });
  const rows = digests.length === 0 ? [] : await runContents.list(runId, [...new Set(digests)]);
  return new Map(rows.map(({ digest, text }) => [digest, jsonValueSchema.parse(JSON.parse(text))]));
}

/** Every source that was read or is cited; with its text where a claim of the report, one left out, or what comes closest to an open part cites it. */
async function readSources({ sources }: Records, { report, candidatesById, readsBySourceId }: AuditedRun): Promise<Map<string, RunSource>> {
  const leftOut = report?.leftOut.flatMap(({ candidateId }) => candidatesById.get(candidateId) ?? []) ?? [];
  const cited = new Set([...(report?.claims ?? []), ...leftOut].flatMap(({ quotes }) => quotes).concat(report?.unanswered.flatMap(({ closest }) => closest) ?? []).map(({ sourceId }) => sourceId));
  // A model may have made up an id of any form.
  const ids = [...new Set([...readsBySourceId.keys(), ...cited])].filter((id) => uuid.test(id));
  const found = ids.length === 0 ? [] : await sources.describe(ids);
  const read: [string, RunSource][] = [];
  for (const source of found) read.push([source.id, { ...source, text: cited.has(source.id) ? ((await sources.find(source.id))?.text ?? null) : null }]);
  return new Map(read);
}
