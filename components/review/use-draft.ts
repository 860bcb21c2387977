import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Op } from "../../core/workflow/op.ts";
import { useApiClient } from "../shell/api.ts";

export type DraftState = "saved" | "saving" | "failed";

const pauseMs = 800;
const retryMs = 5_000;

interface DraftOptions {
  workflowId: string;
  baseRevision: number;
  /** The same array as long as nothing changed. */
  batches: Op[][];
  /** Whether the server holds the first batches already. */
  isKeptAtFirst: boolean;
  /** Nothing is sent while a save is under way, which removes the draft. */
  isPaused: boolean;
}

/**
 * Keeps what one changed and has not saved on the server, a moment after each change, and again until it arrives.
 * @returns how that stands, and a wait until nothing is on its way.
 */
export function useDraft({ workflowId, baseRevision, batches, isKeptAtFirst, isPaused }: DraftOptions): { state: DraftState; settled: () => Promise<unknown> } {
  const client = useApiClient();
  const kept = useRef<Op[][] | null>(isKeptAtFirst ? batches : null);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const [state, setState] = useState<DraftState>("saved");
  const send = useEffectEvent(async (sent: Op[][]) => {
    try {
      await client.workflows.saveDraft.mutate({ workflowId, baseRevision, batches: sent });
      kept.current = sent;
      return true;
    } catch {
      return false;
    }
  });
  useEffect(() => {
    if (isPaused) return;
    if (kept.current === batches) return setState("saved");
    setState((earlier) => (earlier === "failed" ? earlier : "saving"));
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = async () => {
      const sending = send(batches);
      underWay.current = sending;
      const isKept = await sending;
      if (!isCurrent) return;
      setState(isKept ? "saved" : "failed");
      if (!isKept) timer = setTimeout(() => void keep(), retryMs);
    };
    timer = setTimeout(() => void keep(), pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [batches, isPaused]);
  return { state, settled: () => underWay.current };
}
