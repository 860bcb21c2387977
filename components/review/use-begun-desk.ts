import { useEffect, useState } from "react";
import type { Draft } from "../../core/workflow/draft.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import { newId } from "../annotations/new-id.ts";
import { useKeptPlace } from "../shell/kept-value.ts";
import { toastFailed } from "../shell/toast.tsx";
import { readDraftCopies } from "./draft-copy.ts";
import { olderDraft, resumeDraft, type OlderDraft, type ResumedDraft } from "./resumed-draft.ts";

/** Changes from a revision before, tried on top of the newest. */
export interface Carried {
  batches: Op[][];
  /** The digest of the draft they were until now, and where this browser kept it. */
  over: string | null;
  place: string;
}

interface BegunDesk {
  resumed: ResumedDraft;
  older: OlderDraft | null;
  /** Where this browser keeps what this desk changes. */
  place: string;
}

/** What a desk goes on from, of what the server, this browser and the desk before it hold. What can't be used is told. */
export function useBegunDesk({ workflowId, opened, draft, carried }: { workflowId: string; opened: { number: number; graph: Graph }; draft: Draft | null; carried: Carried | null }): BegunDesk {
  const drafts = useKeptPlace(`draft.${workflowId}`);
  const [{ begun, unreadable }] = useState(() => begin(drafts, { opened, draft, carried }));
  const { clashes } = begun.resumed;
  useEffect(() => {
    if (unreadable > 0) toastFailed("Changes kept in this browser can’t be read", "They were taken out. The draft that the server holds is as it was.");
    if (clashes > 0) toastFailed("Two of your tabs had changed the same place", "What the later one made of it stands. Look over your changes before you save.");
  }, [unreadable, clashes]);
  return begun;
}

function begin(drafts: string, { opened, draft, carried }: { opened: { number: number; graph: Graph }; draft: Draft | null; carried: Carried | null }): { begun: BegunDesk; unreadable: number } {
  const { copies, unreadable } = readDraftCopies(drafts);
  const place = `${drafts}.${newId()}`;
  if (carried === null) return { begun: { resumed: resumeDraft(opened, draft, copies), older: olderDraft(opened.number, draft, copies), place }, unreadable };
  const taken = new Map([...copies].filter(([key]) => key === carried.place));
  return { begun: { resumed: { batches: carried.batches, known: [], over: carried.over, taken, clashes: 0 }, older: null, place }, unreadable };
}
