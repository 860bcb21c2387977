import type { GoodPlan } from "../good-plan.ts";
import { perNode, spread, withBrief, withGraph, wordings, type Operator } from "../operator.ts";

const writing = new Set(["send_mail", "update_ticket", "open_pull_request", "delete_rows"]);
const granted = (plan: GoodPlan, scope: Partial<GoodPlan["brief"]["scope"]>): GoodPlan => ({ ...plan, brief: { ...plan.brief, scope: { ...plan.brief.scope, ...scope } } });
const usesWrite = ({ graph }: GoodPlan) => graph.nodes.filter((node) => node.kind === "tool" && typeof node.tool === "string" && writing.has(node.tool));

export const scopeOperators: Operator[] = [
  {
    name: "brief takes a tool away",
    breaks: "structure",
    caughtBy: ["scope/tool-outside"],
    mutate: (plan) => spread(plan.brief.scope.tools).map((gone) => withBrief(plan, { scope: { ...plan.brief.scope, tools: plan.brief.scope.tools.filter((tool) => tool !== gone) } })),
  },
  {
    name: "brief takes a collection away",
    breaks: "structure",
    caughtBy: ["scope/source-outside"],
    mutate: (plan) => spread(plan.brief.scope.collections).map((gone) => withBrief(plan, { scope: { ...plan.brief.scope, collections: plan.brief.scope.collections.filter((one) => one !== gone) } })),
  },
  {
    name: "outside text straight into a write",
    breaks: "structure",
    caughtBy: ["scope/untrusted-to-write"],
    mutate: wordings([...writing], (tool) => (plan) => {
      const open = granted(plan, { effects: "may-write", tools: [...new Set([...plan.brief.scope.tools, "fetch_url", tool])], domains: [...plan.brief.scope.domains, "statistics.example.org"] });
      const into = usesWrite(plan).filter((node) => node.kind === "tool" && node.tool === tool);
      const page = { kind: "tool", id: "outside-page", title: "Fetch a page", tool: "fetch_url", arguments: { url: "'https://statistics.example.org/today'" } };
      const bypass = into.map(({ id }) => withGraph(open, { nodes: [...plan.graph.nodes, page], edges: [...plan.graph.edges, { id: "page-to-write", from: "outside-page", to: id, as: "page" }] }));
      return [...bypass, ...perNode("agent", () => ({ tools: ["fetch_url", tool] }))(open)];
    }),
  },
  {
    name: "brief grants another domain",
    breaks: "structure",
    caughtBy: ["scope/domain-outside"],
    mutate: (plan) => (plan.brief.scope.domains.length === 0 ? [] : [["example.com"], ["advisories.imglib.example.com"], ["xadvisories.imglib.example"]].map((domains) => withBrief(plan, { scope: { ...plan.brief.scope, domains } }))),
  },
];
