/** The address of a document, at a passage where one is given. */
export function sourceAddress(sourceId: string, passage?: { start: number; end: number }): string {
  return passage === undefined ? `/sources/${sourceId}` : `/sources/${sourceId}?start=${passage.start}&end=${passage.end}`;
}

/** The passage that an address points at; null when it points at none that the document has. */
export function passageOf(search: URLSearchParams, length: number): { start: number; end: number } | null {
  const [start, end] = [Number(search.get("start") ?? Number.NaN), Number(search.get("end") ?? Number.NaN)];
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  return start >= 0 && start < end && end <= length ? { start, end } : null;
}
