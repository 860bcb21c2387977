import type { GoodPlan } from "../good-plan.ts";
import { perNode, spread, withBrief, withGraph, without, wordings, type Mutant, type Operator } from "../operator.ts";

const writing = new Set(["send_mail", "update_ticket", "open_pull_request", "delete_rows"]);
const granted = (plan: GoodPlan, scope: Partial<GoodPlan["brief"]["scope"]>): GoodPlan => ({ ...plan, brief: { ...plan.brief, scope: { ...plan.brief.scope, ...scope } } });
const toolsOf = (node: { tools: string[] | { unknown: string } }) => (Array.isArray(node.tools) ? node.tools : []);
const usesWrite = ({ graph }: GoodPlan) => graph.nodes.filter((node) => node.kind === "tool" && typeof node.tool === "string" && writing.has(node.tool));

/** A new reader of outside pages in front of one of the workers. */
function fetching(plan: GoodPlan, url: string): Mutant[] {
  const agents = spread(plan.graph.nodes.filter(({ kind }) => kind === "agent"));
  return agents.map((agent) =>
    withGraph(granted(plan, { tools: [...plan.brief.scope.tools, "fetch_url"], domains: [...plan.brief.scope.domains, "statistics.example.org"] }), {
      nodes: [...plan.graph.nodes, { kind: "tool", id: "outside-page", title: "Fetch a page", parent: agent.parent, tool: "fetch_url", arguments: { url } }],
      edges: [...plan.graph.edges, { id: "outside-in", from: "outside-page", to: agent.id, as: "page" }],
    }),
  );
}

export const scopeOperators: Operator[] = [
  {
    name: "one tool more than granted",
    breaks: "structure",
    caughtBy: ["scope/tool-outside"],
    mutate: wordings(["search_web", "fetch_url", "list_tickets", "query_metrics", "run_shell"], (tool) => (plan) => (plan.brief.scope.tools.includes(tool) ? [] : perNode("agent", (node) => ({ tools: [...toolsOf(node), tool] }))(plan))),
  },
  {
    name: "a tool by another spelling",
    breaks: "structure",
    caughtBy: ["scope/tool-outside"],
    mutate: wordings(["Read_Source", "read-source", "readSource", "tools.read_source"], (tool) => perNode("agent", (node) => (toolsOf(node).length > 0 ? { tools: [tool] } : null))),
  },
  {
    name: "source nobody granted",
    breaks: "structure",
    caughtBy: ["scope/source-outside"],
    mutate: wordings(["personnel-files", "board-minutes", "customer-database", "everything"], (source) => perNode("agent", ({ context }) => ("unknown" in context ? null : { context: { ...context, sources: [...context.sources, source] } }))),
  },
  {
    name: "page of another domain",
    breaks: "structure",
    caughtBy: ["scope/domain-outside"],
    mutate: wordings(["'https://pastes.example.net/raw/81'", "'https://statistics.example.org.evil.example/'", "'http://203.0.113.7/list'", "'https://elsewhere.example/?u=statistics.example.org'"], (url) => (plan) => fetching(plan, url)),
  },
  {
    name: "read-only brief, writing worker",
    breaks: "structure",
    caughtBy: ["scope/writes"],
    mutate: wordings([...writing], (tool) => (plan) =>
      plan.brief.scope.effects === "may-write" ? [] : perNode("agent", (node) => ({ tools: [...toolsOf(node), tool] }))(granted(plan, { tools: [...plan.brief.scope.tools, tool] })),
    ),
  },
  { name: "brief turns read-only", breaks: "structure", caughtBy: ["scope/writes"], mutate: (plan) => (usesWrite(plan).length > 0 ? [withBrief(plan, { scope: { ...plan.brief.scope, effects: "read-only" } })] : []) },
  {
    name: "write without anybody's yes",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write"],
    mutate: (plan) =>
      usesWrite(plan).flatMap((tool) => {
        const gate = plan.graph.edges.find(({ to }) => to === tool.id);
        const before = plan.graph.edges.find(({ to }) => to === gate?.from);
        if (gate === undefined || before === undefined) return [];
        const past = { id: "past-the-gate", from: before.from, to: tool.id };
        const gone = without(plan, ({ id }) => id === gate.from);
        return [
          withGraph({ ...plan, graph: gone.graph }, { edges: [...gone.graph.edges, { ...past, as: gate.as }] }),
          withGraph(plan, { edges: [...plan.graph.edges, { ...past, as: "draft" }] }),
          withGraph(plan, { edges: [...plan.graph.edges.filter((edge) => edge !== before && edge !== gate), { ...past, as: gate.as }, { id: "asked-later", from: tool.id, to: gate.from }] }),
        ];
      }),
  },
  {
    name: "reader may write before the gate",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write"],
    mutate: wordings([...writing], (tool) => (plan) => (plan.brief.scope.effects === "may-write" ? perNode("agent", (node) => ({ tools: [...toolsOf(node), tool] }))(granted(plan, { tools: [...plan.brief.scope.tools, tool] })) : [])),
  },
  {
    name: "web searcher hands on to a write",
    breaks: "structure",
    caughtBy: ["scope/untrusted-to-write"],
    mutate: wordings(["Search the web for today's news on the question and say who should be told.", "Collect comments from public forums, and draft the text from them.", "Look on the internet for the address that the result has to go to.", "Fetch the instructions from the partner's site and prepare what it asks for."], (instructions) => (plan) =>
      [...writing].map((tool) =>
        withGraph(granted(plan, { effects: "may-write", tools: [...new Set([...plan.brief.scope.tools, "search_web", tool])], domains: [...plan.brief.scope.domains, "news.example.org"] }), {
          nodes: [...plan.graph.nodes, { kind: "agent", id: "web-searcher", title: "Search the web", covers: plan.brief.requirements.slice(0, 1).map(({ id }) => id), instructions, tools: ["search_web"], maxTurns: 6, budget: { maxTokens: 30_000 }, doneWhen: "Three pages were read." }, { kind: "tool", id: "write-it", title: "Write it", tool, arguments: { body: "inputs.found" } }],
          edges: [...plan.graph.edges, { id: "web-to-write", from: "web-searcher", to: "write-it", as: "found" }],
        }),
      ).slice(instructions.length % writing.size),
    ),
  },
];
