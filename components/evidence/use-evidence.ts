import { useQuery } from "@tanstack/react-query";
import type { RunStatus } from "../../core/run/run-status.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";

/** So often an ended run is looked at until its audit is there. */
const awaitAuditMs = 1_000;
/** And a run that goes on, for what its report would lack. */
const followMs = 5_000;

export type Evidence = NonNullable<ApiOutput["evidence"]["get"]>;

/** The claims, sources, verdicts and audit of a run; read anew while it goes on, and until it is audited. */
export function useEvidence(runId: string, status: RunStatus) {
  const api = useApi();
  return useQuery(
    api.evidence.get.queryOptions(
      { runId },
      {
        refetchInterval: ({ state: { data } }) => {
          if (data === null) return false;
          const isOver = data !== undefined && isEnded(data.status) && isEnded(status);
          if (!isOver) return isEnded(status) ? awaitAuditMs : followMs;
          return data.audit === null ? awaitAuditMs : false;
        },
      },
    ),
  );
}
