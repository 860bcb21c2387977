"use client";

import { NumberInput, Textarea, TextInput } from "@mantine/core";
import { useState, type KeyboardEvent } from "react";
import classes from "./field-editor.module.css";

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
  onCommit(text: string): void;
}

/** Text is an edit once one is done with it, so that undo takes back a change and not a letter. */
export function TypedText({ value, isLong = false, isCode = false, onCommit, ...rest }: TypedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shared = {
    ...rest,
    value: typed ?? value,
    onBlur: () => {
      if (typed !== null && typed !== value) onCommit(typed);
      setTyped(null);
    },
  };
  if (isLong) {
    return <Textarea {...shared} autosize minRows={2} maxRows={14} spellCheck={!isCode} classNames={isCode ? { input: classes.code } : {}} onChange={(event) => setTyped(event.currentTarget.value)} />;
  }
  return <TextInput {...shared} onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={leaveOnEnter} />;
}

interface TypedNumberProps extends TypedProps {
  value: number | null;
  shape: { isInteger: boolean; min: number; scale: number };
  onCommit(value: number | undefined): void;
}

/** A number is an edit once one is done with it; without any, the field is taken away. */
export function TypedNumber({ value, shape: { isInteger, min, scale }, onCommit, ...rest }: TypedNumberProps) {
  const [typed, setTyped] = useState<number | string | null>(null);
  return (
    <NumberInput
      {...rest}
      value={typed ?? (value === null ? "" : value / scale)}
      min={min}
      clampBehavior="none"
      allowDecimal={!isInteger}
      decimalScale={6}
      thousandSeparator=","
      hideControls
      onChange={setTyped}
      onKeyDown={leaveOnEnter}
      onBlur={() => {
        const next = typeof typed === "number" ? Math.round(typed * scale * 1e6) / 1e6 : undefined;
        if (typed !== null && next !== (value ?? undefined)) onCommit(next);
        setTyped(null);
      }}
    />
  );
}
