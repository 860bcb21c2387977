import { nameOfTarget } from "../core/preflight/finding.ts";
import { runPreflight } from "../core/preflight/preflight.ts";
import { surroundingsOf } from "../core/preflight/surroundings.ts";
import { standardPolicy } from "../core/review/policy.ts";
import { findDefect } from "../core/workflow/graph-defect.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { houseModels, houseTools, type GoodPlan } from "./mutants/good-plan.ts";
import type { Mutant, Operator } from "./mutants/operator.ts";
import { checkOperators } from "./mutants/operators/check-operators.ts";
import { coverageOperators } from "./mutants/operators/coverage-operators.ts";
import { graphOperators } from "./mutants/operators/graph-operators.ts";
import { scopeOperators } from "./mutants/operators/scope-operators.ts";
import { wordOperators } from "./mutants/operators/word-operators.ts";
import { engineeringPlans } from "./mutants/plans/engineering.ts";
import { listPlans } from "./mutants/plans/with-lists.ts";
import { officePlans } from "./mutants/plans/office.ts";
import { shortPlans } from "./mutants/plans/short.ts";

const plans = [...shortPlans, ...listPlans, ...engineeringPlans, ...officePlans];
const operators = [...graphOperators, ...scopeOperators, ...coverageOperators, ...checkOperators, ...wordOperators];
const tools = [...houseTools].map(([name, facts]) => ({ name, ...facts }));
const surroundings = surroundingsOf({ priceOf: () => 1, models: houseModels, tools, policy: standardPolicy });

/** Every third plan and every third operator is kept apart: nobody looks at them while rules are being tuned. */
const isKeptApart = (index: number) => index % 3 === 2;

/** Breaks one thing at a time in good plans, and counts which of the broken plans the rules notice. */
export async function run({ args, say, table }: BenchHarness): Promise<BenchMetrics> {
  say(`${plans.length} good plans of ${Math.min(...plans.map(sizeOf))} to ${Math.max(...plans.map(sizeOf))} nodes, ${operators.length} operators`);
  const alarms = plans.map((plan) => ({ plan, findings: runPreflight(plan.graph, plan.brief, surroundings).findings }));
  const shown = args.includes("--alive");
  const rows = operators.map((operator, index) => ({ operator, ...score(operator, isKeptApart(index), shown ? say : () => {}) }));
  table(rows.map(({ operator, tuned, apart }) => ({ operator: operator.name, breaks: operator.breaks, ...columns("tuned", tuned), ...columns("apart", apart) })));
  table(alarms.map(({ plan, findings }) => ({ "good plan": plan.name, nodes: sizeOf(plan), errors: countOf(findings, "error"), warnings: countOf(findings, "warning"), which: [...new Set(findings.filter(({ severity }) => severity !== "note").map(({ ruleId }) => ruleId))].join(", ") })));
  const all = (breaks: Operator["breaks"], part: "tuned" | "apart") => rows.filter(({ operator }) => operator.breaks === breaks).reduce((sum, row) => ({ killed: sum.killed + row[part].killed, alive: sum.alive + row[part].alive }), { killed: 0, alive: 0 });
  const rate = ({ killed, alive }: Score) => killed / Math.max(1, killed + alive);
  return {
    structureTunedRate: rate(all("structure", "tuned")),
    structureApartRate: rate(all("structure", "apart")),
    proseTunedRate: rate(all("prose", "tuned")),
    proseApartRate: rate(all("prose", "apart")),
    errorsOnGoodPlans: alarms.reduce((sum, { findings }) => sum + countOf(findings, "error"), 0),
    warningsPerGoodPlan: alarms.reduce((sum, { findings }) => sum + countOf(findings, "warning"), 0) / plans.length,
  };
}

interface Score {
  killed: number;
  alive: number;
}

/** A mutant is killed when one of the rules it is there for says something that it didn't say of the plan before. */
function score(operator: Operator, isApart: boolean, say: (line: string) => void): { tuned: Score; apart: Score } {
  const parts = { tuned: { killed: 0, alive: 0 }, apart: { killed: 0, alive: 0 } };
  for (const [index, plan] of plans.entries()) {
    const before = new Set(saidOf(plan));
    for (const mutant of operator.mutate(plan)) {
      const defect = findDefect(mutant.graph);
      if (defect !== null) throw new Error(`"${operator.name}" makes of "${plan.name}" what is no graph: ${defect.message}`);
      const isKilled = saidOf(mutant).some((said) => !before.has(said) && operator.caughtBy.some((id) => said.startsWith(`${id} `)));
      parts[isApart || isKeptApart(index) ? "apart" : "tuned"][isKilled ? "killed" : "alive"] += 1;
      if (!isKilled) say(`alive: ${operator.name} in ${plan.name}: ${difference(plan, mutant)}`);
    }
  }
  return parts;
}

function saidOf({ graph, brief }: Mutant): string[] {
  return runPreflight(graph, brief, surroundings).findings.map(({ ruleId, target, message }) => `${ruleId} ${nameOfTarget(target)} ${message}`);
}

/** What of a plan was changed, shortly. */
function difference(plan: GoodPlan, { graph, brief }: Mutant): string {
  const before = new Set([...plan.graph.nodes, ...plan.graph.edges].map((part) => JSON.stringify(part)));
  const changed = [...graph.nodes, ...graph.edges].map((part) => JSON.stringify(part)).filter((part) => !before.has(part));
  return [...(brief.question === plan.brief.question ? [] : [brief.question]), ...(JSON.stringify(graph.strategy) === JSON.stringify(plan.graph.strategy) ? [] : [graph.strategy.doneWhen]), ...changed].join(" ").slice(0, 600);
}

const columns = (part: string, { killed, alive }: Score) => ({ [`${part} killed`]: killed, [`${part} alive`]: alive });
const sizeOf = ({ graph }: GoodPlan) => graph.nodes.length;
const countOf = (findings: readonly { severity: string }[], severity: string) => findings.filter((finding) => finding.severity === severity).length;
