import { perNode, spread, withGraph, wordings, type Operator } from "../operator.ts";
import type { GoodPlan } from "../good-plan.ts";
import { answering } from "../ways/answering.ts";

const notBoolean = ["'yes'", "1 + 1", "['a', 'b']", "{'ok': true}"];
const broken = ["inputs.list.", "item ==", "(index", "[1, 2", "inputs.a &&& inputs.b"];
const nameless = ["outputs.everything", "the_list", "worker_three.claims", "$json.items", "state.findings"];

const onEdge = (when: string) => (plan: GoodPlan) => spread(plan.graph.edges).map((edge) => withGraph(plan, { edges: plan.graph.edges.map((other) => (other === edge ? { ...edge, when } : other)) }));
const onKey = (itemKey: string) => perNode("map", () => ({ itemKey }));
const onArgument = (value: string) => perNode("tool", ({ arguments: given }) => ("unknown" in given ? null : { arguments: { ...given, body: value } }));
const caughtBy = ["structure/bad-expression"];

export const valueOperators: Operator[] = [
  { name: "condition that is no condition", breaks: "structure", caughtBy, mutate: wordings(notBoolean, onEdge) },
  { name: "condition that doesn't parse", breaks: "structure", caughtBy, mutate: wordings(broken, onEdge) },
  { name: "condition on what isn't there", breaks: "structure", caughtBy, mutate: wordings(nameless.map((name) => `${name} == 'done'`), onEdge) },
  { name: "key that can't be", breaks: "structure", caughtBy, mutate: wordings(["itm.id", "item.", "row['id']", "index +"], onKey) },
  { name: "argument from nowhere", breaks: "structure", caughtBy, mutate: wordings(["inputs.summary_of_nobody", "report", "'Dear team", "context.text"], onArgument) },
  {
    name: "until that is no condition",
    breaks: "structure",
    caughtBy,
    mutate: wordings(["iteration", "'enough'", "iteration >", "rounds_done"], (until) => perNode("loop", () => ({ until }))),
  },
  {
    name: "list without its entries",
    breaks: "structure",
    caughtBy: ["structure/input-mismatch", "structure/bad-expression"],
    mutate: (plan) => [{ type: "object", required: ["count"], properties: { count: { type: "integer" } }, additionalProperties: false }, { type: "boolean" }, { type: "string" }].flatMap((schema) => answering("map", { as: "json", schema })(plan).slice(0, 1)),
  },
];
