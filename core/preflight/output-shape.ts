import type { JsonValue } from "../workflow/json-value.ts";
import type { Node } from "../workflow/node.ts";
import { isUnknown } from "../workflow/unknown-value.ts";
import type { GraphView } from "./graph-view.ts";

/** A JSON Schema, as far as it says what a value looks like. */
export type Shape = { [key: string]: JsonValue };

export function isShape(value: JsonValue | undefined): value is Shape {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How many steps that only pass on are looked through. */
const farthest = 8;

/** What a step hands over, through those that only pass on what they get (SPEC C5, C6, C7, O4); null where anything may come. */
export function shapeOfOutput(node: Node | undefined, view: GraphView, depth = 0): Shape | null {
  if (node === undefined || depth > farthest) return null;
  switch (node.kind) {
    case "agent":
      return shapeOfAnswer(node.output);
    case "map":
      return { type: "array" };
    case "loop":
      return together(endsOf(node, view).map((end) => [end.id, shapeOfOutput(end, view, depth + 1)]));
    case "checkpoint": {
      const value = together(inputShapes(node, view, depth));
      const isForm = Object.keys(node.form).length > 0;
      return !isForm ? value : value === null ? null : { type: "object", properties: { value, form: node.form } };
    }
    case "join": {
      const inputs = inputShapes(node, view, depth);
      return { type: "object", properties: Object.fromEntries(inputs.map(([as, shape]) => [as, shape ?? {}])), additionalProperties: false };
    }
    default:
      return null;
  }
}

/** The steps whose answers come to a step along its data edges, through joins, checkpoints and the ends of bodies. */
export function answeringBefore(node: Node, view: GraphView): Node[] {
  const found = new Set<Node>();
  const seen = new Set<Node>([node]);
  const waiting = sourcesOf(node, view);
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    if (seen.has(source)) continue;
    seen.add(source);
    if (source.kind === "join" || source.kind === "checkpoint") waiting.push(...sourcesOf(source, view));
    else if (source.kind === "map" || source.kind === "loop") waiting.push(...endsOf(source, view));
    else found.add(source);
  }
  return [...found].toReversed();
}

const sourcesOf = (node: Node, view: GraphView) => view.incoming(node.id).flatMap(({ from, kind }) => (kind === "data" ? (view.node(from) ?? []) : []));

/** What ends a body: its result is theirs. */
const endsOf = (container: Node, view: GraphView) => view.children(container.id).filter(({ id }) => view.outgoing(id).length === 0);

function inputShapes(node: Node, view: GraphView, depth: number): [string, Shape | null][] {
  return view.incoming(node.id).flatMap(({ as, from, kind }) => (kind === "data" ? [[as, shapeOfOutput(view.node(from), view, depth + 1)] as [string, Shape | null]] : []));
}

/** One value as it is, several as an object by their names. */
function together(shapes: readonly (readonly [string, Shape | null])[]): Shape | null {
  const [first, ...others] = shapes;
  if (first === undefined) return null;
  return others.length === 0 ? first[1] : { type: "object", properties: Object.fromEntries(shapes.map(([name, shape]) => [name, shape ?? {}])), additionalProperties: false };
}

function shapeOfAnswer(output: Extract<Node, { kind: "agent" }>["output"]): Shape | null {
  if (isUnknown(output)) return null;
  if (output.as === "text") return { type: "string" };
  if (output.as === "claims") return { type: "object", properties: { claims: { type: "array" } }, additionalProperties: false };
  return output.schema;
}
