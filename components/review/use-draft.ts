import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import type { GraphEditor } from "../canvas/graph-editor.ts";
import { useApi, useApiClient } from "../shell/api.ts";
import { toastDone } from "../shell/toast.tsx";
import { useUnsavedText } from "../shell/unsaved-text.ts";
import { draftShelf } from "./draft-copy.ts";
import { createDraftKeeper, type DraftKeeper, type DraftStanding } from "./draft-keeper.ts";
import type { ResumedDraft } from "./resumed-draft.ts";

interface DraftOptions {
  workflowId: string;
  opened: { number: number; graph: Graph };
  editor: GraphEditor;
  resumed: ResumedDraft;
  /** This tab's key in the browser's storage. */
  place: string;
  isPaused: boolean;
}

/** Keeps what one changed and has not saved, for as long as a desk is open, and says how that stands. */
export function useDraft({ workflowId, isPaused, place, ...around }: DraftOptions): DraftStanding & { keeper: DraftKeeper } {
  const client = useApiClient();
  const api = useApi();
  const queryClient = useQueryClient();
  const [keeper] = useState(() =>
    createDraftKeeper({
      ...around,
      shelf: draftShelf(place),
      send: (change) => client.workflows.saveDraft.mutate({ workflowId, ...change }),
      // Whoever comes back to this page within the tab finds it as they left it.
      onKept: (draft) =>
        queryClient.setQueryData(api.workflows.get.queryKey({ workflowId }), (known) =>
          known == null ? known : { ...known, draft: draft.batches.length === 0 ? null : { ...draft, updatedAt: new Date() } },
        ),
      onJoined: () => toastDone("What you changed in another tab is here too."),
    }),
  );
  useEffect(() => keeper.start(), [keeper]);
  useEffect(() => keeper.pause(isPaused), [keeper, isPaused]);
  const standing = useSyncExternalStore(keeper.subscribe, keeper.read, keeper.read);
  useUnsavedText(standing.state !== "saved" && !standing.isCopied);
  return { ...standing, keeper };
}
