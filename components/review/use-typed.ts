import { useEffect, useEffectEvent, useState } from "react";
import { z } from "zod";
import { drop, keep, readKept } from "../shell/kept-value.ts";
import { useTypedPlace } from "./typed-place.tsx";

/** A pause this long ends one change, so that undo takes back a change and not a letter. */
const pauseMs = 500;

const typedSchema = z.object({ text: z.union([z.string(), z.number()]), over: z.union([z.string(), z.number()]) });

/**
 * What is typed in a field becomes an edit after a pause, on leaving the field and when the page or the field goes: nothing
 * typed waits for a click elsewhere. Until then this browser keeps every letter of it; what is refused stays to be mended.
 * @param value that is held.
 * @param onCommit answers with what is wrong, or null.
 */
export function useTyped<Text extends string | number>(value: Text, onCommit: (typed: Text) => string | null): { shown: Text; type(next: Text): void; leave(): void } {
  const place = useTypedPlace();
  const [typed, setTyped] = useState<{ text: Text; isHeld: boolean } | null>(() => {
    const kept = place === null ? null : readKept(place, typedSchema);
    // Typed over something that stands there no more: it would overwrite what somebody else wrote.
    return kept === null || kept.over !== value || kept.text === value || typeof kept.text !== typeof value ? null : { text: kept.text as Text, isHeld: false };
  });
  // What is held by now is no longer only typed: an undo shows, though the field still has the focus.
  if (typed !== null && typed.text === value) setTyped(null);
  const commit = (): boolean => {
    if (typed === null || typed.isHeld || typed.text === value) return true;
    if (onCommit(typed.text) !== null) return false;
    if (place !== null) drop(place);
    return true;
  };
  const commitNow = useEffectEvent(() => {
    if (commit()) setTyped((earlier) => (earlier === null || earlier.text !== typed?.text ? earlier : { ...earlier, isHeld: true }));
  });
  useEffect(() => {
    if (typed === null || typed.isHeld) return;
    const timer = setTimeout(() => commitNow(), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const hide = () => commitNow();
    addEventListener("pagehide", hide);
    return () => {
      removeEventListener("pagehide", hide);
      commitNow();
    };
  }, []);
  return {
    shown: typed === null ? value : typed.text,
    type: (next) => {
      setTyped({ text: next, isHeld: false });
      if (place === null) return;
      if (next === value) drop(place);
      else keep(place, { text: next, over: value });
    },
    leave: () => {
      if (commit()) setTyped(null);
    },
  };
}
