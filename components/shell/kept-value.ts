import { useCallback, useState } from "react";
import type { z } from "zod";

interface Kept<Value> {
  value: Value;
  change: (next: Value) => void;
  /** Takes what was typed out of the browser. */
  forget: () => void;
  isKept: boolean;
}

/**
 * What is typed into a form, kept in this browser at every change until it is sent.
 * @param key tells forms apart in the browser's storage.
 * @param schema of what is stored; what doesn't fit is as if it were not there.
 * @param untouched what the form holds as long as nothing was typed.
 */
export function useKeptValue<Value>(key: string, schema: z.ZodType<Value>, untouched: Value): Kept<Value> {
  const [value, setValue] = useState(() => readKept(key, schema) ?? untouched);
  const [isKept, setKept] = useState(() => readKept(key, schema) !== null);
  const change = useCallback(
    (next: Value) => {
      setValue(next);
      setKept(keep(key, next));
    },
    [key],
  );
  const forget = useCallback(() => {
    localStorage.removeItem(key);
    setKept(false);
  }, [key]);
  return { value, change, forget, isKept };
}

/** What was kept under a key; null where nothing was, or something else. */
export function readKept<Value>(key: string, schema: z.ZodType<Value>): Value | null {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(key) ?? "null"));
  } catch {
    return null;
  }
}

/** Keeps a value. A browser without storage, or a full one, keeps nothing: the form works all the same. @returns whether it is kept. */
export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
