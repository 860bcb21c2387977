/** The address of a place in a run: one of its pages, and there a step, a claim or one of its quotes. */
export function runAddress(runId: string, place: { tab?: "decide" | "graph" | "events" | "report" | "audit"; step?: string; claim?: string; quote?: number } = {}): string {
  const query = new URLSearchParams(Object.entries(place).map(([name, value]) => [name, String(value)]));
  return query.size === 0 ? `/runs/${runId}` : `/runs/${runId}?${query.toString()}`;
}
