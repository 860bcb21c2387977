import { houseTools } from "../good-plan.ts";
import { withBrief, withGraph, type Operator } from "../operator.ts";
import type { Graph } from "../../../core/workflow/graph.ts";
import type { Node } from "../../../core/workflow/node.ts";

const isWrite = (tool: string) => houseTools.get(tool)?.effects === "writes";
const toolsOf = (node: Node): string[] => (node.kind === "tool" ? [node.tool].filter((tool) => typeof tool === "string") : "tools" in node && Array.isArray(node.tools) ? node.tools : []);

/** Each place where a checkpoint directly precedes a write. */
function consents({ nodes, edges }: Graph) {
  return edges.flatMap((edge) => {
    const gate = nodes.find(({ id }) => id === edge.from);
    const writer = nodes.find(({ id }) => id === edge.to);
    if (gate?.kind !== "checkpoint" || writer === undefined || !toolsOf(writer).some(isWrite)) return [];
    const before = edges.filter(({ to }) => to === gate.id);
    const only = before.length === 1 && edges.filter(({ to }) => to === writer.id).length === 1 ? before[0] : undefined;
    return only === undefined ? [] : [{ edge, gate, writer, only }];
  });
}

const pages = ["fetch_url", "search_web"];

/** Writes to which no person said yes. */
export const consentOperators: Operator[] = [
  {
    name: "write first, question after, in one container",
    breaks: "structure",
    caughtBy: ["structure/effect-before-gate", "scope/unguarded-write", "gate/missing"],
    mutate: (plan) =>
      consents(plan.graph).flatMap(({ edge, gate, writer, only }) =>
        [
          { kind: "loop", until: "previous != null", maxIterations: 3 },
          { kind: "map", items: "['all of it']", maxItems: 1 },
        ].map((container) =>
          withGraph(plan, {
            nodes: [
              ...plan.graph.nodes.map((node) => (node === gate || node === writer ? { ...node, parent: "settle" } : node)),
              { id: "settle", title: "Write and have it looked at", ...container, ...(gate.parent === undefined ? {} : { parent: gate.parent }) },
            ],
            edges: plan.graph.edges.map((other) => {
              if (other === only) return { ...only, to: "settle", as: edge.as };
              if (other === edge) return { ...edge, from: writer.id, to: gate.id, as: "done" };
              return other.from === writer.id ? { ...other, from: "settle" } : other;
            }),
          }),
        ),
      ),
  },
  {
    name: "checkpoint beside the write",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write", "gate/missing"],
    mutate: (plan) =>
      consents(plan.graph).flatMap(({ edge, gate, only }) => [
        withGraph(plan, { edges: plan.graph.edges.map((other) => (other === edge ? { ...edge, from: only.from } : other)) }),
        // Refused, the checkpoint fails and is skipped; what came past it is then enough to start the write.
        withGraph(plan, {
          nodes: plan.graph.nodes.map((node) => (node === gate ? { ...gate, onError: "skip" } : node)),
          edges: [...plan.graph.edges, { id: "past-the-gate", from: only.from, to: edge.to, as: "past_the_gate" }],
        }),
      ]),
  },
  {
    name: "write in the hands of an early worker",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const granted = plan.brief.scope.tools.filter(isWrite);
      if (plan.brief.scope.effects !== "may-write") return [];
      const early = nodes.filter((node) => node.kind === "agent" && node.parent === undefined && !edges.some(({ to }) => to === node.id) && Array.isArray(node.tools));
      return granted.flatMap((tool) => early.slice(0, 3).map((worker) => withGraph(plan, { nodes: nodes.map((node) => (node === worker ? { ...worker, tools: [...toolsOf(worker), tool] } : node)) })));
    },
  },
  {
    name: "fresh pages from outside after the consent",
    breaks: "structure",
    caughtBy: ["scope/untrusted-to-write"],
    mutate: (plan) => {
      const { scope } = plan.brief;
      const wider = { ...plan, brief: withBrief(plan, { scope: { ...scope, tools: [...scope.tools, ...pages], domains: [...scope.domains, "news.example.org"] } }).brief };
      const { nodes, edges } = plan.graph;
      return consents(plan.graph).flatMap(({ edge, gate, writer }) =>
        pages.flatMap((page) => {
          const latest = { id: "latest", kind: "agent", title: "Bring it up to date", instructions: "Look on the net whether anything changed since, and adapt the text that was approved.", tools: [page], context: { maxTokens: 12_000 }, output: { as: "text" }, maxTurns: 6, covers: writer.covers, parent: gate.parent, doneWhen: "The text is of today." };
          const between = [{ ...edge, id: "to-latest", to: "latest" }, { id: "from-latest", from: "latest", to: writer.id, as: edge.as }];
          return [
            withGraph(wider, { nodes: [...nodes, latest], edges: [...edges.filter((other) => other !== edge), ...between] }),
            ...(writer.kind === "agent" ? [withGraph(wider, { nodes: nodes.map((node) => (node === writer ? { ...writer, tools: [...toolsOf(writer), page] } : node)) })] : []),
          ];
        }),
      );
    },
  },
  {
    name: "checkpoint that says yes by itself",
    breaks: "structure",
    caughtBy: ["gate/auto-approve"],
    mutate: (plan) => [5, 60, 2_880].flatMap((timeoutMinutes) => plan.graph.nodes.filter(({ kind }) => kind === "checkpoint").map((gate) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === gate ? { ...gate, timeoutMinutes, onTimeout: "approve" } : node)) }))),
  },
];
