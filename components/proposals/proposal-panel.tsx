"use client";

import { ActionIcon, Button, Loader, NativeSelect } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ChangeStanding } from "../../core/proposal/change-standing.ts";
import type { StudiedChange } from "../../core/proposal/study-changes.ts";
import { isPlanOpen } from "../../core/workflow/plan-status.ts";
import { ReadFailed } from "../parts/screen-state.tsx";
import { relativeTimeText } from "../parts/time-text.ts";
import type { ApiOutput } from "../shell/api.ts";
import { useUrlState } from "../shell/use-url-state.ts";
import { AskForm } from "./ask-form.tsx";
import { ChangeCards } from "./change-cards.tsx";
import { ProposalStatus } from "./proposal-status.tsx";
import classes from "./proposal-panel.module.css";
import type { Revised } from "./revision-room.tsx";
import { UnreadList } from "./unread-list.tsx";

export type WrittenProposal = NonNullable<ApiOutput["proposals"]["read"]>;

interface ProposalPanelProps {
  revised: Revised;
  proposals: ApiOutput["proposals"]["list"];
  /** The one that is looked at; null before the first. */
  proposalId: string | null;
  written: WrittenProposal | null;
  reading: { isPending: boolean; error: unknown; retry(): void };
  studied: readonly StudiedChange[];
  standings: readonly ChangeStanding[];
  mayRevise: boolean;
}

/** Beside the graph: what a model is asked to change of the plan, what it proposes, and what becomes of each change. */
export function ProposalPanel({ revised, proposals, proposalId, written, reading, studied, standings, mayRevise }: ProposalPanelProps) {
  const [params, changeUrl] = useUrlState();
  const part = params.get("part");
  const isFirst = proposals.length === 0 && proposalId === null;
  const isWriting = written !== null && isPlanOpen(written.proposal.status);
  const isForm = mayRevise && !isWriting && (params.has("asking") || isFirst);
  const close = () => changeUrl({ panel: "", proposal: "", asking: "", part: "" });
  return (
    <section className={classes.panel} aria-label="Revise with the model">
      <header className={classes.head}>
        <div className={classes.words}>
          <h2>Revise with the model</h2>
          <p className={classes.sub}>{isForm ? "It proposes changes. Nothing changes before you accept it." : "Changes are drawn over the plan. Accepted ones become edits of your draft."}</p>
        </div>
        <ActionIcon aria-label="Close the revision" onClick={close}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        {reading.error !== null && written === null ? (
          <ReadFailed error={reading.error} onRetry={reading.retry} isRetrying={reading.isPending} />
        ) : reading.isPending ? (
          <Loader className={classes.loader} size="sm" aria-label="Reading the proposal" />
        ) : isForm ? (
          <AskForm
            key={part ?? ""}
            revised={revised}
            part={part}
            onAsked={(id) => changeUrl({ proposal: id, asking: "", part: "" })}
            {...(isFirst ? {} : { onLeave: () => changeUrl({ asking: "", part: "" }) })}
          />
        ) : written === null ? (
          <p className={classes.empty}>{isFirst ? "Nobody has asked a model to revise this plan. Authors, reviewers and admins can." : "There is no such proposal on this plan."}</p>
        ) : (
          <>
            <div className={classes.choice}>
              {proposals.length > 1 && (
                <NativeSelect
                  size="xs"
                  aria-label="Proposal"
                  value={proposalId ?? ""}
                  data={proposals.map(({ id, askedByName, createdAt, revision }) => ({ value: id, label: `${askedByName}, ${relativeTimeText(createdAt, new Date())}, on revision ${revision}` }))}
                  onChange={(event) => changeUrl({ proposal: event.currentTarget.value })}
                />
              )}
              {mayRevise && !isWriting && (
                <Button size="xs" onClick={() => changeUrl({ asking: "yes" })}>
                  Ask again
                </Button>
              )}
            </div>
            <ProposalStatus written={written} mayRevise={mayRevise} />
            <ChangeCards revised={revised} written={written} studied={studied} standings={standings} mayRevise={mayRevise} />
            <UnreadList written={written} />
          </>
        )}
      </div>
    </section>
  );
}
