import { expect, it } from "vitest";
import { soundRun } from "../../tests/setup/recorded-run.ts";
import { whyInconclusive } from "./why-inconclusive.ts";

it("says of an audit that can't say what is missing for it, and nothing of one that can", () => {
  const { report } = soundRun;
  expect(whyInconclusive("inconclusive", null)).toBe("There is no report that could be audited.");
  expect(whyInconclusive("inconclusive", report && { ...report, blocks: [] })).toBe("The report states nothing that could be audited.");
  expect(whyInconclusive("inconclusive", report)).toBe("A check that decides could not be made.");
  expect(whyInconclusive("inconclusive", report && { ...report, claims: report.claims.map((claim) => ({ ...claim, doubt: "Perhaps not." })) })).toBe("Nothing in the report is sure to answer what was asked.");
  expect(whyInconclusive("passed", report)).toBeNull();
  expect(whyInconclusive("failed", null)).toBeNull();
});
