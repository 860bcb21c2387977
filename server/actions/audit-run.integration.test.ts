import { describe, expect, it } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { auditRun } from "../../core/evidence/audit-run.ts";
import { readRunExport } from "../../core/evidence/read-run-export.ts";
import { createPrisma } from "../db/client.ts";
import { recordRun, soundRun, type RunParts } from "../../tests/setup/recorded-run.ts";
import { freshServices } from "../../tests/setup/services.ts";
import { storeRun } from "../../tests/setup/stored-run.ts";

async function withRun(changes: Partial<RunParts> = {}) {
  const { services, databaseUrl } = await freshServices();
  return { services, databaseUrl, ...(await storeRun(databaseUrl, recordRun({ ...soundRun, ...changes }))) };
}

describe("the audit of a run", () => {
  it("is made once a run ended without, says who passed and who didn't, and stands on the run", async () => {
    const { services, runId } = await withRun({ verdicts: [] });
    expect((await services.describeEvidence(runId))?.audit).toBeNull();
    // Two workers look at the same time.
    await Promise.all([services.auditEndedRuns(), services.auditEndedRuns()]);
    const evidence = await services.describeEvidence(runId);
    expect(evidence).toMatchObject({ status: "completed", audit: { result: "failed", madeByName: "Countersign" } });
    expect(evidence?.audit?.findings.map(({ ruleId }) => ruleId)).toEqual(Array.from({ length: 4 }, () => "audit/unverified"));
  });

  it("is made again on demand, with a name, and not of a run that goes on", async () => {
    const { services, runId } = await withRun();
    await services.auditEndedRuns();
    expect(await services.auditRun(operator, { runId })).toMatchObject({ ok: true, audit: { result: "passed", madeByName: "operator" } });
    const [entry] = await services.listAuditLog({ before: null, limit: 1, action: null, actorId: null });
    expect(entry).toMatchObject({ action: "run-audit", actorName: "operator", targetId: runId });
    expect(await services.auditRun(operator, { runId: "0198c0de-0000-7000-8000-000000000000" })).toEqual({ ok: false, reason: "not-found" });
  });

  it("is inconclusive, and doesn't keep others waiting, where what a run recorded can't be read", async () => {
    const { services, databaseUrl, runId } = await withRun();
    const prisma = createPrisma(databaseUrl, 1);
    await prisma.$executeRaw`UPDATE log_entry SET data = '{"type":"of another version"}' WHERE topic = ${`run:${runId}`} AND sequence = 4`;
    await prisma.$disconnect();
    await services.auditEndedRuns();
    await services.auditEndedRuns();
    const audited = createPrisma(databaseUrl, 1);
    const rows = await audited.runAudit.findMany();
    await audited.$disconnect();
    expect(rows).toMatchObject([{ result: "inconclusive" }]);
  });

  it("comes to the same from an export of the stored run", async () => {
    const { services, runId } = await withRun({ verdicts: soundRun.verdicts.slice(1) });
    await services.auditEndedRuns();
    const file = await services.exportRun(runId);
    const outcome = readRunExport(JSON.parse(JSON.stringify(file)));
    expect(outcome.ok && auditRun(outcome.read.run)).toEqual(file?.audit);
    expect(file?.sources.every(({ text }) => text !== null)).toBe(true);
  });
});
