"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { foldProposal } from "../../core/proposal/fold-proposal.ts";
import { planEntrySchema } from "../../core/workflow/plan-entry.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import { useApi } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";

/** A proposal, read from where it is and followed live. */
export function useProposal(proposalId: string | null) {
  const api = useApi();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const asked = { proposalId: proposalId ?? "" };
  const read = useQuery(api.proposals.read.queryOptions(asked, { enabled: proposalId !== null, staleTime: Infinity, refetchOnReconnect: false, refetchOnWindowFocus: false }));
  useLiveTopic(`plan:${proposalId ?? "none"}`, read.data?.sequence ?? null, {
    onEntries: (entries) => {
      queryClient.setQueryData(api.proposals.read.queryKey(asked), (earlier) => {
        if (earlier == null) return earlier;
        const news = entries.filter(({ sequence }) => sequence > earlier.sequence);
        const proposal = news.reduce((before, { data }) => foldProposal(before, planEntrySchema.parse(data)), earlier.proposal);
        return { ...earlier, proposal, sequence: news.at(-1)?.sequence ?? earlier.sequence };
      });
      const proposed = entries.map(({ data }) => planEntrySchema.parse(data)).flatMap((entry) => (entry.type === "change" ? [entry.change.why] : []));
      if (proposed.length > 0) announce(`Proposed: ${proposed.join(" ")}`);
    },
    onRestart: () => void read.refetch(),
  });
  return read;
}
