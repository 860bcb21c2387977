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
