import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showWords } from "./show-words.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a growing text is shown whole, a few times a second, and no more once it has ended", async () => {
  const shown: string[] = [];
  const words = showWords(async (text) => void shown.push(text));
  for (let piece = 0; piece < 100; piece += 1) {
    words.grow(`${piece % 10}`);
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(shown.length).toBeGreaterThanOrEqual(3);
  expect(shown.length).toBeLessThanOrEqual(4);
  for (const text of shown) expect("0123456789".repeat(10).startsWith(text)).toBe(true);
  await words.end();
  const before = shown.length;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown).toHaveLength(before);
});

test("a text that grows slowly is shown after each piece", async () => {
  const shown: string[] = [];
  const words = showWords(async (text) => void shown.push(text));
  for (const piece of ["a", "b", "c"]) {
    words.grow(piece);
    await vi.advanceTimersByTimeAsync(3_000);
  }
  expect(shown).toEqual(["a", "ab", "abc"]);
  await words.end();
});

test("an answer that is there at once is not shown", async () => {
  const show = vi.fn(async () => undefined);
  const words = showWords(show);
  words.grow("All of it.");
  await words.end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(show).not.toHaveBeenCalled();
});

test("one showing at a time: what grows meanwhile is shown after it, and one that fails stops nothing", async () => {
  const open: PromiseWithResolvers<void>[] = [];
  const shown: string[] = [];
  const words = showWords((text) => {
    shown.push(text);
    const one = Promise.withResolvers<void>();
    open.push(one);
    return one.promise;
  });
  words.grow("a");
  await vi.advanceTimersByTimeAsync(1_000);
  words.grow("b");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown).toEqual(["a"]);
  open[0]?.reject(new Error("The database is away."));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(shown).toEqual(["a", "ab"]);
  let hasEnded = false;
  const ending = words.end().then(() => (hasEnded = true));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(hasEnded).toBe(false);
  open[1]?.resolve();
  await ending;
});

test("however many texts grow at the same time, no more than thirty-odd a second are shown, each of them in turn", async () => {
  const shown = Array.from({ length: 64 }, () => 0);
  const all = shown.map((_, index) => showWords(async () => void (shown[index] = (shown[index] ?? 0) + 1)));
  for (let piece = 0; piece < 100; piece += 1) {
    for (const words of all) words.grow("x");
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(shown.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(10 * 33);
  expect(Math.min(...shown)).toBeGreaterThanOrEqual(4);
  for (const words of all) await words.end();
  // They make room again.
  let alone = 0;
  const one = showWords(async () => void (alone += 1));
  for (let piece = 0; piece < 10; piece += 1) {
    one.grow("x");
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(alone).toBeGreaterThanOrEqual(3);
  await one.end();
});
