import type { Graph } from "../../core/workflow/graph.ts";
import type { Node } from "../../core/workflow/node.ts";

/** One line of the outline: a phase, or a node in it or in a container. */
export interface OutlineRow {
  key: string;
  level: number;
  title: string;
  /** Null for a phase. */
  node: Node | null;
  /** How many lines belong below it. */
  count: number;
}

/** The graph as a list one reads from top to bottom: phases in their order, what has none last, bodies below containers. */
export function outlineRows({ nodes, phases }: Graph): OutlineRow[] {
  const childrenById = Map.groupBy(nodes, ({ parent }) => parent ?? null);
  const rows: OutlineRow[] = [];
  const enter = (node: Node, level: number) => {
    const children = childrenById.get(node.id) ?? [];
    rows.push({ key: node.id, level, title: node.title, node, count: children.length });
    for (const child of children) enter(child, level + 1);
  };
  const outer = childrenById.get(null) ?? [];
  const groups = [...phases, ...(outer.some(({ phase }) => phase === undefined) ? [{ id: undefined, title: phases.length === 0 ? "Nodes" : "Without a phase" }] : [])];
  for (const { id, title } of groups) {
    const inside = outer.filter(({ phase }) => phase === id);
    rows.push({ key: `phase ${id ?? ""}`, level: 1, title, node: null, count: inside.length });
    for (const node of inside) enter(node, 2);
  }
  return rows;
}
