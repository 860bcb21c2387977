/**
 * Does something at once and again and again, never twice at the same time, until it is closed.
 * @param everyMs from the end of one time to the beginning of the next.
 */
export function repeat(work: () => Promise<void>, { everyMs, onFailure }: { everyMs: number; onFailure(error: unknown): void }): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const turn = async () => {
    await work().catch(onFailure);
    if (!isClosed) timer = setTimeout(() => (current = turn()), everyMs);
  };
  let current = turn();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await current;
    },
  };
}
