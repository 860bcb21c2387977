"use client";

import { useEffect, useMemo, useRef } from "react";
import type { TextRange } from "../../core/sources/mark-words.ts";
import { quotedLines } from "../../core/sources/quoted-line.ts";
import { titleWords } from "../../core/sources/rst-heading.ts";
import { rstRows, type RstRow } from "../../core/sources/rst-table.ts";
import { sourceBlocks, type SourceBlock } from "../../core/sources/source-block.ts";
import { formatOf, type SourceFormat } from "../../core/sources/source-format.ts";
import { splitAtTables } from "../../core/sources/table-cell.ts";
import { taggedStretches } from "../../core/sources/tagged-part.ts";
import { RstWords } from "./rst-words.tsx";
import { headingAnchor } from "./source-outline.tsx";
import { SourceRuns, type Mark } from "./source-runs.tsx";
import { SourceTable } from "./source-table.tsx";
import classes from "./source-text.module.css";

type SourceTextProps = {
  /** Its ending tells how the text is written. */
  path: string;
  text: string;
  /** In order and without overlap. */
  marks: readonly Mark[];
  /** Without a frame of its own, in a panel that has one. */
  isBare?: boolean;
};

/** A document block by block with the numbers of its lines; opens at the mark that is shown now, where there is one. */
export function SourceText({ path, text, marks, isBare = false }: SourceTextProps) {
  const article = useRef<HTMLElement>(null);
  const format = useMemo(() => formatOf(path, text), [path, text]);
  const blocks = useMemo(() => placedBlocks(text, format), [text, format]);
  useEffect(() => {
    const mark = marks.length === 0 ? null : article.current?.querySelector("mark[data-current]");
    if (mark == null) return;
    // A panel scrolls by itself: what stands around it stays where the reader left it.
    const panel = mark.closest("[data-scrolls]");
    if (panel === null) mark.scrollIntoView({ block: "center" });
    else panel.scrollTop += mark.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
  }, [marks]);
  return (
    <article ref={article} className={classes.document} data-bare={isBare || undefined} aria-label="Text" dir="auto">
      {blocks.length === 0 && <p className={classes.empty}>This document is empty.</p>}
      {blocks.map(({ block, line, depth }) => (
        <div key={block.start} className={classes.line}>
          <span className={classes.number} aria-hidden="true">
            {line}
          </span>
          <div className={classes.block}>
            <Block text={text} format={format} block={block} depth={depth} marks={marks} />
          </div>
        </div>
      ))}
    </article>
  );
}

type BlockProps = { text: string; format: SourceFormat; block: SourceBlock; depth: number; marks: readonly Mark[] };

function Block({ text, format, block, depth, marks }: BlockProps) {
  const { kind, level, start } = block;
  if (kind === "heading") {
    return (
      <p role="heading" aria-level={depth + 1} id={headingAnchor(start)} className={classes.heading} data-level={level}>
        <SourceRuns text={text} part={format === "rst" ? titleWords(text, block) : headingWords(text, block)} marks={marks} format={format} />
      </p>
    );
  }
  if (kind === "markup") {
    return (
      <p className={classes.tag}>
        <SourceRuns text={text} part={block} marks={marks} format="code" />
      </p>
    );
  }
  if (kind === "text" && format === "rst") return <RstWords text={text} part={block} marks={marks} />;
  if (kind === "text") {
    return splitAtTables(text, block).map((part, at) =>
      Array.isArray(part) ? <PipeTable key={at} text={text} rows={part} marks={marks} /> : <Words key={at} text={text} part={part} marks={marks} />,
    );
  }
  const rows = kind === "table" && format === "rst" ? tableRows(text, block) : null;
  if (rows !== null) return <SourceTable text={text} {...rows} marks={marks} format="rst" />;
  return (
    <pre className={classes.code} data-kind={kind}>
      <SourceRuns text={text} part={kind === "code" ? withoutFences(text, block) : block} marks={marks} format="code" />
    </pre>
  );
}

function PipeTable({ text, rows, marks }: Omit<BlockProps, "format" | "block" | "depth"> & { rows: readonly (readonly TextRange[])[] }) {
  const [head = [], ...body] = rows.map((row) => row.map((cell) => [cell]));
  return <SourceTable text={text} head={[head]} body={body} marks={marks} />;
}

/** The rows of a table of reStructuredText; null where a cell reaches over several, which only its author's own lines show. */
function tableRows(text: string, { start, end }: SourceBlock) {
  const rows = rstRows(text.slice(start, end));
  if (rows.length === 0 || rows.some(({ isSpanning }) => isSpanning)) return null;
  const placed = ({ parts }: RstRow) => parts.map((cell) => cell.map((line) => ({ start: start + line.start, end: start + line.end })));
  return { head: rows.filter(({ isHead }) => isHead).map(placed), body: rows.filter(({ isHead }) => !isHead).map(placed) };
}

/** Prose, also between the tags of MDX; a component that is more than its tags is read as it is typed. */
function Words({ text, part, marks }: { text: string; part: TextRange; marks: readonly Mark[] }) {
  const quoted = quotedLines(text, part);
  if (quoted !== null) {
    return (
      <blockquote className={`${classes.text} ${classes.quoted}`}>
        {quoted.map((line) => (
          <div key={line.start}>
            <SourceRuns text={text} part={line} marks={marks} />
          </div>
        ))}
      </blockquote>
    );
  }
  if (!isTag(text, part)) {
    return (
      <p className={classes.text}>
        <SourceRuns text={text} part={part} marks={marks} />
      </p>
    );
  }
  const stretches = taggedStretches(text, part);
  if (stretches === null) {
    return (
      <pre className={classes.code} data-kind="text">
        <SourceRuns text={text} part={part} marks={marks} format="code" />
      </pre>
    );
  }
  return stretches.map((stretch) => (
    <p key={stretch.start} className={stretch.isTag ? classes.tag : `${classes.text} ${classes.inside}`} data-lines={hasItems(text, stretch) || undefined}>
      <SourceRuns text={text} part={stretch} marks={marks} format={stretch.isTag ? "code" : "markdown"} />
    </p>
  ));
}

function hasItems(text: string, { start, end }: TextRange): boolean {
  return /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/m.test(text.slice(start, end));
}

function isTag(text: string, { start, end }: TextRange): boolean {
  return /^\s*<\/?[A-Za-z]/.test(text.slice(start, Math.min(end, start + 40)));
}

function headingWords(text: string, { start, end }: SourceBlock): TextRange {
  const [whole, before = "", words = ""] = /^(\s*#*\s*)([^\r\n]*)/.exec(text.slice(start, end)) ?? [];
  return whole === undefined ? { start, end } : { start: start + before.length, end: start + before.length + words.length };
}

/** The line that opens a fence says nothing to a reader, and neither does the one that closes it. */
function withoutFences(text: string, { start, end }: SourceBlock): TextRange {
  const code = text.slice(start, end);
  const first = code.search(/[\r\n]/) + 1;
  const last = code.search(/[\r\n]+[ \t]*(`{3,}|~{3,})[ \t]*$/);
  return first === 0 || last < first ? { start, end } : { start: start + first, end: start + last };
}

interface PlacedBlock {
  block: SourceBlock;
  line: number;
  /** How many headings a heading stands below, itself included: documents leave levels out, screen readers don't. */
  depth: number;
}

function placedBlocks(text: string, format: SourceFormat): PlacedBlock[] {
  let [at, line] = [0, 1];
  let above: number[] = [];
  return sourceBlocks(text, format).map((block) => {
    line += text.slice(at, block.start).match(/\r\n|\n|\r/g)?.length ?? 0;
    at = block.start;
    if (block.kind === "heading") above = [...above.filter((level) => level < block.level), block.level];
    return { block, line, depth: above.length };
  });
}
