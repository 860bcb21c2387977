import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { briefSchema, type Requirement } from "../brief/brief.ts";
import { policySchema } from "../review/policy.ts";
import { applyOps } from "../workflow/apply-op.ts";
import { graphSchema } from "../workflow/graph.ts";
import { nameOfTarget } from "./finding.ts";
import { runPreflight } from "./preflight.ts";
import { preflightRules } from "./preflight-rules.ts";
import { unknownSurroundings } from "./surroundings.ts";

const installed = { ...unknownSurroundings, priceOf: () => 1_000_000, modelOf: (role: string) => `house:${role}` };
const requirements: Requirement[] = [{ id: "r1", text: "What survives", kind: "aspect", isCritical: true }];
const brief = briefSchema.parse({ question: "What survives a crash?", requirements, scope: { tools: ["search_sources"] } });

describe("runPreflight", () => {
  it("has nothing to say of a plan that does what was asked for, and says what it could not look at", () => {
    const graph = graphSchema.parse({
      strategy: { doneWhen: "The requirement has a claim that passed the check." },
      nodes: [
        { kind: "agent", id: "read", title: "Read", covers: ["r1"], tools: ["search_sources"], maxTurns: 4 },
        { kind: "agent", id: "second", title: "Read by other words", covers: ["r1"], tools: ["search_sources"], maxTurns: 4 },
        { kind: "verify", id: "check", title: "Check" },
        { kind: "synthesize", id: "report", title: "Report" },
      ],
      edges: [
        { id: "e1", from: "read", to: "check" },
        { id: "e2", from: "second", to: "check" },
        { id: "e3", from: "check", to: "report" },
      ],
      reportNode: "report",
    });
    const { findings, notRun } = runPreflight(graph, brief, installed);
    expect({ findings, notRun: notRun.map(({ ruleId }) => ruleId) }).toEqual({ findings: [], notRun: ["verify/unchallenged"] });
  });

  it("names every rule that needs a brief where there is none", () => {
    const { notRun } = runPreflight(graphSchema.parse({}), null);
    const needy = notRun.filter(({ reason }) => reason === "there is no brief to compare with").map(({ ruleId }) => ruleId);
    expect(needy).toEqual(expect.arrayContaining(["coverage/requirement-uncovered", "scope/tool-outside", "budget/over", "framing/one-sided"]));
  });

  it("takes severities from the policy, and says which rules it leaves out", () => {
    const policy = policySchema.parse({ severities: { "structure/no-report": "note", "done/missing": "off" } });
    const { findings, notRun } = runPreflight(graphSchema.parse({ nodes: [{ kind: "join", id: "j", title: "J" }] }), null, { ...unknownSurroundings, policy });
    expect(findings).toMatchObject([{ ruleId: "structure/no-report", severity: "note" }]);
    expect(notRun).toContainEqual({ ruleId: "done/missing", reason: "the policy leaves it out" });
  });

  it("has one name for each rule", () => {
    const ids = preflightRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z]+\/[a-z-]+$/.test(id))).toBe(true);
  });

  it("says something sensible of every graph, and the same each time", () => {
    fc.assert(
      fc.property(graphArbitrary, (graph) => {
        const report = runPreflight(graph, brief, installed);
        expect(report.findings.every(({ message, ruleId }) => message !== "" && ruleId.includes("/"))).toBe(true);
        expect(runPreflight(structuredClone(graph), brief, installed)).toEqual(report);
      }),
    );
  });

  it("offers only fixes that apply and take their own finding away", () => {
    fc.assert(
      fc.property(graphArbitrary, (graph) => {
        const count = (examined: typeof graph, wanted: string) => runPreflight(examined, brief, installed).findings.filter(({ ruleId, target }) => `${ruleId} ${nameOfTarget(target)}` === wanted).length;
        for (const { ruleId, target, fixes } of runPreflight(graph, brief, installed).findings) {
          const wanted = `${ruleId} ${nameOfTarget(target)}`;
          for (const { title, ops } of fixes) {
            const outcome = applyOps(graph, ops);
            expect(outcome.ok ? "applies" : `${title}: ${outcome.refusal.message}`).toBe("applies");
            expect(outcome.ok ? count(outcome.graph, wanted) : Infinity).toBeLessThan(count(graph, wanted));
          }
        }
      }),
    );
  });
});
