import { useEffect, useEffectEvent } from "react";
import { graphFormat, graphSchema, type Graph } from "../../core/workflow/graph.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { copyOf } from "./copied-part.ts";

interface PartClipboardOptions {
  graph: Graph;
  selectedId: string | null;
  /** Left out where the plan can only be read. */
  onPaste?: (copied: Graph) => void;
}

const fields = "input, textarea, select, [contenteditable=true], [role=dialog]";

/** Copies the selected node with what is in it as JSON, and pastes such JSON, from any plan: the browser's own copy and paste elsewhere. */
export function usePartClipboard({ graph, selectedId, onPaste }: PartClipboardOptions): void {
  const copy = useEffectEvent((event: ClipboardEvent) => {
    const node = graph.nodes.find(({ id }) => id === selectedId);
    const isOfText = document.getSelection()?.isCollapsed === false || isInField(event);
    if (node === undefined || isOfText || event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", JSON.stringify(copyOf(node.id, graph), null, 2));
    event.preventDefault();
    toastDone(`Copied “${node.title}”. Paste it into this plan or another.`);
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
