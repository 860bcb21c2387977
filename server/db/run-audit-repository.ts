import { auditSchema, type Audit } from "../../core/evidence/audit-finding.ts";
import type { Database } from "./client.ts";

/** What audits of runs came to, each as it was made. */
export function runAuditRepository(database: Database) {
  return {
    async create(runId: string, { result, findings, notRun, ...made }: Audit & { sequence: number; madeByName: string; durationMs: number; createdAt: Date }) {
      await database.runAudit.create({ data: { runId, result, findings, notRun, ...made } });
    },

    async findNewest(runId: string) {
      const row = await database.runAudit.findFirst({ where: { runId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
      if (row === null) return null;
      const { sequence, madeByName, durationMs, createdAt } = row;
      return { ...auditSchema.parse({ result: row.result, findings: row.findings, notRun: row.notRun }), sequence, madeByName, durationMs, createdAt };
    },
  };
}
