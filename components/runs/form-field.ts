import type { JsonValue } from "../../core/workflow/json-value.ts";

type JsonObject = { readonly [key: string]: JsonValue };

interface FormOption {
  value: JsonValue;
  label: string;
  description: string;
}

/** One field of a checkpoint's form, as its JSON Schema asks for it. */
export interface FormField {
  /** Empty for a form that asks for one plain value. */
  name: string;
  label: string;
  description: string;
  isRequired: boolean;
  initial: JsonValue | undefined;
  control:
    | { type: "choice"; options: FormOption[] }
    | { type: "choices"; options: FormOption[] }
    | { type: "line" | "prose"; maxLength: number }
    | { type: "number"; isInteger: boolean; min: number | undefined; max: number | undefined }
    | { type: "flag" }
    | { type: "list" }
    /** Anything else is written as JSON. */
    | { type: "json" };
}

/** Texts up to this long stand on one line. */
const lineLength = 120;

/** The fields of a form; none for an empty schema, which asks for nothing but the decision. */
export function formFields(schema: JsonObject): FormField[] {
  if (Object.keys(schema).length === 0) return [];
  if (!isObject(schema.properties)) return [fieldOf("", schema, true)];
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(schema.properties).flatMap(([name, property]) => (isObject(property) ? [fieldOf(name, property, required.includes(name))] : []));
  // The approved bytes hold names in the order of the alphabet, so that says nothing: what must be answered comes first.
  return fields.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
}

/** What the form's values make together. */
export function formValue(fields: readonly FormField[], values: Readonly<Record<string, JsonValue | undefined>>): JsonValue {
  const [only] = fields;
  if (fields.length === 1 && only?.name === "") return values[""] ?? null;
  return Object.fromEntries(fields.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]])));
}

/** The fields that must be filled in and are not. */
export function missingFields(fields: readonly FormField[], values: Readonly<Record<string, JsonValue | undefined>>): FormField[] {
  return fields.filter(({ name, isRequired }) => isRequired && (values[name] === undefined || values[name] === ""));
}

function fieldOf(name: string, schema: JsonObject, isRequired: boolean): FormField {
  const title = textOf(schema.title);
  return { name, label: title === "" ? labelOf(name) : title, description: textOf(schema.description), isRequired, initial: schema.default, control: controlOf(schema) };
}

function controlOf(schema: JsonObject): FormField["control"] {
  const options = optionsOf(schema);
  if (options !== null) return { type: "choice", options };
  const items = isObject(schema.items) ? schema.items : null;
  if (schema.type === "array" && items !== null) {
    const several = optionsOf(items);
    if (several !== null) return { type: "choices", options: several };
    return items.type === "string" ? { type: "list" } : { type: "json" };
  }
  if (schema.type === "boolean") return { type: "flag" };
  if (schema.type === "integer" || schema.type === "number") {
    return { type: "number", isInteger: schema.type === "integer", min: numberOf(schema.minimum), max: numberOf(schema.maximum) };
  }
  if (schema.type === "string") {
    const maxLength = numberOf(schema.maxLength) ?? 4_000;
    return { type: maxLength <= lineLength ? "line" : "prose", maxLength };
  }
  return { type: "json" };
}

/** `enum`, or `oneOf` and `anyOf` of constants with titles. */
function optionsOf(schema: JsonObject): FormOption[] | null {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => ({ value, label: typeof value === "string" ? value : JSON.stringify(value), description: "" }));
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (!Array.isArray(alternatives) || !alternatives.every((one) => isObject(one) && one.const !== undefined)) return null;
  return alternatives.filter(isObject).map((one) => ({ value: one.const ?? null, label: textOf(one.title) || String(one.const), description: textOf(one.description) }));
}

/** `chosenVersion` as "Chosen version". */
function labelOf(name: string): string {
  if (name === "") return "Answer";
  const spaced = name.replaceAll(/[_-]+/g, " ").replaceAll(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
