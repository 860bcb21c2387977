import { inEnglish, perNode, spread, withGraph, type Mutant, type Operator } from "../../operator.ts";
import { agentsOf, changed, edge, hasUnverifiedWay, intoOf, leads, makesClaims, nodeOf, outOf, rewired, splicedOut, topAgents, verifiersOf, withSentence } from "./rewiring.ts";
import type { GoodPlan } from "../../good-plan.ts";

const forms = [
  "Valid JSON, all fields filled.",
  "The text has headings, an introduction and between 300 and 500 words.",
  "Check that each entry has a title, a date and no spelling mistakes.",
  "- bullet points used\n- no sentence longer than 25 words\n- consistent capitalisation",
  "Please look that the output follows the template and the tone is friendly.",
  "It is to be checked whether the table has four columns and whether every row is complete.",
  "The answer must be well structured, in British spelling, and not exceed two pages.",
  "Schema conformity; no empty strings; ids unique.",
];

const selfChecks = [
  "Before you hand in, check your own claims and mark them as verified.",
  "Verify your findings yourself in a second pass.",
  "Please read over your answer once more and correct what is not right.",
  "All statements shall be re-examined by you prior to delivery.",
];

/** Claims-making agents at the top whose claims go straight into a verify node. */
function checked(plan: GoodPlan) {
  return topAgents(plan).filter((node) => makesClaims(node) && outOf(plan, node.id).some(({ to }) => nodeOf(plan, to)?.kind === "verify"));
}

/** Verify nodes at the top whose verdicts go nowhere but to the report. */
function last(plan: GoodPlan) {
  return verifiersOf(plan).filter(({ id, parent }) => parent === undefined && outOf(plan, id).length > 0 && outOf(plan, id).every(({ to }) => to === plan.graph.reportNode));
}

/** Edges from those who bring a verifier its claims straight to the report. */
function straight(plan: GoodPlan, id: string): object[] {
  const report = plan.graph.reportNode ?? "";
  const fed = new Set(intoOf(plan, report).map(({ from }) => from));
  return intoOf(plan, id).filter(({ from }) => !fed.has(from)).map(({ from }) => edge(from, report));
}

/** Independent verification. */
export const trustOperators: Operator[] = [
  {
    name: "no verifier on the way to the report",
    breaks: "structure",
    caughtBy: ["verify/missing"],
    mutate: (plan) => [...spread(verifiersOf(plan)).map(({ id }) => splicedOut(plan, id)), verifiersOf(plan).reduce<Mutant>((rest, { id }) => splicedOut(rest as GoodPlan, id), plan)].filter(hasUnverifiedWay),
  },
  {
    name: "one worker's claims go past the verifier",
    breaks: "structure",
    caughtBy: ["verify/missing"],
    mutate: (plan) => spread(checked(plan)).map(({ id }) => rewired(plan, [...plan.graph.edges.filter(({ from, to }) => from !== id || nodeOf(plan, to)?.kind !== "verify"), edge(id, plan.graph.reportNode ?? "")])).filter(hasUnverifiedWay),
  },
  {
    name: "workers check themselves instead of a verifier",
    breaks: "structure",
    caughtBy: ["verify/missing", "verify/self"],
    mutate: (plan) =>
      selfChecks.flatMap((text) => {
        const bare = verifiersOf(plan).reduce<Mutant>((rest, { id }) => splicedOut(rest as GoodPlan, id), plan);
        return hasUnverifiedWay(bare) ? [withGraph({ name: "", ...bare }, { nodes: bare.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, ...withSentence(node, text) } : node)) })] : [];
      }),
  },
  {
    name: "a verifier who sees how the producer came to it",
    breaks: "structure",
    caughtBy: ["verify/self"],
    mutate: (plan) => [["claims", "evidence", "reasoning"], ["claims", "evidence", "report", "reasoning"]].flatMap((sees) => perNode("verify", () => ({ sees }))(plan)),
  },
  {
    name: "verifier and producer are one model",
    breaks: "structure",
    caughtBy: ["verify/same-model"],
    mutate: (plan) => [
      ...perNode("verify", ({ id }) => {
        const role = intoOf(plan, id).map(({ from }) => nodeOf(plan, from)).find((node) => node?.kind === "agent");
        return role?.kind === "agent" ? { role: role.role } : null;
      })(plan),
      ...spread(agentsOf(plan).filter(({ id }) => outOf(plan, id).some(({ to }) => nodeOf(plan, to)?.kind === "verify"))).map(({ id }) => changed(plan, [id], () => ({ role: "verifier" }))),
    ],
  },
  {
    name: "criteria that only speak of form",
    breaks: "prose",
    caughtBy: ["verify/form-only"],
    mutate: inEnglish((plan) => forms.flatMap((criteria, index) => spread(verifiersOf(plan)).slice(index % 4 < verifiersOf(plan).length ? index % 4 : 0).slice(0, 1).map(({ id }) => changed(plan, [id], () => ({ criteria, title: ["Quality check", "Review", "Formal check", "Check"][index % 4] }))))),
  },
  {
    name: "a verifier without the evidence",
    breaks: "structure",
    caughtBy: ["verify/no-evidence"],
    mutate: (plan) => [["claims"], ["report"], ["claims", "report"], []].flatMap((sees) => perNode("verify", () => ({ sees }))(plan).slice(0, 2)),
  },
  {
    name: "a verdict without consequences",
    breaks: "structure",
    caughtBy: ["verify/unused"],
    mutate: perNode("verify", () => ({ onRefuted: "ignore" })),
  },
  {
    name: "verdicts that nobody receives, claims that go round them",
    breaks: "structure",
    caughtBy: ["verify/unused", "verify/missing", "verify/after-report"],
    mutate: (plan) =>
      last(plan).slice(0, 4).flatMap(({ id }) => [
        rewired(plan, [...plan.graph.edges.filter(({ from }) => from !== id), ...straight(plan, id)]),
        rewired(plan, [...plan.graph.edges.map((one) => (one.from === id ? { ...one, kind: "order" } : one)), ...straight(plan, id)]),
      ]),
  },
  {
    name: "the report first, the check afterwards",
    breaks: "structure",
    caughtBy: ["verify/after-report", "verify/missing"],
    mutate: (plan) =>
      last(plan).slice(0, 4).flatMap(({ id }) => {
        const report = plan.graph.reportNode ?? "";
        const edges = [...plan.graph.edges.filter(({ from, to }) => from !== id && to !== id), ...straight(plan, id), edge(report, id, { as: "written" })];
        return [["claims", "evidence", "report"], ["claims", "evidence"]].map((sees) => rewired(plan, edges, plan.graph.nodes.map((node) => (node.id === id ? { ...node, sees } : node))));
      }),
  },
  {
    name: "the check runs beside the writing",
    breaks: "structure",
    caughtBy: ["verify/after-report", "verify/unused", "verify/missing"],
    mutate: (plan) =>
      last(plan).slice(0, 4).flatMap(({ id }) => {
        const end = plan.graph.nodes.find((node) => node.kind === "checkpoint" && leads(plan, plan.graph.reportNode ?? "", node.id));
        const target = end?.id ?? "sign-off";
        const nodes = end === undefined ? [...plan.graph.nodes, { id: "sign-off", kind: "checkpoint", title: "Sign off", asks: "Is everything there?" }] : plan.graph.nodes;
        return [rewired(plan, [...plan.graph.edges.filter(({ from }) => from !== id), ...straight(plan, id), edge(id, target), ...(end === undefined ? [edge(plan.graph.reportNode ?? "", target)] : [])], nodes)];
      }),
  },
];

