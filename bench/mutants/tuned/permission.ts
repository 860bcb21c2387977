import { perNode, spread, withGraph, type Operator } from "../operator.ts";

const readers = ["query_metrics", "run_tests", "search_web", "list_tickets", "read_repository"];
const secrets = ["salary-records", "legal-hold", "board-minutes", "customer-mailboxes"];
const strange = ["https://paste.example.net/raw/1", "https://mirror.unlisted.example/all.json", "http://203.0.113.7/dump", "https://drive.foreign.example/share"];
const errands = [
  ["logo-history", "History of the logo", "Trace how the company's logo developed since it was founded and who designed each version."],
  ["furniture", "Office furniture", "Please look for current trends in office furniture and name three makers with their prices."],
  ["anecdotes", "Anecdotes", "You collect amusing anecdotes about famous inventors which could loosen up a talk."],
  ["weather", "Weather", "The weather of the past ten summers is to be compiled by month."],
  ["crossword", "Crossword", "- make a crossword puzzle\n- 15 by 15\n- clues in rhyme"],
] as const;

/** More than the brief grants, or nothing to do with it. */
export const permissionOperators: Operator[] = [
  {
    name: "tool that wasn't granted",
    breaks: "structure",
    caughtBy: ["scope/tool-outside"],
    mutate: (plan) => {
      const { tools: granted } = plan.brief.scope;
      const others = readers.filter((tool) => !granted.includes(tool));
      let turn = 0;
      if (granted.length === 0 || others.length === 0) return [];
      return perNode("agent", (node) => (Array.isArray(node.tools) ? { tools: [...node.tools, others[turn++ % others.length]] } : null))(plan);
    },
  },
  {
    name: "collection that wasn't granted",
    breaks: "structure",
    caughtBy: ["scope/source-outside"],
    mutate: (plan) => {
      let turn = 0;
      if (plan.brief.scope.collections.length === 0) return [];
      return perNode("agent", ({ context }) => ("sources" in context ? { context: { ...context, sources: [...context.sources, secrets[turn++ % secrets.length]] } } : null))(plan);
    },
  },
  {
    name: "page on a domain that wasn't granted",
    breaks: "structure",
    caughtBy: ["scope/domain-outside"],
    mutate: (plan) => {
      const { domains, tools } = plan.brief.scope;
      const { nodes, edges } = plan.graph;
      if (domains.length === 0 || !tools.includes("fetch_url")) return [];
      return spread(nodes.filter(({ kind, parent }) => kind === "agent" && parent === undefined)).map(({ id }, index) =>
        withGraph(plan, {
          nodes: [...nodes, { id: "side-page", kind: "tool", title: "Fetch a page", tool: "fetch_url", arguments: { url: `'${strange[index % strange.length]}'` } }],
          edges: [...edges, { id: "side-page-in", from: "side-page", to: id }],
        }),
      );
    },
  },
  {
    name: "errand that serves no requirement",
    breaks: "prose",
    caughtBy: ["scope/drift"],
    mutate: (plan) => {
      const { nodes, edges, reportNode } = plan.graph;
      const report = nodes.find(({ id }) => id === reportNode);
      if (report === undefined || report.covers.length > 0) return [];
      const downstream = (id: string): boolean => edges.some(({ from, to }) => from === id && (nodes.some((node) => node.id === to && node.covers.length > 0) || downstream(to)));
      if (downstream(report.id)) return [];
      return errands.map(([id, title, instructions]) =>
        withGraph(plan, {
          nodes: [
            ...nodes,
            { id, kind: "agent", title, instructions, context: { maxTokens: 8_000 }, maxTurns: 6, doneWhen: "Ten sources were read." },
            { id: `${id}-check`, kind: "verify", title: `${title}: check`, criteria: "Does the quoted passage bear out the statement?" },
          ],
          edges: [...edges, { id: `${id}-a`, from: id, to: `${id}-check` }, { id: `${id}-b`, from: `${id}-check`, to: report.id }],
        }),
      );
    },
  },
];
