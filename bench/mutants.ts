import type { RoleFact, RoleFacts } from "../core/models/role-fact.ts";
import { nameOfTarget } from "../core/preflight/finding.ts";
import { runPreflight } from "../core/preflight/preflight.ts";
import { surroundingsOf } from "../core/preflight/surroundings.ts";
import { policySchema } from "../core/review/policy.ts";
import { findDefect } from "../core/workflow/graph-defect.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { houseModels, houseTools, type GoodPlan } from "./mutants/good-plan.ts";
import type { Mutant, Operator } from "./mutants/operator.ts";
import { apart } from "./mutants/apart.ts";
import { tuned } from "./mutants/tuned.ts";

const plans = [...tuned.plans, ...apart.plans];
const operators = [...tuned.operators, ...apart.operators];
const isKeptApart = (operator: Operator, plan: GoodPlan) => apart.operators.includes(operator) || apart.plans.includes(plan);
/** A house that wants to be asked before anything is written, and after a wide map. */
const housePolicy = policySchema.parse({ checkpoints: { beforeWrites: true, afterFanOutOver: 25 } });
const tools = [...houseTools].map(([name, facts]) => ({ name, ...facts }));
const fact: RoleFact = { price: { model: "a:large", microUsdPerMillionTokens: 3_000_000, asOf: "2026-01-01", source: "a price list" }, contextTokens: null };
const facts: RoleFacts = { planner: fact, worker: fact, verifier: fact, synthesizer: fact, critic: fact };
const surroundings = surroundingsOf({ facts, models: houseModels, tools, collections: null, policy: housePolicy });

/** Breaks one thing at a time in good plans, and counts which of the broken plans the rules notice. */
export async function run({ args, say, table }: BenchHarness): Promise<BenchMetrics> {
  say(`${plans.length} good plans of ${Math.min(...plans.map(sizeOf))} to ${Math.max(...plans.map(sizeOf))} nodes, ${operators.length} operators`);
  const alarms = plans.map((plan) => ({ plan, findings: runPreflight(plan.graph, plan.brief, surroundings).findings }));
  // What is alive in the part kept apart is counted and not shown: who reads it could no longer be surprised by it.
  const shown = args.includes("--alive") ? say : () => {};
  const rows = operators.map((operator) => ({ operator, ...score(operator, shown) }));
  table(rows.map(({ operator, ...parts }) => ({ operator: operator.name, breaks: operator.breaks, ...columns("tuned", parts.tuned), ...columns("apart", parts.apart) })));
  table(alarms.map(({ plan, findings }) => ({ part: apart.plans.includes(plan) ? "apart" : "tuned", "good plan": plan.name, nodes: sizeOf(plan), errors: countOf(findings, "error"), warnings: countOf(findings, "warning"), which: [...new Set(findings.filter(({ severity }) => severity !== "note").map(({ ruleId }) => ruleId))].join(", ") })));
  say(`${rows.reduce((sum, { unfit }) => sum + unfit, 0)} mutants are left out, because they are no graphs.`);
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
function score(operator: Operator, say: (line: string) => void): { tuned: Score; apart: Score; unfit: number } {
  const parts = { tuned: { killed: 0, alive: 0 }, apart: { killed: 0, alive: 0 }, unfit: 0 };
  for (const plan of plans) {
    const part = isKeptApart(operator, plan) ? "apart" : "tuned";
    const before = new Set(saidOf(plan));
    for (const mutant of operator.mutate(plan)) {
      // An operator may not fit every plan of others: what is no graph never reaches a rule.
      if (findDefect(mutant.graph) !== null) {
        parts.unfit += 1;
        continue;
      }
      const isKilled = saidOf(mutant).some((said) => !before.has(said) && operator.caughtBy.some((id) => said.startsWith(`${id} `)));
      parts[part][isKilled ? "killed" : "alive"] += 1;
      if (!isKilled && part === "tuned") say(`alive: ${operator.name} in ${plan.name}: ${difference(plan, mutant)}`);
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
