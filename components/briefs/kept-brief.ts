import { useCallback, useState } from "react";
import { typedBriefSchema, type TypedBrief } from "./typed-brief.ts";

interface KeptBrief {
  typed: TypedBrief;
  change: (typed: TypedBrief) => void;
  /** Takes what was typed out of the browser. */
  forget: () => void;
  isKept: boolean;
}

/**
 * The brief in the form, kept in this browser at every change until a plan is written from it.
 * @param key tells briefs apart in the browser's storage.
 * @param untouched what the form holds as long as nothing was typed.
 */
export function useKeptBrief(key: string, untouched: TypedBrief): KeptBrief {
  const [typed, setTyped] = useState(() => read(key) ?? untouched);
  const [isKept, setKept] = useState(() => read(key) !== null);
  const change = useCallback(
    (next: TypedBrief) => {
      setTyped(next);
      setKept(write(key, next));
    },
    [key],
  );
  const forget = useCallback(() => {
    localStorage.removeItem(key);
    setKept(false);
  }, [key]);
  return { typed, change, forget, isKept };
}

function read(key: string): TypedBrief | null {
  try {
    return typedBriefSchema.parse(JSON.parse(localStorage.getItem(key) ?? "null"));
  } catch {
    return null;
  }
}

/** A browser without storage, or a full one, keeps nothing: the form works all the same. */
function write(key: string, typed: TypedBrief): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(typed));
    return true;
  } catch {
    return false;
  }
}
