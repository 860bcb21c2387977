import { useEffect, useEffectEvent } from "react";
import { graphFormat, graphSchema, type Graph } from "../../core/workflow/graph.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { copyOf } from "./copied-part.ts";

interface PartClipboardOptions {
  graph: Graph;
  picked: ReadonlySet<string>;
  /** Left out where the plan can only be read. */
  onPaste?: (copied: Graph) => void;
}

const fields = "input, textarea, select, [contenteditable=true], [role=dialog]";

/** Copies the selected nodes with what is in them as JSON, and pastes such JSON, from any plan: the browser's own copy and paste elsewhere. */
export function usePartClipboard({ graph, picked, onPaste }: PartClipboardOptions): void {
  const copy = useEffectEvent((event: ClipboardEvent) => {
    const isOfText = document.getSelection()?.isCollapsed === false || isInField(event);
    if (picked.size === 0 || isOfText || event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", textOf(picked, graph));
    event.preventDefault();
    tellCopied(picked, graph);
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (onPaste === undefined || isInField(event) || !text.includes(graphFormat)) return;
    event.preventDefault();
    const copied = graphOf(text);
    if (copied === null) return toastFailed("Nothing was pasted", "The clipboard holds a part of a plan that is broken or cut off. Copy it again.");
    onPaste(copied);
  });
  useEffect(() => {
    document.addEventListener("copy", copy);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("paste", paste);
    };
  }, []);
}

/** Copies nodes by a button rather than by the browser's own copy. */
export async function copyPart(nodeIds: readonly string[], graph: Graph): Promise<void> {
  try {
    await navigator.clipboard.writeText(textOf(nodeIds, graph));
    tellCopied(new Set(nodeIds), graph);
  } catch {
    toastFailed("Nothing was copied", "The browser doesn’t let this page write to the clipboard. Select the nodes, then press Ctrl C.");
  }
}

function textOf(nodeIds: Iterable<string>, graph: Graph): string {
  return JSON.stringify(copyOf(nodeIds, graph), null, 2);
}

function tellCopied(nodeIds: ReadonlySet<string>, graph: Graph): void {
  const only = nodeIds.size === 1 ? graph.nodes.find(({ id }) => nodeIds.has(id)) : undefined;
  toastDone(`Copied ${only === undefined ? `${nodeIds.size} nodes` : `“${only.title}”`}. Paste into this plan or another.`);
}

function graphOf(text: string): Graph | null {
  try {
    return graphSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isInField({ target }: Event): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}
