"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
import { mayRole } from "../../core/access/permission.ts";
import type { Difference } from "../../core/comparison/describe-changes.ts";
import { overlayGraphs } from "../../core/comparison/overlay-graphs.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import { acceptanceOf, standingsOf } from "../../core/proposal/change-standing.ts";
import { studyChanges } from "../../core/proposal/study-changes.ts";
import { applyOps, type OpOutcome } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { ProposalPanel } from "./proposal-panel.tsx";
import { useProposal } from "./use-proposal.ts";

/** The plan on screen, as it is asked about and as changes are accepted into it. */
export interface Revised {
  workflowId: string;
  revision: number;
  graph: Graph;
  /** What was changed since that revision and isn't saved. */
  batches: Op[][];
  report: PreflightReport;
  selectedId: string | null;
  onSelect(id: string | null): void;
  apply(ops: Op[]): OpOutcome;
}

/** What stands in the place of the plan while its revision by a model is looked at. */
export interface ProposalView {
  panel: ReactNode;
  /** The plan with every change that can be accepted drawn into it; null where none can. */
  overlay: { graph: Graph; differences: ReadonlyMap<string, Difference> } | null;
}

/** The revision of a plan by a model, while it is open beside the plan; null otherwise. */
export function useProposalView(revised: Revised): ProposalView | null {
  const { workflowId, graph } = revised;
  const api = useApi();
  const me = useSignedInMember();
  const [params] = useUrlState();
  const isOpen = params.get("panel") === "revise";
  // While somebody asks, they look at the plan that they ask about.
  const isAsking = params.has("asking");
  const list = useQuery(api.proposals.list.queryOptions({ workflowId }, { enabled: isOpen, staleTime: 0 }));
  const proposalId = params.get("proposal") ?? list.data?.[0]?.id ?? null;
  const read = useProposal(isOpen ? proposalId : null);
  const written = isOpen ? (read.data ?? null) : null;
  const studied = useMemo(() => (written === null ? [] : studyChanges(written.asked.base, written.proposal.changes)), [written]);
  const standings = useMemo(() => standingsOf(studied, graph), [studied, graph]);
  const overlay = useMemo(() => {
    const open = studied.flatMap(({ change }, index) => (standings[index]?.type === "open" ? [change.number] : []));
    const outcome = open.length === 0 || isAsking ? null : applyOps(graph, acceptanceOf(studied, standings, open).ops);
    return outcome === null || !outcome.ok ? null : overlayGraphs(graph, outcome.graph);
  }, [studied, standings, graph, isAsking]);
  if (!isOpen) return null;
  const panel = (
    <ProposalPanel
      revised={revised}
      proposals={list.data ?? []}
      proposalId={proposalId}
      written={written}
      reading={{ isPending: list.isPending || (proposalId !== null && read.isPending), error: list.error ?? read.error, retry: () => void Promise.all([list.refetch(), read.refetch()]) }}
      studied={studied}
      standings={standings}
      mayRevise={mayRole(me.role, "workflow-write")}
    />
  );
  return { panel, overlay };
}
