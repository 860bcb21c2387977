/** One shortcut: keys pressed together with Ctrl or Cmd (`mod`), or one after the other. */
export type KeyBinding = {
  /** Names of `KeyboardEvent.key`; several are pressed one after the other. */
  keys: readonly string[];
  /** Held Ctrl, or Cmd on a Mac; such a binding also works inside fields. */
  mod?: boolean;
  label: string;
  group: "Everywhere" | "This page";
  run: () => void;
};

export type KeyPress = { key: string; mod: boolean; alt: boolean; timeMs: number };

/** Keys of a sequence further apart than this are two thoughts, not one shortcut. */
export const sequenceTimeoutMs = 1200;

/**
 * Follows what was typed and tells which binding it completes.
 *
 * @returns the binding to run, if any, and the presses to remember for the next key
 */
export function matchKeys(
  bindings: Iterable<KeyBinding>,
  earlier: readonly KeyPress[],
  press: KeyPress,
): { binding: KeyBinding | null; pending: readonly KeyPress[] } {
  const last = earlier.at(-1);
  const isFresh = last !== undefined && press.timeMs - last.timeMs <= sequenceTimeoutMs;
  const typed = press.mod || !isFresh ? [press] : [...earlier, press];
  let isPrefix = false;
  for (const binding of bindings) {
    if (press.alt || Boolean(binding.mod) !== press.mod) continue;
    if (!typed.every((one, index) => one.key === binding.keys[index])) continue;
    if (typed.length === binding.keys.length) return { binding, pending: [] };
    isPrefix = true;
  }
  if (isPrefix) return { binding: null, pending: typed };
  // A wrong second key may itself begin another shortcut.
  return typed.length > 1 ? matchKeys(bindings, [], press) : { binding: null, pending: [] };
}
