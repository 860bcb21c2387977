import { describe, expect, it } from "vitest";
import { auditRun } from "../core/evidence/audit-run.ts";
import { viewRun } from "../core/evidence/audited-run.ts";
import { exportRun, type RunExport } from "../core/evidence/run-export.ts";
import { folderWith, runOnFilesAlone } from "../tests/setup/command.ts";
import { recordRun, soundRun, type RunParts } from "../tests/setup/recorded-run.ts";

function exported(changes: Partial<RunParts> = {}): RunExport {
  const run = recordRun({ ...soundRun, ...changes });
  return exportRun(viewRun(run), { runId: "7f3c", findings: [], audit: auditRun(run) });
}

const audit = (file: unknown) => runOnFilesAlone(["audit", "run.json"], { folder: folderWith({ "run.json": file }) });

describe("countersign audit", () => {
  it("passes an exported run that passed, without services or a database", async () => {
    expect(await audit(exported())).toMatchObject({ code: 0, stderr: "", stdout: 'run.json: run 7f3c, completed, "Before and after"\nThe run completed; its audit passed.\n' });
  });

  it("says of one that completed and failed both, with what was found", async () => {
    const { code, stdout } = await audit({ ...exported({ verdicts: [] }), audit: { result: "passed", findings: [], notRun: [] } });
    expect(code).toBe(2);
    expect(stdout).toContain("error    audit/unverified: No verifier ruled on C1");
    expect(stdout).toContain("The file says that its audit passed.\nThe run completed; its audit failed.\n");
  });

  it("keeps its exit code when whoever reads leaves early, and says nothing of that", async () => {
    const folder = folderWith({ "run.json": exported({ verdicts: [] }) });
    expect(await runOnFilesAlone(["audit", "run.json"], { folder, isRead: false })).toEqual({ code: 2, stdout: "", stderr: "" });
  });

  it("obeys nothing in the name of a file, and passes none of it on to the terminal", async () => {
    expect(await runOnFilesAlone(["audit", "gone\u001b[31m\u202e.json"], { folder: folderWith({}) })).toEqual({ code: 1, stdout: "", stderr: "There is no file gone\\u001b[31m\\u202e.json.\n" });
  });

  it("is inconclusive without a report, with every check that could not run", async () => {
    const { code, stdout } = await audit(exported({ report: null, end: { type: "run-failed", stepId: "write", message: "No." } }));
    expect(code).toBe(3);
    expect(stdout).toContain('not run  audit/uncited: "Write the answer" did not write its report.');
    expect(stdout).toContain("The run failed; its audit is inconclusive. There is no report that could be audited.");
  });

  it("doesn't rely on a file that was changed after it was exported, and refuses what is none", async () => {
    const changed = await audit({ ...exported(), digest: "0".repeat(64) });
    expect(changed.code).toBe(1);
    expect(changed.stdout).toContain("changed  The definition has not the digest that is stated for it. Don't rely on this file.");
    const file = exported();
    const reworded = await audit({ ...file, claims: file.claims.map((claim) => ({ ...claim, text: "All is well." })) });
    expect(reworded.code).toBe(1);
    expect(reworded.stdout).toContain("changed  The claims are not those that the events tell of. Don't rely on this file.");
    expect(await audit(JSON.stringify(file).slice(0, -20))).toMatchObject({ code: 1, stderr: expect.stringMatching(/^run\.json is not JSON: .+\n$/) });
    expect(await audit({ definition: {}, findings: [], run: null, audit: null })).toMatchObject({ code: 1, stderr: expect.stringContaining("run.json holds a plan that was not run, so there is nothing to audit") });
    expect(await audit({ format: "other\u001b[31m" })).toMatchObject({ code: 1, stderr: expect.stringContaining('run.json holds no exported run: format: Use "countersign/run@1".') });
  });
});
