import { expect, test } from "vitest";
import { auditRun } from "../../core/evidence/audit-run.ts";
import { runClaims } from "../../core/evidence/run-claim.ts";
import { viewRun } from "../../core/evidence/audited-run.ts";
import { withClaim } from "../../tests/setup/audit-with.ts";
import { recordRun, soundRun, type RunParts } from "../../tests/setup/recorded-run.ts";
import { citedLook, claimLook, isProblem, quoteLook, rulingLook } from "./claim-look.ts";

const claims = (changes: Partial<RunParts> = {}) => runClaims(viewRun(recordRun({ ...soundRun, ...changes })));

test("each state has a word and a tone of its own", () => {
  expect(claims().map((claim) => `${claim.label} ${claimLook(claim).word} ${isProblem(claim, null)}`)).toEqual([
    "C1 Supported false",
    "C2 Supported false",
    "C3 Conflicted true",
    "C4 Conflicted true",
    "L1 Refuted true",
  ]);
});

test("what only a program compared is in the source, and never supported", () => {
  const [first] = claims({ verdicts: soundRun.verdicts.map((verdict) => ({ ...verdict, method: "text-check" })) });
  expect([claimLook(first!), rulingLook(first!.rulings[0]!), quoteLook(first!.quotes)]).toMatchObject(Array.from({ length: 3 }, () => ({ tone: "in-source", word: "In source" })));
});

test("a quote that isn't in its source is louder than a verdict in its favour", () => {
  const [first] = claims(withClaim("C1", { quotes: [{ sourceId: soundRun.sources[0]!.id, exact: "Zebras gallop.", place: null }] }));
  expect(claimLook(first!)).toMatchObject({ tone: "refuted", word: "Not in source" });
  expect(rulingLook(first!.rulings[0]!)).toMatchObject({ tone: "supported" });
});

test("a claim that may not answer is open, whatever was ruled on it, and among the problems", () => {
  const doubt = "Whether this says yes or no can't be told by comparing words.";
  const [first] = claims(withClaim("C1", { doubt }));
  expect(claimLook(first!)).toMatchObject({ tone: "open", word: "Supported, may answer" });
  expect(isProblem(first!, null)).toBe(true);
  const [refuted] = claims(withClaim("C1", { doubt, state: "refuted" }));
  expect(claimLook(refuted!)).toMatchObject({ tone: "refuted", word: "Refuted" });
});

test("a claim that seems sound is cited as faulty, and is among the problems, while the audit holds an error against it", () => {
  const run = recordRun({ ...soundRun, reads: [] });
  const audit = auditRun(run);
  const [first] = runClaims(viewRun(run));
  expect(claimLook(first!)).toMatchObject({ tone: "supported" });
  expect(citedLook(first!, audit)).toMatchObject({ tone: "refuted", word: "Supported, but the audit found an error" });
  expect([isProblem(first!, audit), isProblem(first!, { findings: [] }), isProblem(first!, null)]).toEqual([true, false, false]);
  expect(citedLook(first!, null)).toEqual(claimLook(first!));
});
