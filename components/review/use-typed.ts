import { useEffect, useEffectEvent, useState } from "react";

/** A pause this long ends one change, so that undo takes back a change and not a letter. */
const pauseMs = 500;

/**
 * What is typed in a field becomes an edit after a pause, on leaving the field and when the page or the field goes: nothing
 * typed waits for a click elsewhere.
 * @param value that is held.
 */
export function useTyped<Text>(value: Text, onCommit: (typed: Text) => void): { shown: Text; type(next: Text): void; leave(): void } {
  const [typed, setTyped] = useState<{ text: Text } | null>(null);
  // What is held by now is no longer only typed: an undo shows, though the field still has the focus.
  if (typed !== null && typed.text === value) setTyped(null);
  const commit = useEffectEvent(() => {
    if (typed !== null && typed.text !== value) onCommit(typed.text);
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => commit(), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const hide = () => commit();
    addEventListener("pagehide", hide);
    return () => {
      removeEventListener("pagehide", hide);
      commit();
    };
  }, []);
  return {
    shown: typed === null ? value : typed.text,
    type: (next) => setTyped({ text: next }),
    leave: () => {
      if (typed !== null && typed.text !== value) onCommit(typed.text);
      setTyped(null);
    },
  };
}
