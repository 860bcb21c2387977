"use client";

import { Button, Combobox, Kbd, Textarea, useCombobox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Initials } from "../parts/initials.tsx";
import { useApi } from "../shell/api.ts";
import classes from "./remark-form.module.css";

interface RemarkFormProps {
  label: string;
  placeholder: string;
  sendLabel: string;
  text: string;
  isSending: boolean;
  isFocused?: boolean;
  onChange(text: string): void;
  onSend(): void;
  /** Left out where there is nothing to leave. */
  onLeave?: () => void;
}

const mostNames = 6;

/** Where a remark is written; an @ offers the people it can call upon. */
export function RemarkForm({ label, placeholder, sendLabel, text, isSending, isFocused = false, onChange, onSend, onLeave }: RemarkFormProps) {
  const api = useApi();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const names = useCombobox();
  const members = useQuery(api.members.list.queryOptions());
  const asked = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N} .'-]{0,40})$/u.exec(text.slice(0, caret))?.[1]?.toLocaleLowerCase("en");
  const offered = asked === undefined ? [] : (members.data ?? []).filter(({ name, isActive }) => isActive && name.toLocaleLowerCase("en").startsWith(asked) && name.toLocaleLowerCase("en") !== asked).slice(0, mostNames);
  const isOffering = names.dropdownOpened && offered.length > 0;
  useEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  const send = () => text.trim() !== "" && !isSending && onSend();
  const follow = (element: HTMLTextAreaElement) => {
    setCaret(element.selectionEnd);
    names.openDropdown();
    names.resetSelectedOption();
  };
  const insert = (name: string) => {
    const start = caret - (asked?.length ?? 0);
    const after = text.slice(caret).startsWith(" ") ? "" : " ";
    onChange(text.slice(0, start) + name + after + text.slice(caret));
    names.closeDropdown();
    const at = start + name.length + 1;
    setCaret(at);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at, at);
    });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      send();
    } else if (event.key === "Escape" && isOffering) {
      event.stopPropagation();
      names.closeDropdown();
    } else if (event.key === "Tab" && isOffering && offered[0] !== undefined) {
      event.preventDefault();
      insert(offered[0].name);
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Combobox store={names} onOptionSubmit={insert} position="top-start" width={220}>
        <Combobox.Target withKeyboardNavigation={isOffering} withExpandedAttribute={isOffering}>
          <Textarea
            ref={field}
            aria-label={label}
            placeholder={placeholder}
            autosize
            minRows={1}
            maxRows={10}
            maxLength={4_000}
            value={text}
            onChange={(event) => {
              onChange(event.currentTarget.value);
              follow(event.currentTarget);
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
            onBlur={() => names.closeDropdown()}
            onKeyDownCapture={press}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!isOffering}>
          <Combobox.Options aria-label="People">
            {offered.map(({ id, name }) => (
              <Combobox.Option key={id} value={name} className={classes.person}>
                <Initials name={name} size="s" />
                <bdi>{name}</bdi>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {(text !== "" || onLeave !== undefined) && (
        <div className={classes.foot}>
          <span className={classes.kept}>{text === "" ? "" : "Kept in this browser"}</span>
          {onLeave !== undefined && (
            <Button size="xs" variant="subtle" onClick={onLeave}>
              {text === "" ? "Cancel" : "Discard"}
            </Button>
          )}
          <Button size="xs" variant="filled" type="submit" loading={isSending} disabled={text.trim() === ""} rightSection={<Kbd className={classes.kbd}>Ctrl ↵</Kbd>}>
            {sendLabel}
          </Button>
        </div>
      )}
    </form>
  );
}
