import type { JsonValue } from "../workflow/json-value.ts";
import { opSchema, type OpInput } from "../workflow/op.ts";
import type { Fix } from "./finding.ts";

/** A fix as it is written down. */
export function fix(title: string, ops: OpInput[]): Fix {
  return { title, ops: ops.map((op) => opSchema.parse(op)) };
}

/** A fix that sets one field of one node. */
export function setField(title: string, nodeId: string, path: string[], value: JsonValue): Fix {
  return { title, ops: [{ op: "node-update", id: nodeId, changes: [{ path, value }] }] };
}
