import { perNode, wordings, type Operator } from "../operator.ts";
import { answering } from "../ways/answering.ts";

const broken = ["inputs.list.", "item ==", "(index", "[1, 2", "inputs.a &&& inputs.b"];
const nameless = ["outputs.everything", "the_list", "worker_three.claims", "$json.items", "state.findings"];

const onMap = (items: string) => perNode("map", () => ({ items }));
const caughtBy = ["structure/bad-expression"];

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
