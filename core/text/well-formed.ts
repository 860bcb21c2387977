const nul = "\u0000";

/**
 * Makes a string fit to store, hash and show: lone surrogates become U+FFFD (they have no UTF-8), NUL goes
 * (Postgres refuses it). Everything else stays as it is, also what is invisible: rules report that, this doesn't.
 */
export function wellFormed(text: string): string {
  return (text.includes(nul) ? text.replaceAll(nul, "") : text).toWellFormed();
}

/** How deep a value from outside may be nested before it is refused. */
export const maxDepth = 64;

/**
 * Makes every string inside a JSON-like value well-formed, keys included; other values pass as they are.
 * @throws RangeError when the value is nested deeper than {@link maxDepth}.
 */
export function wellFormedDeep<T>(value: T): T {
  return clean(value, 0) as T;
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === "string") return wellFormed(value);
  if (depth > maxDepth) throw new RangeError(`The value is nested deeper than ${maxDepth} levels.`);
  if (Array.isArray(value)) return value.map((part) => clean(part, depth + 1));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [wellFormed(key), clean(part, depth + 1)]));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
