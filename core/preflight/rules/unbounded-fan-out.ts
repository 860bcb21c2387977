import type { Node } from "../../workflow/node.ts";
import { setField } from "../fix.ts";
import { projectPlan } from "../projection.ts";
import { found, onNode, unknownIn, type Examined, type Rule, type RuleFinding } from "../rule.ts";

const usualItems = 20;

type MapNode = Extract<Node, { kind: "map" }>;

/** A list that is longer than anybody thought, and a worker started for each of its items. */
export const unboundedFanOut: Rule = {
  id: "structure/unbounded-fan-out",
  severity: "error",
  reads: "structure",
  why: "As many workers would start as the list happens to have items; a limit makes a longer list stop and ask.",
  examine: (examined) => {
    const maps = examined.graph.nodes.filter((node) => node.kind === "map");
    return found(
      [...maps.flatMap((node) => findingOf(node, examined) ?? []), ...agentsOverPolicy(examined)],
      unknownIn(maps, "the limit", (node) => (node.kind === "map" ? node.maxItems : undefined)),
    );
  },
};

function findingOf(node: MapNode, examined: Examined): RuleFinding | null {
  const { maxItems, title } = node;
  const { maxFanOut } = examined.surroundings.policy.ceilings;
  const fitting = itemsThatFit(node, examined);
  const limitTo = (items: number) => [setField(`Take at most ${items} items`, node.id, ["maxItems"], items)];
  if (maxItems === undefined) {
    return onNode(node, `"${title}" has no limit to how many items it takes.`, limitTo(Math.min(usualItems, maxFanOut ?? usualItems, fitting?.items ?? usualItems)));
  }
  if (typeof maxItems !== "number") return null;
  if (maxFanOut !== null && maxItems > maxFanOut) {
    return onNode(node, `"${title}" may take ${maxItems} items, the policy allows ${maxFanOut}.`, limitTo(Math.min(maxFanOut, fitting?.items ?? maxFanOut)));
  }
  if (fitting === null || fitting.agents <= fitting.allowed) return null;
  return onNode(node, `"${title}" may start ${fitting.agents.toLocaleString("en")} agents, the ${fitting.whose} allows ${fitting.allowed.toLocaleString("en")} in all.`, limitTo(Math.min(maxItems, fitting.items)));
}

/** How many agents a map brings, and how many items would leave the whole plan within its limit; null without a limit. */
function itemsThatFit({ id, maxItems }: MapNode, examined: Examined) {
  const { agents, agentsByNodeId } = projectPlan(examined);
  const limit = agentLimit(examined);
  const own = agentsByNodeId.get(id) ?? 0;
  if (limit === null || own === 0) return null;
  const perItem = own / (typeof maxItems === "number" ? maxItems : usualItems);
  return { agents: own, ...limit, items: Math.max(1, Math.floor((limit.allowed - (agents.likely - own)) / perItem)) };
}

/** The lower of what brief and policy allow. */
function agentLimit({ brief, surroundings }: Examined): { allowed: number; whose: "brief" | "policy" } | null {
  const ceiling = surroundings.policy.ceilings.maxAgents;
  const asked = brief?.budget.maxAgents ?? null;
  if (ceiling !== null && (asked === null || ceiling < asked)) return { allowed: ceiling, whose: "policy" };
  return asked === null ? null : { allowed: asked, whose: "brief" };
}

/** Above the brief's own number of agents `budget/over` says it; above the policy's nobody else would. */
function agentsOverPolicy(examined: Examined): RuleFinding[] {
  const limit = agentLimit(examined);
  const { likely } = projectPlan(examined).agents;
  if (limit?.whose !== "policy" || likely <= limit.allowed) return [];
  return [{ target: { type: "plan" }, message: `The plan likely starts ${likely.toLocaleString("en")} agents, the policy allows ${limit.allowed.toLocaleString("en")}.` }];
}
