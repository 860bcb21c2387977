import { setTimeout as wait } from "node:timers/promises";

/**
 * Looks again and again until there is an answer, and gives it back; for what a bench waits for outside its measure.
 * @param look null or false while there is none yet.
 */
export async function until<Answer>(look: () => Promise<Answer | null | false>, everyMs = 100): Promise<Answer> {
  for (;;) {
    const answer = await look();
    if (answer !== null && answer !== false) return answer;
    await wait(everyMs);
  }
}
