import { useCallback, useState } from "react";
import type { z } from "zod";
import { useSignedInMember } from "./signed-in-member.tsx";
import { useUnsavedText } from "./unsaved-text.ts";

interface Kept<Value> {
  value: Value;
  change: (next: Value) => void;
  /** Takes what was typed out of the browser. */
  forget: () => void;
  isKept: boolean;
}

/** More than this is kept by nobody who types. */
const mostCharacters = 1_000_000;

/** The place in the browser's storage for something of whoever is signed in: nobody else on this browser gets to see it. */
export function useKeptPlace(name: string): string {
  return `countersign.${useSignedInMember().id}.${name}`;
}

/**
 * What is typed into a form, kept in this browser at every change until it is sent. Where it can't be kept, closing the tab asks first.
 * @param name tells forms apart.
 * @param schema of what is stored; what doesn't fit is as if it were not there.
 * @param untouched what the form holds as long as nothing was typed.
 */
export function useKeptValue<Value>(name: string, schema: z.ZodType<Value>, untouched: Value): Kept<Value> {
  const key = useKeptPlace(name);
  const [isLoose, setLoose] = useState(false);
  useUnsavedText(isLoose);
  const [value, setValue] = useState(() => readKept(key, schema) ?? untouched);
  const [isKept, setKept] = useState(() => readKept(key, schema) !== null);
  const change = useCallback(
    (next: Value) => {
      setValue(next);
      const isHeld = keep(key, next);
      setKept(isHeld);
      setLoose(!isHeld);
    },
    [key],
  );
  const forget = useCallback(() => {
    drop(key);
    setKept(false);
    setLoose(false);
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

/** Keeps a value. A browser without storage, or a full one, keeps nothing new: the form works all the same. @returns whether it is kept. */
export function keep(key: string, value: unknown): boolean {
  try {
    const text = JSON.stringify(value);
    if (text.length > mostCharacters) throw new RangeError("Too long to be kept.");
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Takes out what is kept under a key. */
export function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}
