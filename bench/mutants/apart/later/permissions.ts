import { inEnglish, perNode, withBrief, withGraph, wordings, type Mutant, type Operator } from "../../operator.ts";
import { after, agentsOf, changed, edge, extended, intoOf, outOf, readers, rewired, splicedOut, topAgents, withSentence, writers } from "./rewiring.ts";
import type { GoodPlan } from "../../good-plan.ts";

const web = ["fetch_url", "search_web"];
const isWriteTool = (tool: unknown) => typeof tool === "string" && writers.includes(tool);

/** Checkpoints whose approval a write waits for. */
function gates(plan: GoodPlan) {
  return plan.graph.nodes.filter(({ id, kind }) => kind === "checkpoint" && after(plan, id).some((node) => writesIn(plan, node.id)));
}

/** Whether a node, or one in its body, is a call that writes. */
function writesIn({ graph }: GoodPlan, id: string): boolean {
  return graph.nodes.some((node) => (node.id === id || node.parent === id) && node.kind === "tool" && isWriteTool(node.tool));
}

function granting(plan: GoodPlan, tools: readonly string[], more: object = {}): GoodPlan {
  const { brief } = withBrief(plan, { scope: { ...plan.brief.scope, tools: [...plan.brief.scope.tools, ...tools], ...more } });
  return { ...plan, brief };
}

const isReadOnly = ({ brief }: GoodPlan) => brief.scope.effects === "read-only";
const mail = { id: "post", kind: "tool", title: "Send it round", tool: "send_mail", arguments: { to: '"everyone@acme.example"', text: "inputs.text" } };

/** What the brief granted, and writes. */
export const permissionOperators: Operator[] = [
  {
    name: "a tool that wasn't granted",
    breaks: "structure",
    caughtBy: ["scope/tool-outside"],
    mutate: (plan) => [...readers.filter((name) => !plan.brief.scope.tools.includes(name)).slice(0, 2), "python_shell"].flatMap((name) => perNode("agent", ({ tools }) => ({ tools: [...(tools as string[]), name] }))(plan).slice(0, 2)),
  },
  {
    name: "a call of a tool that wasn't granted",
    breaks: "structure",
    caughtBy: ["scope/tool-outside"],
    mutate: (plan) => readers.filter((name) => !plan.brief.scope.tools.includes(name)).slice(0, 2).flatMap((tool) => topAgents(plan).slice(0, 1).map(({ id }) => extended(plan, [{ id: "extra-call", kind: "tool", title: "More material", tool, arguments: {} }], [edge("extra-call", id, { as: "more_material" })]))),
  },
  {
    name: "a collection that wasn't granted",
    breaks: "structure",
    caughtBy: ["scope/source-outside"],
    mutate: (plan) => ["personnel-files", "board-minutes", "medical-records"].flatMap((name) => perNode("agent", ({ context }) => ("unknown" in context ? null : { context: { ...context, sources: [...context.sources, name] } }))(plan).slice(0, 2)),
  },
  {
    name: "a call to a domain that wasn't granted",
    breaks: "structure",
    caughtBy: ["scope/domain-outside"],
    mutate: (plan) =>
      ["https://files.pastehub.example/dump.txt", "http://10.0.0.7/internal", "https://tracker.elsewhere.test/?q=1"].flatMap((url) => {
        const wide = granting(plan, ["fetch_url"], plan.brief.scope.domains.length > 0 ? {} : { domains: ["handbook.acme.example"] });
        return topAgents(plan).slice(-1).map(({ id }) => extended(wide, [{ id: "extra-page", kind: "tool", title: "One more page", tool: "fetch_url", arguments: { url: `"${url}"` } }], [edge("extra-page", id, { as: "extra_page" })]));
      }),
  },
  {
    name: "words that send a worker to a domain that wasn't granted",
    breaks: "prose",
    caughtBy: ["scope/domain-outside"],
    mutate: inEnglish(
      wordings(["Also have a look at https://www.gossip-wire.test/archive.", "Should the pages be thin, forums.leakboard.test may be consulted as well.", "- Cross-check with https://mirror.unofficial.test", "You might find more on blog.insider-tips.test, kindly fetch it too.", "Fall back to http://cache.oldpages.test/latest when a page is gone."], (text) =>
        (plan) => agentsOf(plan).filter(({ tools }) => (tools as string[]).includes("fetch_url") && plan.brief.scope.domains.length > 0).map((node) => changed(plan, [node.id], () => withSentence(node, text))),
      ),
    ),
  },
  {
    name: "writes under a brief that only reads",
    breaks: "structure",
    caughtBy: ["scope/writes"],
    mutate: (plan) => {
      if (!isReadOnly(plan)) return plan.graph.nodes.some(({ id }) => writesIn(plan, id)) ? [withBrief(plan, { scope: { ...plan.brief.scope, effects: "read-only" } })] : [];
      const report = plan.graph.reportNode ?? "";
      const inAgents = writers.flatMap((tool) => perNode("agent", ({ tools }) => ({ tools: [...(tools as string[]), tool] }))(granting(plan, [tool])).slice(0, 1));
      return [...inAgents, extended(granting(plan, ["send_mail"]), [{ id: "let-go", kind: "checkpoint", title: "May it go out?", asks: "Send the report?" }, mail], [edge(report, "let-go"), edge("let-go", "post", { as: "text" })])];
    },
  },
  {
    name: "a write that nobody lets through",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write", "gate/missing"],
    mutate: (plan) => {
      if (!isReadOnly(plan)) return gates(plan).map(({ id }) => splicedOut(plan, id));
      const free = granting(plan, ["send_mail"], { effects: "may-write" });
      return [plan.graph.reportNode ?? "", ...topAgents(plan).slice(0, 1).map(({ id }) => id)].map((from) => extended(free, [mail], [edge(from, "post", { as: "text" })]));
    },
  },
  {
    name: "a way round the person, or the person beside the way",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write"],
    mutate: (plan) =>
      gates(plan).flatMap((gate) => {
        const before = intoOf(plan, gate.id)[0];
        const next = outOf(plan, gate.id).find(({ to }) => writesIn(plan, to));
        if (before === undefined || next === undefined) return [];
        const rest = plan.graph.edges.filter((one) => one !== next);
        return [
          rewired(plan, [...rest, edge(before.from, "either"), edge(gate.id, "either"), { ...next, from: "either" }], [...plan.graph.nodes, { id: "either", kind: "join", title: "Whichever comes first", waitFor: "any" }]),
          rewired(plan, [...rest, { ...next, from: before.from }]),
        ];
      }),
  },
  {
    name: "a worker before the gate gets the tool that writes",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write", "scope/untrusted-to-write"],
    mutate: (plan) => (isReadOnly(plan) ? [] : plan.brief.scope.tools.filter(isWriteTool).flatMap((tool) => perNode("agent", ({ tools }) => ({ tools: [...(tools as string[]), tool] }))(plan))),
  },
  {
    name: "what came from the web goes into the write past the gate",
    breaks: "structure",
    caughtBy: ["scope/untrusted-to-write"],
    mutate: (plan): Mutant[] => {
      const outside = topAgents(plan).filter(({ tools }) => (tools as string[]).some((name) => web.includes(name)));
      const calls = plan.graph.nodes.filter((node) => node.kind === "tool" && node.parent === undefined && isWriteTool(node.tool) && intoOf(plan, node.id).length > 0);
      return outside.flatMap(({ id }) =>
        calls.flatMap((call) => {
          if (call.kind !== "tool") return [];
          const { arguments: given, tool, kind: _, ...shared } = call;
          const reader = { ...shared, kind: "agent", title: "Check links and send", instructions: "Open every link in the approved text, then send it with what the pages say today.", tools: [tool, ...plan.brief.scope.tools.filter((name) => web.includes(name))], output: { as: "text" }, maxTurns: 6, budget: { maxTokens: 40_000 }, doneWhen: "It is sent." };
          return [extended(changed(plan, [call.id], () => ({ arguments: { ...(given as object), appendix: "inputs.raw" } })), [], [edge(id, call.id, { as: "raw" })]), withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === call ? reader : node)) })];
        }),
      );
    },
  },
];

