import { useQuery } from "@tanstack/react-query";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import { ReadFailed } from "../parts/screen-state.tsx";
import { useApi } from "../shell/api.ts";
import { OutdatedNotice } from "./outdated-notice.tsx";
import type { OlderDraft } from "./resumed-draft.ts";

/** Offers to go on with a draft that was made on an older revision, which is read to see what both changed. */
export function OlderDraftNotice({ workflowId, draft, newest, onGoOn }: {
  workflowId: string;
  draft: OlderDraft;
  /** What it would go on top of. */
  newest: { number: number; createdByName: string; graph: Graph };
  /** With what fits of it; null to leave it out. */
  onGoOn(batches: Op[][] | null): void;
}) {
  const api = useApi();
  const base = useQuery(api.workflows.revision.queryOptions({ workflowId, number: draft.baseRevision }, { staleTime: Infinity }));
  if (base.isError && base.data === undefined) return <ReadFailed error={base.error} onRetry={() => void base.refetch()} isRetrying={base.isFetching} />;
  if (base.data == null) return null;
  return <OutdatedNotice base={base.data.graph} batches={draft.batches} newest={newest} onGoOn={onGoOn} onLeaveOut={() => onGoOn(null)} />;
}
