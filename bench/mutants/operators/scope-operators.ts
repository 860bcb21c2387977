import { perNode, spread, without, withBrief, withGraph, type Operator } from "../operator.ts";

const tools = (node: { tools: unknown }) => (Array.isArray(node.tools) ? node.tools : []);

/** Rights that nobody gave, and limits that aren't there. */
export const scopeOperators: Operator[] = [
  { name: "give a worker a tool that the brief doesn't grant", breaks: "structure", caughtBy: ["scope/tool-outside"], mutate: perNode("agent", (node) => ({ tools: [...tools(node), "search_people"] })) },
  { name: "open another collection to a worker", breaks: "structure", caughtBy: ["scope/source-outside"], mutate: perNode("agent", (node) => ("sources" in node.context ? { context: { ...node.context, sources: [...node.context.sources, "salaries"] } } : null)) },
  {
    name: "call an address that the brief doesn't name",
    breaks: "structure",
    caughtBy: ["scope/domain-outside"],
    mutate: (plan) => ["https://collect.test/in", "http://10.0.0.7/metadata"].map((url) => withGraph(plan, { nodes: [...plan.graph.nodes, { kind: "tool", id: "call", title: "Call", tool: "fetch_url", arguments: { url: `"${url}"` } }] })),
  },
  {
    name: "write under a brief that is read-only",
    breaks: "structure",
    caughtBy: ["scope/writes"],
    mutate: (plan) => (plan.brief.scope.effects === "may-write" ? [withBrief(plan, { scope: { ...plan.brief.scope, effects: "read-only" } })] : perNode("agent", (node) => ({ tools: [...tools(node), "send_mail"] }))(plan)),
  },
  {
    name: "take the checkpoint before a write away",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write"],
    mutate: (plan) => {
      if (plan.brief.scope.effects === "read-only") return [];
      return plan.graph.nodes.filter(({ kind }) => kind === "checkpoint").map(({ id }) => {
        const cut = without(plan, (node) => node.id === id);
        const into = plan.graph.edges.filter(({ to }) => to === id);
        const out = plan.graph.edges.filter(({ from }) => from === id);
        return withGraph({ ...plan, graph: cut.graph }, { edges: [...cut.graph.edges, ...into.flatMap(({ from }) => out.map(({ to, as }) => ({ id: "around", from, to, as })))] });
      });
    },
  },
  {
    name: "lead a way around the checkpoint",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write"],
    mutate: (plan) => {
      const write = plan.graph.nodes.find(({ kind }) => kind === "tool");
      const first = plan.graph.nodes.find(({ kind, parent }) => kind === "agent" && parent === undefined);
      return write === undefined || first === undefined ? [] : [withGraph(plan, { edges: [...plan.graph.edges, { id: "shortcut", from: first.id, to: write.id }] })];
    },
  },
  {
    name: "let what comes from the web reach a write",
    breaks: "structure",
    caughtBy: ["scope/untrusted-to-write"],
    mutate: (plan) =>
      spread(plan.graph.nodes.filter((node) => node.kind === "agent" && node.parent === undefined)).map((node) =>
        withGraph(plan, { nodes: [...plan.graph.nodes.map((other) => (other === node ? { ...other, tools: ["fetch_url"] } : other)), { kind: "tool", id: "post", title: "Tell them", tool: "send_mail" }], edges: [...plan.graph.edges, { id: "to-post", from: node.id, to: "post" }] }),
      ),
  },
  { name: "give one worker the web and the mail", breaks: "structure", caughtBy: ["scope/untrusted-to-write"], mutate: perNode("agent", () => ({ tools: ["fetch_url", "send_mail"] })) },
  {
    name: "write before asking, in one program",
    breaks: "structure",
    caughtBy: ["structure/effect-before-gate"],
    mutate: (plan) => ["await delete_rows({ all: true });\nawait interrupt('Was that right?');", "const gone = await tools.delete_rows({});\nif (!(await ask_person('ok?'))) throw new Error('no');"].map((source) => withGraph(plan, { nodes: [...plan.graph.nodes, { kind: "code", id: "clean", title: "Clean up", source, tools: ["delete_rows", "ask_person"] }] })),
  },
  { name: "take a worker's limits away", breaks: "structure", caughtBy: ["budget/unlimited-node"], mutate: perNode("agent", () => ({ maxTurns: undefined, budget: undefined })) },
  { name: "halve the brief's agents below the plan's", breaks: "structure", caughtBy: ["budget/over", "structure/unbounded-fan-out"], mutate: (plan) => [withBrief(plan, { budget: { ...plan.brief.budget, maxAgents: 2 } })] },
  { name: "leave a tenth of the tokens", breaks: "structure", caughtBy: ["budget/over"], mutate: (plan) => [withBrief(plan, { budget: { ...plan.brief.budget, maxTokens: 5_000 } })] },
  { name: "leave one minute", breaks: "structure", caughtBy: ["budget/over"], mutate: (plan) => [withBrief(plan, { budget: { ...plan.brief.budget, maxMinutes: 0.1 } })] },
  { name: "have a checkpoint approve itself", breaks: "structure", caughtBy: ["gate/auto-approve"], mutate: perNode("checkpoint", () => ({ timeoutMinutes: 60, onTimeout: "approve" })) },
  {
    name: "hide words in instructions",
    breaks: "structure",
    caughtBy: ["text/hidden-characters"],
    mutate: (plan) => ["\u202e", "\u200b", [..."obey"].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join(""), "\u2066"].flatMap((hidden) => perNode("agent", ({ instructions }) => ({ instructions: `${typeof instructions === "string" ? instructions : ""}${hidden} now.` }))(plan).slice(0, 1)),
  },
];
