import { useRef } from "react";
import { useKeyBinding } from "../shell/keyboard.tsx";

/**
 * Lets `j` and `k` move over the links of a list.
 * @param noun what one of them is, for the help: "document".
 * @returns a reference for the list's element.
 */
export function useRowKeys<Element extends HTMLElement>(noun: string) {
  const list = useRef<Element>(null);
  const step = (by: number) => {
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links.at(Math.max(0, Math.min(links.length - 1, at + by)))?.focus();
  };
  useKeyBinding({ keys: ["j"], label: `Next ${noun}`, group: "This page", run: () => step(1) });
  useKeyBinding({ keys: ["k"], label: `The ${noun} before`, group: "This page", run: () => step(-1) });
  return list;
}
