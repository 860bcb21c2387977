import { CommandRefusal } from "./refusal.ts";

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Does something that whoever watches may leave: Ctrl-C ends the watching and says what became of what was begun.
 * @param use is given what to call with that sentence whenever it changes.
 * @throws CommandRefusal with the last of these sentences.
 */
export async function untilStopped<T>(use: (leave: (sentence: string) => void) => Promise<T>): Promise<T> {
  let sentence = "Stopped. Nothing was asked.";
  const stop = Promise.withResolvers<never>();
  // They stay when they were heard: what is closed then must not be cut off by the same Ctrl-C, which comes to us twice.
  const listeners = (["SIGINT", "SIGTERM"] as const).map((signal) => [signal, () => stop.reject(new CommandRefusal(sentence, { exitCode: exitCodes[signal] }))] as const);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return Promise.race([use((next) => (sentence = next)), stop.promise]);
}
