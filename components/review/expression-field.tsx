"use client";

import { Textarea } from "@mantine/core";
import { useRef } from "react";
import { expressionProblem } from "../../core/workflow/expression.ts";
import classes from "./field-editor.module.css";
import { useTyped } from "./use-typed.ts";

interface ExpressionInputProps {
  label: string;
  error: string | null;
  value: string;
  /** What is bound where the expression stands, and more precise ways to say it, to be put in by a click. */
  names: readonly string[];
  onCommit(text: string): string | null;
}

/** An expression, checked with every letter, with the names that it may use below it. */
export function ExpressionInput({ label, error, value, names, onCommit }: ExpressionInputProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { shown, type, leave } = useTyped(value, onCommit);
  const bound = names.filter((name) => !name.includes("."));
  const problem = shown.trim() === "" ? null : expressionProblem(shown, bound);
  const putIn = (name: string) => {
    const at = field.current?.selectionEnd ?? shown.length;
    const from = field.current?.selectionStart ?? at;
    type(`${shown.slice(0, from)}${name}${shown.slice(at)}`);
    field.current?.focus();
  };
  return (
    <div>
      <Textarea
        ref={field}
        size="xs"
        label={label}
        error={error ?? problem}
        value={shown}
        autosize
        minRows={1}
        maxRows={10}
        spellCheck={false}
        classNames={{ input: classes.code }}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
      />
      <p className={classes.names}>
        <span>May use</span>
        {names.map((name) => (
          <button key={name} type="button" className={classes.name} onMouseDown={(event) => event.preventDefault()} onClick={() => putIn(name)} aria-label={`Put in ${name}`}>
            {name}
          </button>
        ))}
      </p>
    </div>
  );
}
