import { useEffect } from "react";

const holders = new Set<symbol>();

/** True while a mounted form holds text that was typed and not sent. */
export function hasUnsavedText(): boolean {
  return holders.size > 0;
}

/** Marks the form as holding typed text: closing the tab asks first, and being signed out doesn't leave the page. */
export function useUnsavedText(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const holder = Symbol("unsaved text");
    holders.add(holder);
    const askFirst = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", askFirst);
    return () => {
      holders.delete(holder);
      window.removeEventListener("beforeunload", askFirst);
    };
  }, [isDirty]);
}
