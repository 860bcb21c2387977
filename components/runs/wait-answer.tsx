"use client";

import { Button, Kbd, NumberInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import type { OpenWait } from "../../core/run/run-state.ts";
import { waitActions, type Wait, type WaitAction } from "../../core/run/wait.ts";
import { jsonValueSchema, type JsonValue } from "../../core/workflow/json-value.ts";
import { FormRefusal } from "../people/form-refusal.tsx";
import { useApi } from "../shell/api.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useKeptValue } from "../shell/kept-value.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useUnsavedText } from "../shell/unsaved-text.ts";
import { useSend } from "../shell/use-send.ts";
import classes from "./checkpoint-form.module.css";
import { actionWords } from "./event-words.ts";
import { FormControl, JsonField } from "./form-control.tsx";
import { formFields, formValue, missingFields, type FormField } from "./form-field.ts";
import { raiseOf } from "./raised-limit.ts";
import { useRun } from "./run-context.tsx";
import { StoredValueView } from "./stored-value-view.tsx";
import { OutputView } from "./output-view.tsx";
import { useRunControl } from "./use-run-control.ts";
import { useStepEvents } from "./use-step-events.ts";
import { actionLabels, isGrave, needsReason } from "./wait-text.ts";

/** What is typed and not sent. */
const typedAnswerSchema = z.object({
  reason: z.string(),
  /** By the names of the form's fields. */
  values: z.record(z.string(), jsonValueSchema.optional()),
  /** What goes on instead of what came in, as far as it is JSON. */
  edited: jsonValueSchema.optional(),
  isEditing: z.boolean(),
});

type TypedAnswer = z.infer<typeof typedAnswerSchema>;

/** The answer to one wait: what the plan's form asks for, a reason, and a button for each thing one may decide. */
export function WaitAnswer({ open: { waitId, wait } }: { open: OpenWait }) {
  const { run } = useRun();
  const api = useApi();
  const [fields] = useState<FormField[]>(() => (wait.kind === "checkpoint" ? formFields(wait.form) : []));
  const kept = useKeptValue<TypedAnswer>(`wait.${run.id}.${waitId}`, typedAnswerSchema, { reason: "", values: Object.fromEntries(fields.map(({ name, initial }) => [name, initial])), isEditing: false });
  const { reason, values, edited, isEditing } = kept.value;
  const type = (some: Partial<TypedAnswer>) => kept.change({ ...kept.value, ...some });
  const [raised, setRaised] = useState(() => raiseOf(wait));
  const [refused, setRefused] = useState<string | null>(null);
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  // What is no JSON yet is kept nowhere.
  useUnsavedText(isEditing && edited === undefined);
  const { send, isSending } = useSend(
    api.runs.answer.mutationOptions({
      onSuccess: (outcome, { action }) => {
        if (!outcome.ok && outcome.reason === "unfit") return setRefused(outcome.message);
        kept.forget();
        if (outcome.ok) return toastDone(`You ${actionWords[action]}.`.replace("You canceled.", "Canceled."));
        // The question may be gone from the page by now, so this stands beside it.
        toastFailed("This is answered already", "Somebody else was quicker, or the run ended. Nothing was changed by you.");
      },
    }),
  );
  const control = useRunControl(run.id);
  const answer = (action: WaitAction) => {
    setRefused(null);
    if (needsReason(action) && reason.trim() === "") return setRefused("Say why: who reads this later sees nothing else.");
    // A field that holds no JSON hands nothing on; without this, what stood there before would go.
    if ((action === "approve" || action === "edit") && form?.reportValidity() === false) return;
    if (action === "edit" && edited === undefined) return setRefused("Nothing is written there: write what goes on from here, or leave it as it was.");
    const missing = action === "approve" || action === "edit" ? missingFields(fields, values) : [];
    if (missing.length > 0) return setRefused(`Still open: ${missing.map(({ label }) => label).join(", ")}.`);
    if (wait.kind !== "paused") return send({ runId: run.id, waitId, action, value: valueFor(action), reason });
    kept.forget();
    if (action === "continue") control.resume();
    else control.cancel(reason);
  };
  const valueFor = (action: WaitAction): JsonValue => {
    if (action === "raise") return raised?.value ?? null;
    if (action === "edit") return edited ?? null;
    return action === "approve" && fields.length > 0 ? formValue(fields, values) : null;
  };
  const offered = waitActions[wait.kind].filter((action) => (action === "edit" ? isEditing : action !== "approve" || !isEditing));
  const [first, ...others] = offered;
  useKeyBinding({ keys: ["Enter"], mod: true, label: first === undefined ? "Answer" : actionLabels[first], group: "This page", run: () => first !== undefined && answer(first) });
  return (
    <form
      ref={setForm}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (first !== undefined) answer(first);
      }}
    >
      {wait.kind === "checkpoint" && !isEditing && <Shown wait={wait} onEdit={(value) => type({ edited: value, isEditing: true })} />}
      {isEditing && (
        <div className={classes.editing}>
          <JsonField label="What goes on from here" description="Edit it. The change is kept beside the original, with your name." value={edited} onChange={(value) => type({ edited: value })} />
          <Button size="xs" onClick={() => type({ isEditing: false, edited: undefined })}>
            Leave it as it was
          </Button>
        </div>
      )}
      {!isEditing && fields.map((field) => <FormControl key={field.name} field={field} value={values[field.name]} onChange={(value) => type({ values: { ...values, [field.name]: value } })} />)}
      {raised !== null && (
        <NumberInput
          label={raised.label}
          description={raised.description}
          value={raised.shown}
          min={raised.min}
          thousandSeparator=","
          decimalScale={raised.decimals}
          onChange={(shown) => typeof shown === "number" && setRaised(raised.withShown(shown))}
        />
      )}
      <Textarea
        label="Reason, kept with the decision"
        placeholder={wait.kind === "checkpoint" ? "Optional when approving" : "Optional"}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4_000}
        value={reason}
        onChange={(event) => type({ reason: event.currentTarget.value })}
      />
      {refused !== null && <FormRefusal>{refused}</FormRefusal>}
      <div className={classes.actions}>
        {first !== undefined && (
          <Button size="md" variant="filled" type="submit" loading={isSending || control.isSending} className={classes.first} rightSection={<Kbd className={classes.kbd}>Ctrl ↵</Kbd>}>
            {actionLabels[first]}
          </Button>
        )}
        {others.map((action) => (
          <Button key={action} size="md" onClick={() => answer(action)} disabled={isSending} data-danger={isGrave(action) || undefined}>
            {actionLabels[action]}
          </Button>
        ))}
      </div>
      <p className={classes.hint}>No worker is held while it waits, and nothing ever approves itself.</p>
    </form>
  );
}

/** What came in, as it would go on. */
function Shown({ wait: { shown, stepId }, onEdit }: { wait: Extract<Wait, { kind: "checkpoint" }>; onEdit: (value: JsonValue) => void }) {
  const { sources } = useStepEvents(stepId);
  if ("json" in shown && (shown.json === null || (typeof shown.json === "object" && Object.keys(shown.json).length === 0))) return null;
  return (
    <details className={classes.shown} open>
      <summary>What is to be decided on</summary>
      <StoredValueView stored={shown} name="What is to be decided on">
        {(value) => (
          // The button stands in what scrolls: so the keyboard comes to it.
          <div className={classes.value}>
            <OutputView value={value} name="What is to be decided on" sources={sources} />
            <div className={classes.edit}>
              <Button size="xs" onClick={() => onEdit(value)}>
                Edit it
              </Button>
            </div>
          </div>
        )}
      </StoredValueView>
    </details>
  );
}
