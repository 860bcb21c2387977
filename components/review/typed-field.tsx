"use client";

import { NumberInput, Textarea, TextInput } from "@mantine/core";
import type { KeyboardEvent } from "react";
import classes from "./field-editor.module.css";
import { useTyped } from "./use-typed.ts";

interface TypedProps {
  label: string;
  error: string | null;
  size: "xs";
}

const leaveOnEnter = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === "Enter") event.currentTarget.blur();
};

interface TypedTextProps extends TypedProps {
  value: string;
  maxLength: number;
  isLong?: boolean;
  isCode?: boolean;
  onCommit(text: string): string | null;
}

/** A text of one or several lines. */
export function TypedText({ value, isLong = false, isCode = false, onCommit, ...rest }: TypedTextProps) {
  const { shown, type, leave } = useTyped(value, onCommit);
  const shared = { ...rest, value: shown, onBlur: leave };
  if (isLong) {
    return <Textarea {...shared} autosize minRows={2} maxRows={14} spellCheck={!isCode} classNames={isCode ? { input: classes.code } : {}} onChange={(event) => type(event.currentTarget.value)} />;
  }
  return <TextInput {...shared} onChange={(event) => type(event.currentTarget.value)} onKeyDown={leaveOnEnter} />;
}

interface TypedNumberProps extends TypedProps {
  value: number | null;
  shape: { isInteger: boolean; min: number; scale: number };
  onCommit(value: number | undefined): string | null;
}

/** A number; without any, the field is taken away. */
export function TypedNumber({ value, shape: { isInteger, min, scale }, onCommit, ...rest }: TypedNumberProps) {
  const held = value === null ? "" : value / scale;
  const { shown, type, leave } = useTyped<number | string>(held, (typed) => onCommit(typeof typed === "number" ? Math.round(typed * scale * 1e6) / 1e6 : undefined));
  return (
    <NumberInput
      {...rest}
      value={shown}
      min={min}
      clampBehavior="none"
      allowDecimal={!isInteger}
      decimalScale={6}
      thousandSeparator=","
      hideControls
      onChange={type}
      onKeyDown={leaveOnEnter}
      onBlur={leave}
    />
  );
}
