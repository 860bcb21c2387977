"use client";

import { PasswordInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { maxPasswordLength, minPasswordLength } from "../../core/access/member.ts";
import classes from "./new-password-field.module.css";
import { passwordStrength } from "./password-strength.ts";

type NewPasswordFieldProps = { label: string; password: string; field: GetInputPropsReturnType };

/** A field for a new password: the rule stands there before one types, the meter follows, the text can be shown. */
export function NewPasswordField({ label, password, field }: NewPasswordFieldProps) {
  const { parts, word } = passwordStrength(password);
  return (
    <div>
      <PasswordInput
        label={label}
        description={`At least ${minPasswordLength} characters. A few words in a row do well.`}
        autoComplete="new-password"
        maxLength={maxPasswordLength}
        visibilityToggleButtonProps={{ "aria-label": "Show the password", tabIndex: 0 }}
        {...field}
      />
      <div className={classes.strength}>
        <span className={classes.meter} data-parts={parts} aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
        </span>
        <span className={classes.word} aria-live="polite">
          {word}
        </span>
      </div>
    </div>
  );
}
