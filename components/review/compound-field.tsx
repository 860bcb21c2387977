"use client";

import { ActionIcon, Button, Fieldset, Select } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import classes from "./field-editor.module.css";
import type { Field } from "./field-shape.ts";

interface CompoundProps<Value extends JsonValue> {
  label: string;
  error: string | null;
  value: Value;
  set(value: JsonValue): void;
}

const others = "something else";
const otherWords: Record<string, string> = { list: "only these", number: "this many" };

/** One of some words, or a value that is written below. */
export function EitherField({ label, error, value, set, options, other, otherStart, children }: CompoundProps<JsonValue> & { options: { value: string; label: string }[]; other: string; otherStart: JsonValue; children: ReactNode }) {
  const isWord = typeof value === "string" && options.some((option) => option.value === value);
  const data = [...options, { value: others, label: otherWords[other] ?? others }];
  return (
    <>
      <Select size="xs" label={label} error={isWord ? error : null} data={data} value={isWord ? value : others} allowDeselect={false} onChange={(next) => next !== null && set(next === others ? otherStart : next)} />
      {!isWord && children}
    </>
  );
}

/** An object whose first field says which others it has. */
export function VariantField({ label, error, value, set, name, variants, children }: CompoundProps<{ [key: string]: JsonValue }> & {
  name: string;
  variants: { value: string; fields: Field[] }[];
  children: (field: Field) => ReactNode;
}) {
  const chosen = variants.find((variant) => variant.value === value[name]);
  const choose = (next: string | null) => {
    const fields = variants.find((variant) => variant.value === next)?.fields ?? [];
    if (next !== null) set({ [name]: next, ...Object.fromEntries(fields.map((field) => [field.name, {}])) });
  };
  return (
    <>
      <Select size="xs" label={label} error={error} data={variants.map((variant) => variant.value)} value={chosen?.value ?? null} allowDeselect={false} onChange={choose} />
      {chosen?.fields.map(children)}
    </>
  );
}

/** A list whose entries are added, changed and taken out one by one. */
export function RowsField({ label, error, value, set, fields, hasIds, children }: CompoundProps<JsonValue[]> & {
  fields: Field[];
  hasIds: boolean;
  children: (field: Field, index: number) => ReactNode;
}) {
  const add = () => {
    const ids = new Set(value.map((row) => (typeof row === "object" && row !== null && !Array.isArray(row) ? row.id : "")));
    let count = value.length + 1;
    while (ids.has(`new-${count}`)) count += 1;
    set([...value, { ...(hasIds ? { id: `new-${count}` } : {}), ...Object.fromEntries(fields.map((field) => [field.name, `New ${field.label.toLowerCase()}`])) }]);
  };
  return (
    <Fieldset legend={label} className={classes.group}>
      {value.map((_row, index) => (
        // Rows have no identity of their own: they are told apart by their place.
        <div key={index} className={classes.row}>
          <div className={classes.rowFields}>{fields.map((field) => children(field, index))}</div>
          <ActionIcon aria-label={`Take out entry ${index + 1} of ${label.toLowerCase()}`} onClick={() => set(value.toSpliced(index, 1))}>
            <IconTrash size={14} stroke={1.9} />
          </ActionIcon>
        </div>
      ))}
      {error !== null && <p className={classes.error}>{error}</p>}
      <Button size="xs" leftSection={<IconPlus size={14} stroke={1.9} />} onClick={add}>
        Add
      </Button>
    </Fieldset>
  );
}
