import { z } from "zod";
import { nodeSchema, type NodeKind } from "../../core/workflow/node.ts";

/** How one field of a node is edited, as its schema says. */
type FieldShape =
  | { type: "line" | "prose"; maxLength: number }
  | { type: "number"; isInteger: boolean; min: number }
  | { type: "choice"; options: string[] }
  | { type: "flag" }
  | { type: "list" }
  | { type: "group"; fields: Field[] }
  /** Anything else is written as JSON. */
  | { type: "json" };

export interface Field {
  name: string;
  label: string;
  shape: FieldShape;
}

/** A JSON Schema, as far as fields of nodes use it. */
interface FormSchema {
  type?: string;
  const?: string;
  enum?: string[];
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  items?: FormSchema;
  properties?: Record<string, FormSchema>;
  anyOf?: FormSchema[];
  oneOf?: FormSchema[];
}

/** Texts up to this long stand on one line. */
const lineLength = 300;

/** Fields that are no form's business: they never change. */
const fixed = new Set(["id", "kind"]);

const words: Record<string, string> = {
  maxTokens: "Tokens at most",
  maxCostMicroUsd: "Cost at most, in millionths of a dollar",
  maxMinutes: "Minutes at most",
  maxTurns: "Turns at most",
  maxItems: "Items at most",
  maxIterations: "Rounds at most",
  maxAttempts: "Tries in all",
  backoffMs: "Wait before the second try, in ms",
  maxCalls: "Calls at most",
  timeoutMs: "Time at most, in ms",
  memoryMb: "Memory at most, in MB",
  rationale: "Why it is here",
  covers: "Covers",
  parent: "Inside",
  onError: "When it fails",
  onItemError: "When an item fails",
  onRefuted: "When a claim is refuted",
  as: "Form",
};

const fieldsByKind = new Map(
  ((z.toJSONSchema(nodeSchema, { io: "input" }) as FormSchema).oneOf ?? []).map((schema) => [schema.properties?.kind?.const, fieldsOf(schema)]),
);

/** Every field that a node of this kind has, in the order of its schema. */
export function nodeFields(kind: NodeKind): Field[] {
  return fieldsByKind.get(kind) ?? [];
}

function fieldsOf({ properties = {} }: FormSchema): Field[] {
  return Object.entries(properties)
    .filter(([name]) => !fixed.has(name))
    .map(([name, schema]) => ({ name, label: labelOf(name), shape: shapeOf(schema) }));
}

function shapeOf(schema: FormSchema): FieldShape {
  const { type, anyOf, items, properties, maxLength = lineLength } = schema;
  if (anyOf !== undefined) {
    const known = anyOf.filter((one) => one.properties?.unknown === undefined);
    return known.length === 1 && known[0] !== undefined ? shapeOf(known[0]) : { type: "json" };
  }
  if (schema.enum !== undefined) return { type: "choice", options: schema.enum };
  if (type === "string") return { type: maxLength > lineLength ? "prose" : "line", maxLength };
  if (type === "boolean") return { type: "flag" };
  if (type === "integer" || type === "number") return { type: "number", isInteger: type === "integer", min: schema.minimum ?? schema.exclusiveMinimum ?? 0 };
  if (type === "array" && items?.type === "string") return { type: "list" };
  return properties === undefined ? { type: "json" } : { type: "group", fields: fieldsOf(schema) };
}

/** `doneWhen` as "Done when". */
function labelOf(name: string): string {
  const known = words[name];
  if (known !== undefined) return known;
  const spaced = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}
