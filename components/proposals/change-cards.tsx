"use client";

import { Button } from "@mantine/core";
import { useMemo } from "react";
import { describeChanges, type Change } from "../../core/comparison/describe-changes.ts";
import { acceptanceOf, type ChangeStanding } from "../../core/proposal/change-standing.ts";
import type { Ruling } from "../../core/proposal/proposed-change.ts";
import type { StudiedChange } from "../../core/proposal/study-changes.ts";
import { applyOps } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { isPlanOpen } from "../../core/workflow/plan-status.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { ChangeCard } from "./change-card.tsx";
import classes from "./proposal-panel.module.css";
import type { WrittenProposal } from "./proposal-panel.tsx";
import type { Revised } from "./revision-room.tsx";

interface ChangeCardsProps {
  revised: Revised;
  written: WrittenProposal;
  studied: readonly StudiedChange[];
  standings: readonly ChangeStanding[];
  mayRevise: boolean;
}

/** Every change of a proposal, to accept or reject one by one or together. */
export function ChangeCards({ revised, written, studied, standings, mayRevise }: ChangeCardsProps) {
  const { proposal, asked } = written;
  const proposalId = asked.planId;
  const api = useApi();
  const isWriting = isPlanOpen(proposal.status);
  const described = useMemo(() => describeEach(asked.base, studied), [asked.base, studied]);
  const open = studied.flatMap(({ change }, index) => (standings[index]?.type === "open" ? [change.number] : []));
  const { send, isSending } = useSend(
    api.proposals.rule.mutationOptions({
      onSuccess: (outcome: ApiOutput["proposals"]["rule"]) => {
        if (!outcome.ok) toastFailed("That was not recorded", outcome.reason === "being-written" ? "The model is writing again. Your draft is kept; say it once more when it is done." : "The proposal is no longer there. Your draft is kept.");
      },
    }),
  );
  const rule = (numbers: number[], said: Ruling) => send({ proposalId, numbers, said });
  const accept = (wanted: number[]) => {
    const { numbers, ops } = acceptanceOf(studied, standings, wanted);
    if (ops.length === 0) return;
    const outcome = revised.apply(ops);
    if (!outcome.ok) return toastFailed("That doesn’t fit into the plan", `${outcome.refusal.message} Nothing was changed: accept the changes one by one.`);
    rule(numbers, "accepted");
  };
  const selected = changeAbout(studied, revised.selectedId);
  if (studied.length === 0) return isWriting ? null : <p className={classes.empty}>{proposal.status === "finished" ? "The model proposed no change." : "Nothing was proposed yet."}</p>;
  return (
    <>
      {mayRevise && open.length > 1 && (
        <div className={classes.together}>
          <p>{open.length} changes are open.</p>
          <Button size="xs" onClick={() => rule(open, "rejected")} disabled={isWriting || isSending}>
            Reject all
          </Button>
          <Button size="xs" variant="filled" onClick={() => accept(open)} disabled={isWriting || isSending}>
            Accept all
          </Button>
        </div>
      )}
      <ol className={classes.cards} aria-label="Proposed changes">
        {studied.map(({ change }, index) => (
          <ChangeCard
            key={change.number}
            change={change}
            standing={standings[index] ?? { type: "rejected" }}
            points={asked.points.filter(({ ref }) => change.answers.includes(ref))}
            parts={described[index] ?? []}
            isSelected={change.number === selected}
            isOff={isWriting || isSending}
            mayRevise={mayRevise}
            isLastAnswer={(ref) => studied.every((other, at) => !other.change.answers.includes(ref) || standings[at]?.type !== "open")}
            onAccept={() => accept([change.number])}
            onRule={(said) => rule([change.number], said)}
            onSelect={revised.onSelect}
          />
        ))}
      </ol>
      {isWriting && mayRevise && <p className={classes.meta}>Changes can be accepted once the model is done.</p>}
    </>
  );
}

/** What each change does, in words, on the plan as the changes before leave it. */
function describeEach(base: Graph, studied: readonly StudiedChange[]): Change[][] {
  let graph = base;
  return studied.map(({ change }) => {
    const outcome = applyOps(graph, change.ops);
    if (!outcome.ok) return [];
    const described = describeChanges(graph, outcome.graph);
    graph = outcome.graph;
    return described;
  });
}

/** The first change that sets something of a node, or touches it, so that its card can be brought into view. */
function changeAbout(studied: readonly StudiedChange[], nodeId: string | null): number | null {
  const isAbout = (name: string) => name === `node/${nodeId}` || name.startsWith(`node/${nodeId}/`);
  const found = nodeId === null ? undefined : (studied.find(({ effects }) => [...effects.keys()].some(isAbout)) ?? studied.find(({ sights }) => [...sights.keys()].some(isAbout)));
  return found?.change.number ?? null;
}
