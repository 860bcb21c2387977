import { houseTools } from "../good-plan.ts";
import { inEnglish, perNode, withBrief, withGraph, type Operator } from "../operator.ts";
import type { Node } from "../../../core/workflow/node.ts";

const isWrite = (tool: string) => houseTools.get(tool)?.effects === "writes";
const toolsOf = (node: Node): string[] => (node.kind === "tool" ? [node.tool].filter((tool) => typeof tool === "string") : "tools" in node && Array.isArray(node.tools) ? node.tools : []);

const unheard = ["shell", "browser_use", "postgres_query", "python_interpreter"];
const abroad = [
  "Start from https://blog.unlisted-vendor.net/overview and follow its links.",
  "Please also consult www.rumours.example.net for the latest.",
  "The complete list is found at http://data.foreign-portal.example/all.csv.",
  "You fetch https://forum.outsiders.example/threads first and quote from it.",
];
const asking = ["const answer = await waitForApproval('Was that all right?');", "const answer = await checkpoint({ asks: 'Is what was written correct?' });", "const answer = await interrupt('approve or undo');", "const answer = await askPerson('May this stand?');"];

/** Tools, pages and writes for which there is no leave. */
export const breachOperators: Operator[] = [
  {
    name: "tool nobody has heard of",
    breaks: "structure",
    caughtBy: ["scope/tool-outside"],
    mutate: (plan) => {
      let turn = 0;
      return perNode("agent", ({ tools }) => (Array.isArray(tools) ? { tools: [...tools, unheard[turn++ % unheard.length]] } : null))(plan);
    },
  },
  {
    name: "worker told to read elsewhere",
    breaks: "prose",
    caughtBy: ["scope/domain-outside"],
    mutate: inEnglish((plan) => {
      if (plan.brief.scope.domains.length === 0) return [];
      return abroad.flatMap((text) => perNode("agent", ({ instructions, tools }) => (typeof instructions === "string" && Array.isArray(tools) && tools.includes("fetch_url") ? { instructions: `${instructions} ${text}` } : null))(plan).slice(0, 1));
    }),
  },
  {
    name: "write under a brief that only reads",
    breaks: "structure",
    caughtBy: ["scope/writes"],
    mutate: (plan) => {
      const { scope } = plan.brief;
      if (scope.effects === "may-write") return plan.graph.nodes.some((node) => toolsOf(node).some(isWrite)) ? [withBrief(plan, { scope: { ...scope, effects: "read-only" } })] : [];
      return ["send_mail", "update_ticket", "open_pull_request", "delete_rows"].flatMap((tool) => {
        const { brief } = withBrief(plan, { scope: { ...scope, tools: [...scope.tools, tool] } });
        return perNode("agent", ({ tools }) => (Array.isArray(tools) ? { tools: [...tools, tool] } : null))({ ...plan, brief }).slice(-1);
      });
    },
  },
  {
    name: "checkpoint before the write taken out",
    breaks: "structure",
    caughtBy: ["scope/unguarded-write", "gate/missing"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      return edges.flatMap((edge) => {
        const gate = nodes.find(({ id }) => id === edge.from);
        const writer = nodes.find(({ id }) => id === edge.to);
        const before = edges.filter(({ to }) => to === edge.from);
        const isLast = !nodes.some((node) => node.kind === "checkpoint" && node !== gate);
        if (gate?.kind !== "checkpoint" || writer === undefined || !toolsOf(writer).some(isWrite) || before.length !== 1 || edges.filter(({ from }) => from === gate.id).length !== 1 || !isLast) return [];
        const bridged = edges.flatMap((other) => (other === edge ? [{ ...edge, from: before[0]?.from ?? "" }] : other === before[0] ? [] : [other]));
        return [
          withGraph(plan, { nodes: nodes.filter((node) => node !== gate), edges: bridged }),
          withGraph(plan, { nodes: nodes.map((node) => (node === gate ? { id: gate.id, kind: "join", title: gate.title, rationale: gate.rationale, parent: gate.parent, phase: gate.phase } : node)) }),
        ];
      });
    },
  },
  {
    name: "program that writes and then asks",
    breaks: "structure",
    caughtBy: ["structure/effect-before-gate", "scope/unguarded-write"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      return edges.flatMap((edge) => {
        const gate = nodes.find(({ id }) => id === edge.from);
        const writer = nodes.find(({ id }) => id === edge.to);
        const [tool] = writer === undefined ? [] : toolsOf(writer).filter(isWrite);
        if (gate?.kind !== "checkpoint" || writer === undefined || tool === undefined) return [];
        return asking.map((ask) => {
          const source = `const done = await tools.${tool}(inputs);\n${ask}\nreturn { done, answer };`;
          const program = { id: gate.id, kind: "code", title: "Write, then have it looked at", covers: writer.covers, parent: gate.parent, phase: gate.phase, source, tools: [tool], limits: { timeoutMs: 60_000, maxCalls: 5 } };
          return withGraph(plan, {
            nodes: nodes.flatMap((node): object[] => (node === gate ? [program] : node === writer ? [] : [node])),
            edges: edges.flatMap((other) => (other === edge || other.to === writer.id ? [] : other.from === writer.id ? [{ ...other, from: gate.id }] : [other])),
          });
        });
      });
    },
  },
];
