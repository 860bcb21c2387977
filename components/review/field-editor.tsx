"use client";

import { Checkbox, Fieldset, Select, TagsInput } from "@mantine/core";
import { useState } from "react";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { EitherField, RowsField, VariantField } from "./compound-field.tsx";
import { ExpressionInput } from "./expression-field.tsx";
import classes from "./field-editor.module.css";
import { labelledOptions, type Field, type FieldShape } from "./field-shape.ts";
import { RecordField } from "./record-field.tsx";
import { TypedPlace } from "./typed-place.tsx";
import { TypedNumber, TypedText } from "./typed-field.tsx";

/** Sets the field at a path; answers with what is wrong, or null. Without a value the field is taken away. */
export type Commit = (path: string[], value: JsonValue | undefined) => string | null;

export interface FieldEditorProps {
  field: Field;
  path: string[];
  value: JsonValue | undefined;
  commit: Commit;
  /** Values to choose from, with their words, for fields that name something else in the plan. */
  choicesAt?: ((path: readonly string[]) => { value: string; label: string }[] | undefined) | undefined;
  /** What an expression in this field may use; left out where it holds none. */
  names?: readonly string[] | undefined;
}

/** No id, tool or phase is called so. */
const none = "(none)";

/** One field as a form control; what is refused stays in the control with the reason below it. */
export function FieldEditor(props: FieldEditorProps) {
  return (
    <TypedPlace name={props.field.name}>
      <FieldControl {...props} />
    </TypedPlace>
  );
}

function FieldControl({ field, path, value, commit, choicesAt, names }: FieldEditorProps) {
  const choices = choicesAt?.(path);
  const [error, setError] = useState<string | null>(null);
  const tell = (refused: string | null) => {
    setError(refused);
    return refused;
  };
  const set = (next: JsonValue | undefined) => tell(commit(path, next));
  const { label, shape } = field;
  const shared = { label, error, size: "xs" as const };
  if (isUnknown(value)) return <UnknownField label={label} reason={value.unknown} onKnow={() => set(startOf(shape))} />;
  switch (shape.type) {
    case "line":
      if (choices !== undefined) return <Select {...shared} searchable data={[{ value: none, label: "None" }, ...choices]} value={textOf(value) || none} allowDeselect={false} onChange={(next) => set(next === null || next === none ? undefined : next)} />;
      return <TypedText {...shared} value={textOf(value)} maxLength={shape.maxLength} onCommit={(text) => set(text === "" ? undefined : text)} />;
    case "prose":
      if (names !== undefined) return <ExpressionInput label={label} error={error} value={textOf(value)} names={names} onCommit={(text) => set(text === "" ? undefined : text)} />;
      return <TypedText {...shared} isLong value={textOf(value)} maxLength={shape.maxLength} onCommit={(text) => set(text === "" ? undefined : text)} />;
    case "number":
      return <TypedNumber {...shared} value={typeof value === "number" ? value : null} shape={shape} onCommit={set} />;
    case "choice":
      return <Select {...shared} data={labelledOptions(field.name, shape.options)} value={textOf(value)} allowDeselect={false} onChange={(next) => next !== null && set(next)} />;
    case "flag":
      return <Checkbox className={classes.flag} classNames={{ body: classes.flagBody ?? "" }} label={label} error={error} size="xs" checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />;
    case "list":
      return <TagsInput {...shared} value={listOf(value).map(String)} data={choices?.map((choice) => choice.value) ?? shape.options} onChange={set} />;
    case "group":
      return (
        <Fieldset legend={label} className={classes.group}>
          {shape.fields.map((inner) => (
            <FieldEditor key={inner.name} field={inner} path={[...path, inner.name]} value={objectOf(value)[inner.name]} commit={commit} choicesAt={choicesAt} />
          ))}
          {error !== null && <p className={classes.error}>{error}</p>}
          {Object.keys(objectOf(value)).length > 0 && (
            <button type="button" className={classes.clear} onClick={() => set(undefined)}>
              Leave all of it out
            </button>
          )}
        </Fieldset>
      );
    case "either":
      return (
        <EitherField {...shared} value={value ?? null} set={set} options={labelledOptions(field.name, shape.options)} other={shape.other.type} otherStart={startOf(shape.other)}>
          <FieldEditor field={{ ...field, label: `${label}: which`, shape: shape.other }} path={path} value={value} commit={commit} choicesAt={choicesAt} />
        </EitherField>
      );
    case "variant":
      return (
        <VariantField {...shared} value={objectOf(value)} set={set} name={shape.key} variants={shape.variants}>
          {(inner) => <FieldEditor key={inner.name} field={inner} path={[...path, inner.name]} value={objectOf(value)[inner.name]} commit={commit} />}
        </VariantField>
      );
    case "rows":
      return (
        <RowsField {...shared} value={listOf(value)} set={set} fields={shape.fields} hasIds={shape.hasIds}>
          {(inner, index) => {
            const row = objectOf(listOf(value)[index]);
            const commitRow: Commit = (_path, next) => commit(path, listOf(value).with(index, { ...row, [inner.name]: next ?? "" }));
            return (
              <TypedPlace key={inner.name} name={String(index)}>
                <FieldEditor field={inner} path={path} value={row[inner.name]} commit={commitRow} />
              </TypedPlace>
            );
          }}
        </RowsField>
      );
    case "record":
      return (
        <RecordField label={label} error={error} value={objectOf(value)} set={set}>
          {(name, text, change) => (
            <TypedPlace name={name}>
              <ExpressionInput label={name} error={null} value={text} names={names ?? []} onCommit={change} />
            </TypedPlace>
          )}
        </RecordField>
      );
    case "json":
      return <TypedText {...shared} isLong isCode value={value === undefined ? "" : JSON.stringify(value, null, 2)} maxLength={20_000} onCommit={(text) => tell(commitJson(text, (next) => commit(path, next)))} />;
  }
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

function startOf(shape: FieldShape): JsonValue {
  switch (shape.type) {
    case "number":
      return Math.max(1, shape.min);
    case "choice":
    case "either":
      return shape.options[0] ?? "";
    case "flag":
      return false;
    case "list":
    case "rows":
      return [];
    case "variant":
      return { [shape.key]: shape.variants[0]?.value ?? "" };
    case "group":
    case "record":
    case "json":
      return {};
    default:
      return "";
  }
}

function commitJson(text: string, set: (value: JsonValue | undefined) => string | null): string | null {
  if (text.trim() === "") return set(undefined);
  try {
    return set(JSON.parse(text) as JsonValue);
  } catch (cause) {
    return `This is not JSON: ${cause instanceof Error ? cause.message : "names and texts stand in double quotes"}.`;
  }
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: JsonValue | undefined): { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

function isUnknown(value: JsonValue | undefined): value is { unknown: string } {
  return typeof objectOf(value).unknown === "string";
}
