import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import type { Fix } from "../finding.ts";
import { setField } from "../fix.ts";
import type { GraphView } from "../graph-view.ts";
import { answeringBefore, isShape, shapeOfOutput, type Shape } from "../output-shape.ts";
import { found, onNode, reasonsTogether, unknownIn, type Rule, type RuleFinding } from "../rule.ts";

/** Two steps that fit each other on the canvas and not in what they hand over: found when the second one is due. */
export const inputMismatch: Rule = {
  id: "structure/input-mismatch",
  severity: "error",
  reads: "structure",
  why: "What one step hands over is not what the next one needs, so that one fails when its turn comes.",
  examine: ({ graph, view }) =>
    found(
      graph.nodes.flatMap((node) => [...misfitList(node, view), ...nothingToCheck(node, view)]),
      reasonsTogether(
        unknownIn(graph.nodes, "the output", (node) => (node.kind === "agent" ? node.output : undefined)),
        unknownIn(graph.nodes, "the list", (node) => (node.kind === "map" ? node.items : undefined)),
      ),
    ),
};

/** A list taken from an input, as it is or some of it: `inputs.found.rows.filter(r, r.isOpen)`. */
const takenFrom = /^\s*inputs\.([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*(?!\w|\s*\())*)(?:\.(?:filter|map)\(.*\))?\s*$/s;

/** A map over something that is no list, by the schema of the step it comes from. */
function misfitList(node: Node, view: GraphView): RuleFinding[] {
  if (node.kind !== "map" || typeof node.items !== "string") return [];
  const [, name, rest = ""] = takenFrom.exec(node.items) ?? [];
  const source = [node, ...view.ancestors(node)].flatMap(({ id }) => view.incoming(id)).find(({ as, kind }) => as === name && kind === "data");
  const from = source === undefined ? undefined : view.node(source.from);
  let shape = shapeOfOutput(from, view);
  for (const field of rest.split(".").slice(1)) {
    if (shape === null) return [];
    const inner: Shape | null | undefined = fieldOf(shape, field);
    if (inner === null && isUnmentioned(shape, field)) {
      return [{ ...onNode(node, `"${node.title}" takes "${field}" of what "${from?.title}" hands over, which its schema doesn't mention.`), severity: "warning" }];
    }
    if (inner === undefined) return [onNode(node, `"${node.title}" takes "${field}" of what "${from?.title}" hands over, which has no such field.`)];
    shape = inner;
  }
  const type = shape?.type;
  if (typeof type !== "string" || type === "array") return [];
  return [onNode(node, `"${node.title}" goes through ${node.items.trim()} one by one, and "${from?.title}" hands over ${/^[aeiou]/.test(type) ? "an" : "a"} ${type} there.`)];
}

/** By these a schema may allow fields that it doesn't list. */
const composing = ["$ref", "anyOf", "oneOf", "allOf", "patternProperties"];

/** The schema of one field: null where nothing is said of it, undefined where there can't be one. */
function fieldOf({ type, properties, additionalProperties, ...others }: Shape, field: string): Shape | null | undefined {
  if (typeof type === "string" && type !== "object") return undefined;
  const known = isShape(properties) && Object.hasOwn(properties, field) ? properties[field] : undefined;
  if (isShape(known)) return known;
  if (known !== undefined) return null;
  const isOpen = additionalProperties !== false || composing.some((key) => Object.hasOwn(others, key));
  return isOpen ? null : undefined;
}

/** Whether a schema that leaves more open than it says names other fields and not this one. */
function isUnmentioned({ properties, ...others }: Shape, field: string): boolean {
  const isComposed = composing.some((key) => Object.hasOwn(others, key)) || (others.additionalProperties !== undefined && others.additionalProperties !== false);
  return isShape(properties) && Object.keys(properties).length > 0 && !Object.hasOwn(properties, field) && !isComposed;
}

/** A check that is handed what holds no claim with its evidence: plain text, or fields among which no quote has a place. */
function nothingToCheck(node: Node, view: GraphView): RuleFinding[] {
  if (node.kind !== "verify" || isUnknown(node.sees) || node.sees.includes("report")) return [];
  const bare = answeringBefore(node, view).filter((source) => source.kind === "agent" && !isUnknown(source.output) && (source.output.as === "text" || (source.output.as === "json" && hasNoPlaceForQuotes(source.output.schema))));
  if (bare.length === 0) return [];
  const names = bare.map(({ title }) => `"${title}"`).join(", ");
  const fixes: Fix[] = bare.length === 1 ? bare.map(({ id }) => setField("Have it answer in claims", id, ["output"], { as: "claims" })) : [];
  const isText = bare.every((source) => source.kind === "agent" && !isUnknown(source.output) && source.output.as === "text");
  return [onNode(node, `"${node.title}" checks claims, and ${names} ${bare.length === 1 ? "hands" : "hand"} over ${isText ? "plain text" : "no claim with its quotes"}.`, fixes)];
}

/** What evidence stands under, in whatever language of fields. */
const evidenceField = /quot|evidence|passage|citation|cite|excerpt|verbatim|exact|source|reference/i;
const deepest = 8;

/** Whether a schema lists its fields, none of which can hold a passage. What it leaves open may hold one. */
function hasNoPlaceForQuotes(schema: Shape, depth = 0): boolean {
  if (depth > deepest || composing.some((key) => Object.hasOwn(schema, key))) return false;
  const { type, properties, items, additionalProperties } = schema;
  if (type === "array") return isShape(items) && hasNoPlaceForQuotes(items, depth + 1);
  if (isShape(properties) && Object.keys(properties).length > 0) {
    return additionalProperties !== true && !isShape(additionalProperties) && Object.entries(properties).every(([name, inner]) => !evidenceField.test(name) && isShape(inner) && hasNoPlaceForQuotes(inner, depth + 1));
  }
  return typeof type === "string" && type !== "object";
}
