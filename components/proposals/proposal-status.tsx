"use client";

import { useQueryClient } from "@tanstack/react-query";
import { RelativeTime } from "../parts/relative-time.tsx";
import { useApi } from "../shell/api.ts";
import classes from "./proposal-panel.module.css";
import type { WrittenProposal } from "./proposal-panel.tsx";
import { WritingState } from "./writing-state.tsx";

/** Who asked for what, how the writing stands, and what one can do about it. */
export function ProposalStatus({ written, mayRevise }: { written: WrittenProposal; mayRevise: boolean }) {
  const { asked, proposal, createdAt } = written;
  const { ghost, changes } = proposal;
  const proposalId = asked.planId;
  const api = useApi();
  const queryClient = useQueryClient();
  return (
    <div className={classes.status}>
      <p className={classes.meta}>
        <bdi>{asked.askedByName}</bdi> asked <RelativeTime at={createdAt} /> about {pointsText(asked.points)}
        {asked.nodeIds.length > 0 && `, for ${asked.nodeIds.length === 1 ? "1 step" : `${asked.nodeIds.length} steps`} only`}, on revision {asked.revision}.
        {asked.leftOut > 0 && ` ${asked.leftOut} more findings had no room: ask again once these are settled.`}
      </p>
      <WritingState
        planId={proposalId}
        writing={proposal}
        soFar={{
          now: `${changes.length === 0 ? " …" : `, ${changes.length === 1 ? "1 change" : `${changes.length} changes`} so far …`}${ghost === null ? "" : ` Now: ${ghost.title}`}`,
          kept: changes.length === 0 ? "" : " What was proposed until then is still here.",
        }}
        mayWrite={mayRevise}
        onChanged={() => queryClient.invalidateQueries({ queryKey: api.proposals.read.queryKey({ proposalId }) })}
      />
    </div>
  );
}

function pointsText(points: WrittenProposal["asked"]["points"]): string {
  const count = (type: string) => points.filter((point) => point.type === type).length;
  const parts = [
    [count("remark"), "comment"],
    [count("finding"), "finding"],
    [count("wish"), "wish"],
  ] as const;
  return parts.flatMap(([number, noun]) => (number === 0 ? [] : [`${number} ${noun === "wish" && number > 1 ? "wishe" : noun}${number === 1 ? "" : "s"}`])).join(" and ");
}
