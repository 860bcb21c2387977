"use client";

import { ActionIcon, Button, Fieldset, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import classes from "./field-editor.module.css";

interface RecordFieldProps {
  label: string;
  error: string | null;
  value: { [name: string]: JsonValue };
  set(value: JsonValue): string | null;
  /** One entry's control. */
  children: (name: string, text: string, change: (text: string) => string | null) => ReactNode;
}

/** Texts by name: named, changed and taken out one by one. */
export function RecordField({ label, error, value, set, children }: RecordFieldProps) {
  const [name, setName] = useState("");
  const isTaken = Object.hasOwn(value, name);
  const add = () => {
    if (name === "" || isTaken) return;
    set({ ...value, [name]: "inputs" });
    setName("");
  };
  return (
    <Fieldset legend={label} className={classes.group}>
      {Object.entries(value).map(([one, text]) => (
        <div key={one} className={classes.row}>
          <div className={classes.rowFields}>{children(one, typeof text === "string" ? text : "", (changed) => set({ ...value, [one]: changed }))}</div>
          <ActionIcon aria-label={`Take out ${one}`} onClick={() => set(Object.fromEntries(Object.entries(value).filter(([other]) => other !== one)))}>
            <IconTrash size={14} stroke={1.9} />
          </ActionIcon>
        </div>
      ))}
      {error !== null && <p className={classes.error}>{error}</p>}
      <div className={classes.row}>
        <TextInput
          size="xs"
          className={classes.rowFields}
          aria-label={`Name of another of ${label.toLowerCase()}`}
          placeholder="Name"
          value={name}
          error={isTaken ? "There is one of this name." : null}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && add()}
        />
        <Button size="xs" leftSection={<IconPlus size={14} stroke={1.9} />} onClick={add} disabled={name === "" || isTaken}>
          Add
        </Button>
      </div>
    </Fieldset>
  );
}
