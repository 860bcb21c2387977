import { perNode, type Operator } from "../operator.ts";
import { inLoop } from "../ways/in-loop.ts";

export const boundOperators: Operator[] = [
  { name: "loop without an end", breaks: "structure", caughtBy: ["structure/unbounded-loop"], mutate: inLoop({}) },
  {
    name: "rounds unbounded",
    breaks: "structure",
    caughtBy: ["structure/unbounded-loop"],
    mutate: perNode("loop", () => ({ maxIterations: undefined, until: "previous != null && size(previous.claims) == 0" })),
  },
  { name: "map without a limit", breaks: "structure", caughtBy: ["structure/unbounded-fan-out"], mutate: perNode("map", () => ({ maxItems: undefined })) },
  { name: "map above the ceiling", breaks: "structure", caughtBy: ["structure/unbounded-fan-out"], mutate: perNode("map", ({ items }, { brief }) => (typeof items === "string" && !items.startsWith("[") ? { maxItems: brief.budget.maxAgents * 20 } : null)) },
];
