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

/** An id like the one wanted that nothing in a graph has. */
export function freeId(parts: readonly { id: string }[], wanted: string): string {
  const taken = new Set(parts.map(({ id }) => id));
  const base = wanted.slice(0, 58).replace(/-+$/, "");
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

/** A name for the input that a node brings, which no other input of the receiver has. */
export function freeInput(incoming: readonly { as: string }[], sourceId: string): string {
  const taken = new Set(incoming.map(({ as }) => as));
  const base = `_${sourceId.replaceAll("-", "_")}`.replace(/^_(?=[a-z])/, "").slice(0, 58);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base}_${count}`;
    if (!taken.has(name)) return name;
  }
}
