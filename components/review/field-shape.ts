import { z } from "zod";
import { edgeSchema } from "../../core/workflow/edge.ts";
import { planSchema } from "../../core/workflow/graph.ts";
import { nodeSchema, type NodeKind } from "../../core/workflow/node.ts";

/** How one field is edited, as its schema says. */
export type FieldShape =
  | { type: "line" | "prose"; maxLength: number }
  /** `scale`: so many of what is held are one of what is shown. */
  | { type: "number"; isInteger: boolean; min: number; scale: number }
  | { type: "choice"; options: string[] }
  | { type: "flag" }
  /** Of these words where there are some. */
  | { type: "list"; options: string[] }
  | { type: "group"; fields: Field[] }
  /** One of some words, or something of another form. */
  | { type: "either"; options: string[]; other: FieldShape }
  /** An object whose `key` says which fields it has. */
  | { type: "variant"; key: string; variants: { value: string; fields: Field[] }[] }
  /** A list of objects of texts. */
  | { type: "rows"; fields: Field[]; hasIds: boolean }
  /** Expressions by name. */
  | { type: "record" }
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
  required?: string[];
  enum?: string[];
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  items?: FormSchema;
  properties?: Record<string, FormSchema>;
  additionalProperties?: FormSchema | boolean;
  anyOf?: FormSchema[];
  oneOf?: FormSchema[];
}

/** Texts up to this long stand on one line. */
const lineLength = 300;

/** Fields that are no form's business: they never change. */
const fixed = ["id", "kind"];

/** What most nodes leave as it is stands after what makes each of them what it is. */
const late = ["phase", "parent", "budget", "retry", "onError"];

const words: Record<string, string> = {
  maxTokens: "Tokens at most",
  maxCostMicroUsd: "Cost at most, in dollars",
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
  source: "Program",
  items: "Items, an expression",
  itemKey: "What tells items apart",
  concurrency: "Items at once",
  until: "Until, an expression",
  waitFor: "Waits for",
  timeoutMinutes: "Minutes to wait for an answer",
  onTimeout: "When nobody answers",
  whyNot: "Why not",
  reportNode: "Node that writes the report",
  dimension: "Divided",
  alternatives: "Considered and refused",
};

/** What people read for a value, by the names of the field and the value. */
const choiceWords: Record<string, Record<string, string>> = {
  onError: { fail: "fail the run", skip: "skip it", ask: "ask a person" },
  onItemError: { keep: "keep it as a failure", skip: "leave it out", fail: "fail the map" },
  onRefuted: { drop: "drop it", mark: "keep it, marked", "send-back": "send it back", ignore: "do nothing" },
  onTimeout: { "keep-waiting": "keep waiting", reject: "count as rejected", approve: "approve" },
  conflicts: { keep: "keep and show them", drop: "drop them" },
  actions: { tools: "call tools", code: "write code" },
  requirements: { covered: "those it covers" },
  waitFor: { any: "the first of them", all: "all of them" },
  kind: { data: "a value", order: "nothing: order only" },
};

const edgeWords: Record<string, string> = { as: "Received as", kind: "Carries", when: "Only if, an expression" };

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input" }) as FormSchema;

const fieldsByKind = new Map(
  (schemaOf(nodeSchema).oneOf ?? []).map((schema) => {
    const fields = fieldsOf(schema);
    const isLate = ({ name }: Field) => late.includes(name);
    return [schema.properties?.kind?.const, [...fields.filter((field) => !isLate(field)), ...fields.filter(isLate)]];
  }),
);

/** Every field that a node of this kind has: what makes it what it is, then where it stands and its limits. */
export function nodeFields(kind: NodeKind): Field[] {
  return fieldsByKind.get(kind) ?? [];
}

/** What can be said of a connection beyond its two ends. */
export const edgeFields: readonly Field[] = fieldsOf(schemaOf(edgeSchema), ["id", "from", "to"]).map((field) => ({ ...field, label: edgeWords[field.name] ?? field.label }));

/** What is said of the plan as a whole. */
export const planFields: readonly Field[] = fieldsOf(schemaOf(planSchema));

function fieldsOf({ properties = {} }: FormSchema, hidden: readonly string[] = fixed): Field[] {
  return Object.entries(properties)
    .filter(([name]) => !hidden.includes(name))
    .map(([name, schema]) => ({ name, label: labelOf(name), shape: shapeOf(schema, name) }));
}

function shapeOf(schema: FormSchema, name: string): FieldShape {
  const { type, anyOf, items, properties, maxLength = lineLength } = schema;
  if (anyOf !== undefined) return unionShapeOf(anyOf.filter((one) => one.properties?.unknown === undefined), name);
  if (schema.enum !== undefined) return { type: "choice", options: schema.enum };
  if (type === "string") return { type: maxLength > lineLength ? "prose" : "line", maxLength };
  if (type === "boolean") return { type: "flag" };
  if (type === "integer" || type === "number") {
    const scale = name.endsWith("MicroUsd") ? 1_000_000 : 1;
    return { type: "number", isInteger: type === "integer" && scale === 1, min: schema.minimum ?? schema.exclusiveMinimum ?? 0, scale };
  }
  if (type === "array" && items?.type === "string") return { type: "list", options: items.enum ?? [] };
  if (type === "array" && items?.properties !== undefined) return { type: "rows", fields: fieldsOf(items), hasIds: items.properties.id !== undefined };
  if (properties !== undefined) return { type: "group", fields: fieldsOf(schema) };
  const { additionalProperties: each } = schema;
  return typeof each === "object" && each.type === "string" ? { type: "record" } : { type: "json" };
}

function unionShapeOf(known: readonly FormSchema[], name: string): FieldShape {
  const options = known.flatMap((one) => one.enum ?? one.const ?? []).filter((word) => word !== "");
  const others = known.filter((one) => one.enum === undefined && one.const === undefined);
  const [other] = others;
  if (other === undefined) return { type: "choice", options };
  if (others.length === 1) return options.length === 0 ? shapeOf(other, name) : { type: "either", options, other: shapeOf(other, name) };
  const key = Object.entries(other.properties ?? {}).find(([, property]) => property.const !== undefined)?.[0];
  if (key === undefined) return { type: "json" };
  const variants = others.flatMap((one) => {
    const value = one.properties?.[key]?.const;
    return value === undefined ? [] : [{ value, fields: fieldsOf(one, [key]) }];
  });
  return variants.length === known.length ? { type: "variant", key, variants } : { type: "json" };
}

/** What people read for a field's name: `doneWhen` as "Done when". */
export function labelOf(name: string): string {
  const known = words[name];
  if (known !== undefined) return known;
  const spaced = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}

/** The words of a choice as a select takes them. */
export function labelledOptions(name: string, options: readonly string[]): { value: string; label: string }[] {
  return options.map((value) => ({ value, label: choiceLabelOf(name, value) }));
}

/** What people read for one of the values that a field may have: `onError: "ask"` as "ask a person". */
export function choiceLabelOf(name: string, value: string): string {
  return choiceWords[name]?.[value] ?? value;
}
