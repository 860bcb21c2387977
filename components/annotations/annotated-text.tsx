"use client";

import { Button } from "@mantine/core";
import { IconMessagePlus } from "@tabler/icons-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { rangeOf, type Span } from "../../core/annotation/text-range.ts";
import { VisibleText } from "../parts/visible-text.tsx";
import classes from "./annotated-text.module.css";
import { useAnnotationRoom, type PlacedThread } from "./annotation-room.tsx";

const longestQuote = 2_000;

/** One of a node's texts: words with open comments are marked, and what one selects can be commented on. */
export function AnnotatedText({ nodeId, field, text }: { nodeId: string; field: string; text: string }) {
  const room = useAnnotationRoom();
  const words = useRef<HTMLSpanElement>(null);
  const [selected, setSelected] = useState<Span | null>(null);
  const mayWrite = room?.mayWrite ?? false;
  useEffect(() => {
    if (!mayWrite) return;
    const follow = () => setSelected(words.current === null ? null : spanInside(words.current));
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [mayWrite]);
  const open = (room?.threads ?? []).filter(({ thread }) => thread.resolved === null && thread.target.type === "text" && thread.target.nodeId === nodeId && thread.target.field === field);
  return (
    <>
      <span ref={words}>{marked(text, open, (thread) => room?.open(thread))}</span>
      {selected !== null && selected.end <= text.length && (
        <Button
          size="xs"
          className={classes.comment ?? ""}
          leftSection={<IconMessagePlus size={14} stroke={1.9} />}
          // The click must find the selection still there.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            room?.begin({ type: "text", nodeId, field, range: rangeOf(text, selected) });
            document.getSelection()?.removeAllRanges();
          }}
        >
          Comment on these words
        </Button>
      )}
    </>
  );
}

/** Where the selection that begins in an element stands in its text, as far as it stays in it (a third click selects up to the next); null where it is empty or too long. */
function spanInside(element: HTMLElement): Span | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer)) return null;
  const [before, inside] = [document.createRange(), document.createRange()];
  for (const whole of [before, inside]) whole.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  inside.setStart(range.startContainer, range.startOffset);
  if (element.contains(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
  const start = before.toString().length;
  const { length } = inside.toString();
  return length === 0 || length > longestQuote ? null : { start, end: start + length };
}

/** The text with its marks; of two that overlap the first keeps the words. */
function marked(text: string, threads: readonly PlacedThread[], onOpen: (thread: PlacedThread) => void): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  const placed = threads.flatMap((one) => (one.place.span === null ? [] : [{ one, span: one.place.span }]));
  for (const { one, span } of placed.toSorted((left, right) => left.span.start - right.span.start)) {
    if (span.start < at) continue;
    parts.push(
      <VisibleText key={`before ${one.thread.id}`} text={text.slice(at, span.start)} />,
      <mark key={one.thread.id} className={classes.mark}>
        <a
          href={`?node=${one.place.nodeId ?? ""}&panel=comments&thread=${one.thread.id}`}
          className={classes.open}
          title={one.thread.remarks[0]?.text}
          onClick={(event) => {
            event.preventDefault();
            onOpen(one);
          }}
        >
          <VisibleText text={text.slice(span.start, span.end)} />
        </a>
      </mark>,
    );
    at = span.end;
  }
  return [...parts, <VisibleText key="after" text={text.slice(at)} />];
}
