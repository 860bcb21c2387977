"use client";

import { ActionIcon } from "@mantine/core";
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconDatabase, IconFileText, IconFlag, IconMessage, IconRobot, IconTool, type Icon } from "@tabler/icons-react";
import { useState } from "react";
import { contextReceiptSchema, type ContextOrigin, type ContextReceipt } from "../../core/run/context-receipt.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import type { Node } from "../../core/workflow/node.ts";
import { shortNumber } from "../canvas/node-facts.ts";
import { usageText } from "../models/usage-text.ts";
import { LongText } from "./long-text.tsx";
import classes from "./received-view.module.css";
import { StoredValueView } from "./stored-value-view.tsx";

type ModelCall = Extract<RunEvent, { type: "model-called" }>;
type Part = ContextReceipt["messages"][number]["parts"][number];

const originText: Record<ContextOrigin["kind"], { label: string; icon: Icon }> = {
  prompt: { label: "Countersign’s prompt", icon: IconFileText },
  plan: { label: "Instructions, as approved", icon: IconFileText },
  brief: { label: "Brief, as approved", icon: IconFlag },
  item: { label: "Its item", icon: IconFileText },
  input: { label: "From a step before", icon: IconRobot },
  claim: { label: "Claim to check", icon: IconMessage },
  tool: { label: "From a tool", icon: IconTool },
  model: { label: "Its own words before", icon: IconMessage },
  limit: { label: "A limit", icon: IconDatabase },
};

/** Exactly what each call of a model was sent: every part with its origin, and what was cut. */
export function ReceivedView({ node, calls, isRead }: { node: Node; calls: readonly ModelCall[]; isRead: boolean }) {
  const [chosen, setChosen] = useState<number | null>(null);
  if (calls.length === 0) {
    const usesModel = node.kind === "agent" || node.kind === "verify" || node.kind === "synthesize";
    return <p className={classes.none}>{!isRead ? "Reading …" : usesModel ? "No model was called yet." : "No model works here, so nothing was sent to one."}</p>;
  }
  const index = Math.min(chosen ?? calls.length - 1, calls.length - 1);
  const call = calls[index];
  if (call === undefined) return null;
  return (
    <div className={classes.received}>
      <div className={classes.bar}>
        <b>Receipt</b>
        <span className={classes.chip}>attempt {call.attempt}</span>
        <span className={classes.chip}>
          call {index + 1} of {calls.length}
        </span>
        <span className={classes.grow} />
        <ActionIcon size="xs" aria-label="Earlier call" disabled={index === 0} onClick={() => setChosen(index - 1)}>
          <IconChevronLeft size={14} stroke={1.9} />
        </ActionIcon>
        <ActionIcon size="xs" aria-label="Later call" disabled={index === calls.length - 1} onClick={() => setChosen(index + 1)}>
          <IconChevronRight size={14} stroke={1.9} />
        </ActionIcon>
      </div>
      <p className={classes.facts}>
        {call.role} · <code>{call.model}</code>
        {call.insteadOf !== undefined && (
          <>
            {" "}
            in place of <code>{call.insteadOf}</code>
          </>
        )}{" "}
        · prompt {call.promptVersion} · {usageText(call.usage)} · {call.finishReason}
      </p>
      <StoredValueView key={call.receipt} stored={{ digest: call.receipt, byteLength: 0 }} name="Receipt">
        {(value) => {
          const receipt = contextReceiptSchema.safeParse(value);
          return receipt.success ? <Receipt receipt={receipt.data} /> : <LongText name="Receipt" text={JSON.stringify(value, null, 2)} />;
        }}
      </StoredValueView>
      <h3 className={classes.title}>Answered, word for word</h3>
      <StoredValueView stored={call.answer} name="Answer" />
    </div>
  );
}

function Receipt({ receipt: { messages, cut, tools, tokens, maxTokens } }: { receipt: ContextReceipt }) {
  const parts = messages.flatMap((message, at) => message.parts.map((part, index) => ({ part, role: message.role, key: `${at} ${index}` })));
  return (
    <>
      <div className={classes.size}>
        <b>
          {shortNumber(tokens)} {maxTokens === null ? "tokens" : `of ${shortNumber(maxTokens)} tokens`}
        </b>
        <span>{maxTokens === null ? "no limit is known" : "the limit of this step or its model"}</span>
        {maxTokens !== null && (
          <span className={classes.meter} aria-hidden="true">
            <span style={{ width: `${Math.min(100, (tokens / maxTokens) * 100)}%` }} />
          </span>
        )}
      </div>
      <ul>
        {parts.map(({ part, role, key }) => (
          <PartView key={key} part={part} role={role} />
        ))}
      </ul>
      {cut.length > 0 && (
        <div className={classes.cut}>
          <p className={classes.cutTitle}>
            <IconAlertTriangle size={14} stroke={1.9} aria-hidden="true" /> Cut to fit, {shortNumber(cut.reduce((sum, one) => sum + one.tokens, 0))} tokens
          </p>
          <ul>
            {cut.map(({ origin, what, tokens: lost }, index) => (
              <li key={`${index} ${what}`}>
                {what} ({originText[origin.kind].label.toLowerCase()}, {origin.name}, {shortNumber(lost)})
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={classes.facts}>{tools.length === 0 ? "No tools were offered." : `Tools offered: ${tools.join(", ")}.`}</p>
    </>
  );
}

function PartView({ part: { origin, tokens, content }, role }: { part: Part; role: string }) {
  const { label, icon: Mark } = originText[origin.kind];
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={classes.part}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={classes.partHead}>
          <Mark size={14} stroke={1.9} aria-hidden="true" />
          <span className={classes.partName}>
            <b>{origin.name === "" ? label : origin.name}</b>
            <span>
              {origin.name === "" ? "" : `${label} · `}
              {role}
            </span>
          </span>
          <span className={classes.tokens}>{shortNumber(tokens)}</span>
        </summary>
        {isOpen && <StoredValueView stored={content} name={origin.name === "" ? label : origin.name} />}
      </details>
    </li>
  );
}
