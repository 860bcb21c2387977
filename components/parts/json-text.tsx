"use client";

import { memo, useEffect, useMemo, useRef, useState } from "react";
import { VisibleText } from "./visible-text.tsx";
import classes from "./json-text.module.css";

const linesPerBlock = 200;

/** JSON in colours: names, texts, and what is neither. Only what comes near the screen is coloured, so length costs nothing. */
export function JsonText({ text }: { text: string }) {
  const blocks = useMemo(() => {
    const lines = text.split("\n");
    return Array.from({ length: Math.ceil(lines.length / linesPerBlock) }, (_, at) => lines.slice(at * linesPerBlock, (at + 1) * linesPerBlock).join("\n"));
  }, [text]);
  return (
    <pre className={classes.text}>
      {blocks.map((block, at) => (
        // Blocks have no identity but their place.
        <Block key={at} text={block} />
      ))}
    </pre>
  );
}

const Block = memo(function Block({ text }: { text: string }) {
  const element = useRef<HTMLSpanElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), { rootMargin: "600px" });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return (
    <span ref={element} className={classes.block}>
      {isNear ? coloured(text) : text}
    </span>
  );
});

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function coloured(text: string) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, quoted = "", colon] = match;
    parts.push(text.slice(end, match.index));
    const kind = quoted === "" ? classes.word : colon === undefined ? classes.quoted : classes.name;
    parts.push(
      <span key={match.index} className={kind}>
        {quoted === "" ? whole : <VisibleText text={quoted} />}
      </span>,
      colon ?? "",
    );
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}
