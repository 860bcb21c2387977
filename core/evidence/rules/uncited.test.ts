import { describe, expect, it } from "vitest";
import { auditWith, withClaim } from "../../../tests/setup/audit-with.ts";
import { uncited } from "./uncited.ts";

describe("audit/uncited", () => {
  it("trips on a stated claim without a quote", () => {
    expect(auditWith(uncited, withClaim("C2", { quotes: [] }))).toMatchObject([
      { target: { type: "claim", id: "C2" }, message: 'C2 cites nothing: "The boiler cools for ten minutes."' },
    ]);
  });

  it("is silent on connective sentences and on claims with one quote", () => {
    expect(auditWith(uncited)).toEqual([]);
  });

  it("does not run without a report", () => {
    expect(auditWith(uncited, { report: null })).toEqual(expect.any(String));
  });
});
