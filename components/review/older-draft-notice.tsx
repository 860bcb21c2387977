import { useQuery } from "@tanstack/react-query";
import type { Op } from "../../core/workflow/op.ts";
import { ReadFailed } from "../parts/screen-state.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { OutdatedNotice } from "./outdated-notice.tsx";

type Description = NonNullable<ApiOutput["workflows"]["get"]>;

/** Offers to go on with a draft that was made on an older revision, which is read to see what both changed. */
export function OlderDraftNotice({ workflowId, draft, newest, onReopen }: {
  workflowId: string;
  draft: NonNullable<Description["draft"]>;
  newest: NonNullable<Description["revision"]>;
  onReopen(batches: Op[][] | null): void;
}) {
  const api = useApi();
  const base = useQuery(api.workflows.revision.queryOptions({ workflowId, number: draft.baseRevision }, { staleTime: Infinity }));
  if (base.isError && base.data === undefined) return <ReadFailed error={base.error} onRetry={() => void base.refetch()} isRetrying={base.isFetching} />;
  if (base.data == null) return null;
  return <OutdatedNotice base={base.data.graph} batches={draft.batches} newest={newest} onReopen={onReopen} />;
}
