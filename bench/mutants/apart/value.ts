import { perNode, spread, withGraph, wordings, type Operator } from "../operator.ts";
import type { GoodPlan } from "../good-plan.ts";

const broken = ["inputs.list.", "item ==", "(index", "[1, 2", "inputs.a &&& inputs.b"];
const nameless = ["outputs.everything", "the_list", "worker_three.claims", "$json.items", "state.findings"];

const onMap = (items: string) => perNode("map", () => ({ items }));
const caughtBy = ["structure/bad-expression"];

/** The agents whose answer goes straight into a node of this kind. */
const feeding = ({ graph }: GoodPlan, receiver: string) =>
  graph.nodes.filter(({ id, kind }) => kind === "agent" && graph.edges.some(({ from, to }) => from === id && graph.nodes.some((node) => node.id === to && node.kind === receiver)));

const answering = (receiver: string, output: object) => (plan: GoodPlan) => spread(feeding(plan, receiver)).map((agent) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === agent ? { ...agent, output } : node)) }));

export const valueOperators: Operator[] = [
  { name: "items that don't parse", breaks: "structure", caughtBy, mutate: wordings(broken, onMap) },
  { name: "items from nowhere", breaks: "structure", caughtBy, mutate: wordings([...nameless, "inputs.nobody_sent_this.rows"], onMap) },
  {
    name: "no claims for the verifier",
    breaks: "structure",
    caughtBy: ["structure/input-mismatch", "verify/no-evidence", "verify/missing"],
    mutate: (plan) => [{ as: "json", schema: { type: "number" } }, { as: "json", schema: { type: "object", properties: { score: { type: "integer" } }, required: ["score"], additionalProperties: false } }, { as: "text" }].flatMap((output) => answering("verify", output)(plan).slice(0, 2)),
  },
];
