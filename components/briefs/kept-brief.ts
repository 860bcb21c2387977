import { useCallback, useState } from "react";
import { emptyBrief, typedBriefSchema, type TypedBrief } from "./typed-brief.ts";

const key = "countersign.brief";

/** The brief in the form, kept in this browser at every change until a plan is written from it. */
export function useKeptBrief(): { typed: TypedBrief; change: (typed: TypedBrief) => void; forget: () => void; isKept: boolean } {
  const [typed, setTyped] = useState(() => read() ?? emptyBrief());
  const [isKept, setKept] = useState(() => read() !== null);
  const change = useCallback((next: TypedBrief) => {
    setTyped(next);
    setKept(write(next));
  }, []);
  const forget = useCallback(() => localStorage.removeItem(key), []);
  return { typed, change, forget, isKept };
}

function read(): TypedBrief | null {
  try {
    return typedBriefSchema.parse(JSON.parse(localStorage.getItem(key) ?? "null"));
  } catch {
    return null;
  }
}

/** A browser without storage, or a full one, keeps nothing: the form works all the same. */
function write(typed: TypedBrief): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(typed));
    return true;
  } catch {
    return false;
  }
}
