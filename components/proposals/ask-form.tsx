"use client";

import { Button, MultiSelect, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { threadsAt, useAnnotationRoom } from "../annotations/annotation-room.tsx";
import { newId } from "../annotations/new-id.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useKeptValue } from "../shell/kept-value.ts";
import { toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import classes from "./proposal-panel.module.css";
import type { Revised } from "./revision-room.tsx";

type Refusal = Extract<ApiOutput["proposals"]["ask"], { ok: false }>;

const wishSchema = z.string().max(4_000);

/** What a model is to be asked: the open comments and findings of the plan or of some of its steps, and a sentence besides. */
export function AskForm({ revised, part, onAsked, onLeave }: { revised: Revised; part: string | null; onAsked: (proposalId: string) => void; onLeave?: () => void }) {
  const { workflowId, revision, graph, batches, report } = revised;
  const api = useApi();
  const queryClient = useQueryClient();
  const room = useAnnotationRoom();
  const wish = useKeptValue(`wish.${workflowId}`, wishSchema, "");
  const [chosen, setChosen] = useState<string[]>(part?.split(",") ?? []);
  const nodeIds = chosen.filter((id) => graph.nodes.some((node) => node.id === id));
  const [proposalId] = useState(newId);
  const open = (room?.threads ?? []).filter(({ thread }) => thread.resolved === null);
  const comments = nodeIds.length === 0 ? open : [...new Set(nodeIds.flatMap((id) => threadsAt(open, id, graph)))];
  const findings = report.findings.filter(({ severity, target }) => severity !== "note" && (nodeIds.length === 0 || (target.type === "node" && nodeIds.includes(target.id))));
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const isEmpty = comments.length === 0 && findings.length === 0 && nodeIds.length === 0 && wish.value.trim() === "";
  const { send, isSending } = useSend(
    api.proposals.ask.mutationOptions({
      onSuccess: async (outcome) => {
        await queryClient.invalidateQueries({ queryKey: api.proposals.list.queryKey({ workflowId }) });
        if (!outcome.ok) return toastFailed("The model was not asked", refusalText(outcome));
        wish.forget();
        onAsked(outcome.proposalId);
      },
    }),
  );
  const ask = () => !isEmpty && send({ workflowId, proposalId, revision, batches, nodeIds, wish: wish.value });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <p>The planner model gets the plan as it is on your screen, and with it</p>
      <ul className={classes.points}>
        <li data-none={comments.length === 0 || undefined}>{comments.length === 1 ? "1 open comment" : `${comments.length === 0 ? "no" : comments.length} open comments`}</li>
        <li data-none={findings.length === 0 || undefined}>
          {countOf(errors, "error")}, {countOf(findings.length - errors, "warning")}
        </li>
      </ul>
      <MultiSelect
        size="xs"
        label="Only these steps"
        description="Written anew; the rest stays as it is. Leave empty for the whole plan."
        placeholder={nodeIds.length === 0 ? "The whole plan" : undefined}
        data={graph.nodes.map(({ id, title }) => ({ value: id, label: title }))}
        value={nodeIds}
        onChange={setChosen}
        searchable
        clearable
        hidePickedOptions
        nothingFoundMessage="No step has these words in its title"
      />
      <Textarea size="xs" label="What else should change?" description="One or two sentences; can be left empty." autosize minRows={2} maxRows={8} maxLength={4_000} value={wish.value} onChange={(event) => wish.change(event.currentTarget.value)} />
      <div className={classes.foot}>
        {isEmpty && <span className={classes.reason}>No comment is open and no check reports an error or a warning: say what should change, or choose steps.</span>}
        {onLeave !== undefined && (
          <Button size="xs" variant="subtle" onClick={onLeave}>
            Cancel
          </Button>
        )}
        <Button size="xs" variant="filled" type="submit" loading={isSending} disabled={isEmpty}>
          Ask for changes
        </Button>
      </div>
    </form>
  );
}

const countOf = (count: number, noun: string) => `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;

function refusalText(outcome: Refusal): string {
  if (outcome.reason === "busy") return `A model is revising this plan already: ${outcome.askedByName} asked. Wait until it is done, or cancel it. What you wrote is kept.`;
  if (outcome.reason === "refused") return `Your changes no longer fit the plan: ${outcome.refusal.message} What you wrote is kept.`;
  if (outcome.reason === "nothing-asked") return "No comment is open and the checks report nothing by now: say what should change.";
  return "The plan, or the steps you chose, are no longer there. What you wrote is kept.";
}
