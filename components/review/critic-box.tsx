"use client";

import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useState } from "react";
import { isPlanOpen } from "../../core/workflow/plan-status.ts";
import { newId } from "../annotations/new-id.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import { RefusedLines } from "../proposals/refused-lines.tsx";
import { WritingState } from "../proposals/writing-state.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";
import { toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import classes from "./critic-box.module.css";
import { planningText } from "./planning-text.ts";

interface CriticBoxProps {
  workflowId: string;
  revision: { id: string; number: number };
  /** That serves the role, as `provider:model`. */
  model: string | null;
  mayAsk: boolean;
  /** Why nobody can ask at this moment; null where one can. */
  blockedBy: string | null;
}

/** What a model thinks of a revision: who asked, how far it is, and asking it. Its points stand among the findings. */
export function CriticBox({ workflowId, revision, model, mayAsk, blockedBy }: CriticBoxProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const { queryKey, ...query } = api.critiques.read.queryOptions({ revisionId: revision.id });
  const read = useQuery({ queryKey, ...query });
  const [critiqueId, setCritiqueId] = useState(newId);
  const reread = () => queryClient.invalidateQueries({ queryKey });
  const written = read.data ?? null;
  useLiveTopic(`plan:${written?.asked.planId ?? "none"}`, written?.sequence ?? null, { onEntries: () => void reread(), onRestart: () => void reread() });
  const { send, isSending } = useSend(
    api.critiques.ask.mutationOptions({
      onSuccess: async (outcome) => {
        if (outcome.ok) setCritiqueId(newId());
        else toastFailed("The model was not asked", refusalText(outcome));
        await reread();
      },
    }),
  );
  const isWriting = written !== null && isPlanOpen(written.critique.status);
  return (
    <section className={classes.box} aria-label="A model’s opinion">
      <h2>A model’s opinion</h2>
      {written === null ? (
        <p>A model reads the plan against its brief and says what rules can’t see. It never stands in the way of an approval.</p>
      ) : (
        <>
          <p>
            <bdi>{written.asked.askedByName}</bdi> asked <RelativeTime at={written.createdAt} />. {outcomeText(written.critique)}
          </p>
          {written.critique.nothing !== null && <blockquote>{written.critique.nothing}</blockquote>}
          <WritingState planId={written.asked.planId} writing={written.critique} soFar={soFarOf(written.critique.findings.length)} mayWrite={mayAsk} onChanged={reread} />
          <RefusedLines refused={written.critique.refused} />
        </>
      )}
      {mayAsk && !isWriting && read.isSuccess && (
        <div className={classes.ask}>
          <Button size="xs" leftSection={<IconMessageQuestion size={14} stroke={1.9} />} disabled={blockedBy !== null} loading={isSending} onClick={() => send({ workflowId, critiqueId, revision: revision.number })}>
            {written === null ? "Ask for an opinion" : "Ask again"}
          </Button>
          <p>{blockedBy ?? (model?.startsWith("offline:") === true ? "The critic is the offline model, which has none: an admin chooses a language model in Settings, Models." : `${model ?? "The critic"} answers.`)}</p>
        </div>
      )}
    </section>
  );
}

type Critique = NonNullable<ApiOutput["critiques"]["read"]>["critique"];

function outcomeText({ status, findings, nothing, calls }: Critique): string {
  if (status !== "finished") return "";
  if (findings.length > 0) return `${pointsText(findings.length)}, among the findings above. ${planningText(calls)}.`;
  return nothing === null ? "The model wrote no point that could be used." : "It has nothing to add:";
}

function soFarOf(count: number) {
  return { now: count === 0 ? " …" : `, ${pointsText(count)} so far …`, kept: count === 0 ? "" : " What it wrote until then doesn’t count." };
}

const pointsText = (count: number) => (count === 1 ? "1 point" : `${count} points`);

function refusalText(outcome: Extract<ApiOutput["critiques"]["ask"], { ok: false }>): string {
  if (outcome.reason === "busy") return `A model is reading this plan already: ${outcome.askedByName} asked.`;
  if (outcome.reason === "approved") return "Somebody has approved this revision meanwhile: what it says of itself stays as they saw it.";
  return outcome.reason === "outdated" ? "A newer revision was saved meanwhile: open it first." : "The plan is no longer there.";
}
