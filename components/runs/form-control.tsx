"use client";

import { Checkbox, NumberInput, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import classes from "./checkpoint-form.module.css";
import type { FormField } from "./form-field.ts";

interface FormControlProps {
  field: FormField;
  value: JsonValue | undefined;
  onChange(value: JsonValue | undefined): void;
}

/** One field of a form that a plan asks for. */
export function FormControl({ field, value, onChange }: FormControlProps) {
  const { name, label, description, isRequired, control } = field;
  const shared = { label, description: description === "" ? undefined : description, withAsterisk: isRequired };
  switch (control.type) {
    case "choice":
      return (
        <fieldset className={classes.options}>
          <legend>{label}</legend>
          {description !== "" && <p className={classes.hint}>{description}</p>}
          {control.options.map((option) => {
            const isChosen = value === option.value;
            return (
              <label key={option.label} className={classes.option} data-on={isChosen || undefined}>
                <input type="radio" name={`field ${name}`} checked={isChosen} onChange={() => onChange(option.value)} />
                <span>
                  <b>{option.label}</b>
                  {option.description !== "" && <span className={classes.hint}>{option.description}</span>}
                </span>
              </label>
            );
          })}
        </fieldset>
      );
    case "choices": {
      const chosen = Array.isArray(value) ? value : [];
      return (
        <Checkbox.Group {...shared} value={chosen.map(String)} onChange={(labels) => onChange(control.options.filter((option) => labels.includes(String(option.value))).map((option) => option.value))}>
          {control.options.map((option) => (
            <Checkbox key={option.label} mt={6} value={String(option.value)} label={option.label} description={option.description} />
          ))}
        </Checkbox.Group>
      );
    }
    case "line":
      return <TextInput {...shared} maxLength={control.maxLength} value={typeof value === "string" ? value : ""} onChange={(event) => onChange(event.currentTarget.value || undefined)} />;
    case "prose":
      return (
        <Textarea {...shared} autosize minRows={2} maxRows={10} maxLength={control.maxLength} value={typeof value === "string" ? value : ""} onChange={(event) => onChange(event.currentTarget.value || undefined)} />
      );
    case "number":
      return (
        <NumberInput
          {...shared}
          value={typeof value === "number" ? value : ""}
          allowDecimal={!control.isInteger}
          {...(control.min === undefined ? {} : { min: control.min })}
          {...(control.max === undefined ? {} : { max: control.max })}
          onChange={(next) => onChange(typeof next === "number" ? next : undefined)}
        />
      );
    case "flag":
      return <Checkbox label={label} description={description} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case "list":
      return <TagsInput {...shared} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />;
    case "json":
      return <JsonField label={label} description={description} value={value} onChange={onChange} />;
  }
}

/** A value as JSON; what isn't JSON yet stays in the field with the reason, is not handed on, and makes the form invalid. */
export function JsonField({ label, description, value, onChange }: { label: string; description: string; value: JsonValue | undefined; onChange: (value: JsonValue | undefined) => void }) {
  const [text, setText] = useState(() => (value === undefined ? "" : JSON.stringify(value, null, 2)));
  const [error, setError] = useState<string | null>(null);
  const change = (field: HTMLTextAreaElement) => {
    const next = field.value;
    let problem = "";
    setText(next);
    try {
      onChange(next.trim() === "" ? undefined : (JSON.parse(next) as JsonValue));
    } catch (cause) {
      problem = cause instanceof Error ? `This is not JSON: ${cause.message}` : "This is not JSON.";
      onChange(undefined);
    }
    field.setCustomValidity(problem);
    setError(problem === "" ? null : problem);
  };
  return (
    <Textarea label={label} description={description} error={error} autosize minRows={3} maxRows={16} value={text} onChange={(event) => change(event.currentTarget)} classNames={{ input: classes.json ?? "" }} spellCheck={false} />
  );
}
