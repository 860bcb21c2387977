import { spread, withGraph, without, type Mutant, type Operator } from "../../operator.ts";
import { after, changed, edge, extended, intoOf, leads, makesClaims, nodeOf, outOf, rewired, topAgents, verifiersOf, writers } from "./rewiring.ts";

const limits = { maxTurns: 8, budget: { maxTokens: 40_000 }, doneWhen: "Two searches bring nothing new." };
const nevers = ["false", "1 > 2", "size([]) > 0", "!true"];
const sources = [
  (tool: string) => `const written = await tools.${tool}(inputs);\nconst answer = await checkpoint("Was that right?");\nreturn { written, answer };`,
  (tool: string) => `await tools["${tool}"](inputs);\nawait waitForApproval({ asks: "May this stay?" });`,
  (tool: string) => `const receipt = await callTool("${tool}", inputs);\nconst { approved } = await requestApproval({ title: "Please look over what was written" });\nif (!approved) throw new Error("rejected");\nreturn receipt;`,
  (tool: string) => `const done = await ${tool}(inputs);\nconst reply = await askHuman("Keep it?");\nreturn reply === "yes" ? done : null;`,
];

/** Order, ways through the plan and what becomes of results. */
export const flowOperators: Operator[] = [
  {
    name: "an edge that leads back",
    breaks: "structure",
    caughtBy: ["structure/cycle"],
    mutate: (plan) => spread(plan.graph.edges.filter(({ from }) => intoOf(plan, from).every(({ as }) => as !== "again"))).map(({ from, to }) => extended(plan, [], [edge(to, from, { as: "again" })])),
  },
  {
    name: "a long way back: the report before the work it rests on",
    breaks: "structure",
    caughtBy: ["structure/cycle"],
    mutate: (plan) => spread(topAgents(plan).filter(({ id }) => leads(plan, id, plan.graph.reportNode ?? ""))).flatMap(({ id }) => ["data", "order"].map((kind) => extended(plan, [], [edge(plan.graph.reportNode ?? "", id, { as: "draft", kind })]))),
  },
  {
    name: "conditions that never hold before a node",
    breaks: "structure",
    caughtBy: ["structure/unreachable-node"],
    mutate: (plan) =>
      spread(plan.graph.nodes.filter(({ id, kind }) => kind !== "join" && intoOf(plan, id).length > 0)).map((node, index) => rewired(plan, plan.graph.edges.map((one) => (one.to === node.id ? { ...one, when: nevers[index % nevers.length] } : one)))),
  },
  {
    name: "two workers who wait for each other",
    breaks: "structure",
    caughtBy: ["structure/unreachable-node", "structure/cycle"],
    mutate: (plan) => {
      const target = verifiersOf(plan).find(({ parent }) => parent === undefined)?.id ?? plan.graph.reportNode ?? "";
      const covers = plan.brief.requirements.slice(0, 1).map(({ id }) => id);
      const pair = ["late-first", "late-second"].map((id, index) => ({ id, kind: "agent", title: index === 0 ? "Remaining gaps" : "Closing the gaps", covers, instructions: index === 0 ? "Name what the other finding leaves open." : "Close the gaps that are named to you, with quotes.", ...limits }));
      return [extended(plan, pair, [edge("late-first", "late-second"), edge("late-second", "late-first"), edge("late-second", target)])];
    },
  },
  {
    name: "a worker whose findings go nowhere",
    breaks: "structure",
    caughtBy: ["structure/dead-output", "structure/missing-join"],
    mutate: (plan) => spread(topAgents(plan).filter((node) => makesClaims(node) && outOf(plan, node.id).length > 0)).map(({ id }) => rewired(plan, plan.graph.edges.filter(({ from }) => from !== id))),
  },
  {
    name: "findings that only set the order",
    breaks: "structure",
    caughtBy: ["structure/dead-output", "verify/missing", "context/names-what-it-lacks"],
    mutate: (plan) => spread(topAgents(plan).filter((node) => makesClaims(node) && outOf(plan, node.id).length > 0)).map(({ id }) => rewired(plan, plan.graph.edges.map((one) => (one.from === id ? { ...one, kind: "order" } : one)))),
  },
  {
    name: "a branch with a checker of its own that never meets the others",
    breaks: "structure",
    caughtBy: ["structure/missing-join", "structure/dead-output"],
    mutate: (plan) =>
      spread(topAgents(plan).filter((node) => makesClaims(node) && outOf(plan, node.id).length === 1)).flatMap(({ id }) => {
        const shared = nodeOf(plan, outOf(plan, id)[0]?.to ?? "");
        if (shared?.kind !== "verify" || intoOf(plan, shared.id).length < 2) return [];
        return [withGraph(plan, { nodes: [...plan.graph.nodes, { ...shared, id: "apart-check", title: "Check apart" }], edges: [...plan.graph.edges.filter(({ from }) => from !== id), edge(id, "apart-check")] })];
      }),
  },
  {
    name: "whoever is first is enough",
    breaks: "structure",
    caughtBy: ["structure/missing-join", "structure/dead-output"],
    mutate: (plan) =>
      spread(verifiersOf(plan).filter(({ id, parent }) => parent === undefined && intoOf(plan, id).length > 1)).flatMap((check) =>
        (["any", 1] as const).map((waitFor) => rewired(plan, [...plan.graph.edges.map((one) => (one.to === check.id ? { ...one, to: "first-come" } : one)), edge("first-come", check.id)], [...plan.graph.nodes, { id: "first-come", kind: "join", title: "First come", waitFor }])),
      ),
  },
  {
    name: "nobody writes the report",
    breaks: "structure",
    caughtBy: ["structure/no-report"],
    mutate: (plan) => [without(plan, ({ id }) => id === plan.graph.reportNode), ...(after(plan, plan.graph.reportNode ?? "").length > 0 ? [without(plan, ({ id }) => id === plan.graph.reportNode || leads(plan, plan.graph.reportNode ?? "", id))] : [])],
  },
  {
    name: "two reports and neither is named",
    breaks: "structure",
    caughtBy: ["structure/no-report"],
    mutate: (plan) => {
      const report = nodeOf(plan, plan.graph.reportNode ?? "");
      if (report?.kind !== "synthesize") return [];
      return ["Summary for management", "Second report"].map((title) => withGraph(plan, { reportNode: undefined, nodes: [...plan.graph.nodes, { ...report, id: "other-report", title }], edges: [...plan.graph.edges, ...intoOf(plan, report.id).map(({ from, as }) => edge(from, "other-report", { as }))] }));
    },
  },
  {
    name: "a worker's notes are called the report",
    breaks: "structure",
    caughtBy: ["structure/no-report", "verify/missing", "verify/after-report", "structure/dead-output"],
    mutate: (plan) => spread(topAgents(plan).filter(({ id }) => leads(plan, id, plan.graph.reportNode ?? ""))).map(({ id }) => withGraph(plan, { reportNode: id })),
  },
  {
    name: "one after the other for nothing",
    breaks: "structure",
    caughtBy: ["structure/needless-order"],
    mutate: (plan) => {
      const agents = topAgents(plan);
      const pairs = agents.flatMap((first, index) => agents.slice(index + 1, index + 3).map((second) => ({ first, second }))).filter(({ first, second }) => !leads(plan, first.id, second.id) && !leads(plan, second.id, first.id));
      return spread(pairs).flatMap(({ first, second }) => {
        const inputs = intoOf(plan, second.id).filter(({ kind }) => kind === "data").map(({ as }) => as);
        const ignoring = changed(extended(plan, [], [edge(first.id, second.id)]), [second.id], (node) => ("context" in node && !("unknown" in node.context) ? { context: { ...node.context, inputs } } : {}));
        return [extended(plan, [], [edge(first.id, second.id, { kind: "order" })]), ignoring];
      });
    },
  },
  {
    name: "writes first and asks afterwards, in one program",
    breaks: "structure",
    caughtBy: ["structure/effect-before-gate"],
    mutate: (plan) =>
      plan.graph.nodes.flatMap((node) => {
        if (node.kind !== "tool" || typeof node.tool !== "string" || !writers.includes(node.tool)) return [];
        const { tool, arguments: _, kind: __, ...rest } = node;
        return sources.map((source): Mutant => withGraph(plan, { nodes: plan.graph.nodes.map((other) => (other === node ? { ...rest, kind: "code", source: source(tool), tools: [tool] } : other)) }));
      }),
  },
];
