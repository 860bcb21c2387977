/** What people call a run: the end of its id, which the first digits, a time, would not tell apart. */
export function shortRunId(id: string): string {
  return id.slice(-4);
}
