/** Null where a value is nested more deeply than anything may be. */
export function notTooDeep<Outcome>(read: () => Outcome): Outcome | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
