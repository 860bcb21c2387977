import { audited, withReport, type AuditRule } from "../audit-rule.ts";
import { claimLabel, statedClaims } from "../audited-run.ts";

/** A citation from memory: the document exists, and nobody opened it in this run. */
export const sourceNotRead: AuditRule = {
  id: "audit/source-not-read",
  seeks: "Cited documents that no step read",
  severity: "error",
  why: "The report cites a document that no step of this run was shown, so the citation was not found but remembered.",
  examine: (run) =>
    withReport(run, (report) =>
      audited(
        statedClaims(report).flatMap(({ id, quotes }) =>
          quotes.flatMap(({ sourceId }, quote) => {
            const source = run.sources.get(sourceId);
            const isRead = run.readsBySourceId.get(sourceId)?.some(({ sha256 }) => source === undefined || sha256 === source.sha256) ?? false;
            if (isRead) return [];
            const message = `${claimLabel(report, id)} cites ${source?.path ?? `a source that is not there (${sourceId})`}, which no step of this run read.`;
            return [{ target: { type: "claim" as const, id, quote }, message }];
          }),
        ),
      ),
    ),
};
