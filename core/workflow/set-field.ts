import type { FieldChange } from "./op.ts";

type Fields = Record<string, unknown>;

/** A copy of an object with one field, however deep, set or taken away. */
export function setField(fields: Fields, { path, value }: FieldChange): Fields {
  const [name, ...rest] = path;
  if (name === undefined) return fields;
  if (rest.length > 0) {
    const inner = fields[name];
    return { ...fields, [name]: setField(isFields(inner) ? inner : {}, { path: rest, value }) };
  }
  if (value !== undefined) return { ...fields, [name]: value };
  const { [name]: _, ...others } = fields;
  return others;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
