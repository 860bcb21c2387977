"use client";

import { createContext, use, useEffect, useRef, useState, type ReactNode } from "react";
import { matchKeys, type KeyBinding, type KeyPress } from "./key-binding.ts";

/** The one list of shortcuts: what is bound here is what the keyboard help shows. */
const KeyboardContext = createContext<Set<KeyBinding> | null>(null);

const fieldSelector = "input, textarea, select, [contenteditable=true], [role=menu], [role=listbox]";

/** Listens once for the whole page; silent inside fields and behind dialogs. */
export function KeyboardProvider({ children }: { children: ReactNode }) {
  const [bindings] = useState(() => new Set<KeyBinding>());
  const pending = useRef<readonly KeyPress[]>([]);
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || ["Shift", "Control", "Meta", "Alt"].includes(event.key)) return;
      const mod = event.ctrlKey || event.metaKey;
      const isInField = event.target instanceof Element && event.target.closest(fieldSelector) !== null;
      if (isInField && !mod) return;
      if (document.querySelector("[role=dialog][aria-modal=true]") !== null) return;
      const press = { key: event.key, mod, alt: event.altKey, timeMs: event.timeStamp };
      // The page's own bindings were added last and win over the frame's.
      const match = matchKeys([...bindings].toReversed(), pending.current, press);
      pending.current = match.pending;
      if (match.binding === null) return;
      event.preventDefault();
      match.binding.run();
    };
    document.addEventListener("keydown", follow);
    return () => document.removeEventListener("keydown", follow);
  }, [bindings]);
  return <KeyboardContext value={bindings}>{children}</KeyboardContext>;
}

/** Binds a shortcut for as long as the component is on the page. */
export function useKeyBinding({ keys, mod, label, group, run }: KeyBinding): void {
  const bindings = use(KeyboardContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  }, [run]);
  const spelled = keys.join(" ");
  useEffect(() => {
    const binding = { keys: spelled.split(" "), mod, label, group, run: () => latest.current() };
    bindings?.add(binding);
    return () => void bindings?.delete(binding);
  }, [bindings, spelled, mod, label, group]);
}

/** All shortcuts that work right now. */
export function useKeyBindings(): () => readonly KeyBinding[] {
  const bindings = use(KeyboardContext);
  return () => [...(bindings ?? [])];
}
