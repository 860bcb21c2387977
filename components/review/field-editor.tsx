"use client";

import { Checkbox, Fieldset, NumberInput, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import classes from "./field-editor.module.css";
import type { Field } from "./field-shape.ts";

/** Sets the field at a path; answers with what is wrong, or null. Without a value the field is taken away. */
export type Commit = (path: string[], value: JsonValue | undefined) => string | null;

export interface FieldEditorProps {
  field: Field;
  path: string[];
  value: JsonValue | undefined;
  commit: Commit;
  /** Values to choose from, with their words, for fields that name something else in the plan. */
  choices?: { value: string; label: string }[] | undefined;
}

/** One field of a node as a form control; what is refused stays in the control with the reason below it. */
export function FieldEditor({ field, path, value, commit, choices }: FieldEditorProps) {
  const [error, setError] = useState<string | null>(null);
  const set = (next: JsonValue | undefined) => setError(commit(path, next));
  const { label, shape } = field;
  const shared = { label, error, size: "xs" as const };
  if (isUnknown(value)) return <UnknownField label={label} reason={value.unknown} onKnow={() => set(startOf(field))} />;
  switch (shape.type) {
    case "line":
      if (choices !== undefined) return <Select {...shared} data={choices} value={textOf(value) || null} clearable onChange={(next) => set(next ?? undefined)} />;
      return <TypedText {...shared} value={textOf(value)} maxLength={shape.maxLength} onCommit={(text) => set(text === "" ? undefined : text)} />;
    case "prose":
      return <TypedText {...shared} isLong value={textOf(value)} maxLength={shape.maxLength} onCommit={set} />;
    case "number":
      return (
        <NumberInput
          {...shared}
          value={typeof value === "number" ? value : ""}
          min={shape.min}
          allowDecimal={!shape.isInteger}
          thousandSeparator=","
          onChange={(next) => set(typeof next === "number" ? next : undefined)}
        />
      );
    case "choice":
      return <Select {...shared} data={shape.options} value={textOf(value)} allowDeselect={false} onChange={(next) => next !== null && set(next)} />;
    case "flag":
      return <Checkbox label={label} error={error} size="xs" checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />;
    case "list":
      return <TagsInput {...shared} value={Array.isArray(value) ? value.map(String) : []} data={choices?.map((choice) => choice.value) ?? []} onChange={set} />;
    case "group":
      return (
        <Fieldset legend={label} className={classes.group}>
          {shape.fields.map((inner) => (
            <FieldEditor key={inner.name} field={inner} path={[...path, inner.name]} value={isObject(value) ? value[inner.name] : undefined} commit={commit} />
          ))}
        </Fieldset>
      );
    case "json":
      return <TypedText {...shared} isLong isCode value={value === undefined ? "" : JSON.stringify(value, null, 2)} maxLength={20_000} onCommit={(text) => setError(commitJson(text, (next) => commit(path, next)))} />;
  }
}

interface TypedTextProps {
  label: string;
  error: string | null;
  size: "xs";
  value: string;
  maxLength: number;
  isLong?: boolean;
  isCode?: boolean;
  onCommit(text: string): void;
}

/** Text is an edit once one is done with it, so that undo takes back a change and not a letter. */
function TypedText({ value, isLong = false, isCode = false, onCommit, ...rest }: TypedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shared = {
    ...rest,
    value: typed ?? value,
    onBlur: () => {
      if (typed !== null && typed !== value) onCommit(typed);
      setTyped(null);
    },
  };
  const type = (text: string) => setTyped(text);
  if (isLong) {
    return <Textarea {...shared} autosize minRows={2} maxRows={14} spellCheck={!isCode} classNames={isCode ? { input: classes.code } : {}} onChange={(event) => type(event.currentTarget.value)} />;
  }
  return (
    <TextInput
      {...shared}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}

function UnknownField({ label, reason, onKnow }: { label: string; reason: string; onKnow: () => void }) {
  return (
    <p className={classes.unknown}>
      <span>{label}</span>
      <span>
        unknown: {reason}{" "}
        <button type="button" className={classes.know} onClick={onKnow}>
          Fill in
        </button>
      </span>
    </p>
  );
}

function startOf({ shape }: Field): JsonValue {
  if (shape.type === "number") return Math.max(1, shape.min);
  if (shape.type === "choice") return shape.options[0] ?? "";
  if (shape.type === "flag") return false;
  if (shape.type === "list") return [];
  return shape.type === "group" || shape.type === "json" ? {} : "";
}

function commitJson(text: string, set: (value: JsonValue | undefined) => string | null): string | null {
  if (text.trim() === "") return set(undefined);
  try {
    return set(JSON.parse(text) as JsonValue);
  } catch {
    return "This is not JSON. Names and texts stand in double quotes.";
  }
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isUnknown(value: JsonValue | undefined): value is { unknown: string } {
  return isObject(value) && typeof value.unknown === "string";
}
