"use client";

import { ActionIcon, Box } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconChevronDown, IconChevronUp, IconFileText, IconFileUnknown, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useMemo, type ReactNode } from "react";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { useApi } from "../shell/api.ts";
import { sourceAddress } from "../sources/source-address.ts";
import { SourceText } from "../sources/source-text.tsx";
import { TextSkeleton } from "../sources/text-skeleton.tsx";
import { isMissing } from "./claim-look.ts";
import panel from "./panel.module.css";
import { sourceMarks } from "./source-marks.ts";
import classes from "./source-panel.module.css";
import type { Evidence } from "./use-evidence.ts";

type SourcePanelProps = {
  evidence: Evidence;
  /** A claim, or a part that nothing answers with the passages that come closest. */
  quoted: Pick<RunClaim, "quotes">;
  quoteIndex: number;
  onQuote(index: number): void;
  /** What the marked passage is. */
  legend: string;
  /** Ends the head where nothing above it can be closed. */
  close: ReactNode;
};

/** The document that a quote is from, opened at the quote; a quote that isn't there stands above it, and what is nearest is marked. */
export function SourcePanel({ evidence, quoted, quoteIndex, onQuote, legend, close }: SourcePanelProps) {
  const api = useApi();
  const quote = quoted.quotes[quoteIndex];
  const listed = evidence.sources.find(({ id }) => id === quote?.sourceId);
  const source = useQuery(api.sources.get.queryOptions({ sourceId: listed?.id ?? "" }, { enabled: listed !== undefined, staleTime: Infinity }));
  const marks = useMemo(() => (listed === undefined ? [] : sourceMarks(listed.id, { quoted, quoteIndex }, evidence.claims)), [listed, quoted, quoteIndex, evidence.claims]);
  if (quote === undefined) {
    return (
      <section className={panel.panel} aria-label="Source">
        <Empty icon={IconFileUnknown} title="No evidence">
          This claim cites nothing, so there is no passage to show.
        </Empty>
      </section>
    );
  }
  const count = quoted.quotes.length;
  const readers = evidence.readersBySourceId[listed?.id ?? ""] ?? 0;
  const shown = marks.find(({ isCurrent }) => isCurrent);
  return (
    <section className={panel.panel} aria-label="Source">
      <div className={`${panel.head} ${classes.head}`}>
        <IconFileText size={14} stroke={1.9} aria-hidden="true" />
        <h2 title={listed?.path}>{listed?.path ?? "A source that is not there"}</h2>
        <span className={panel.end}>
          quote {quoteIndex + 1} of {count}
        </span>
        <ActionIcon variant="default" size="md" aria-label="Previous quote" disabled={count < 2} onClick={() => onQuote((quoteIndex + count - 1) % count)}>
          <IconChevronUp size={14} stroke={1.9} />
        </ActionIcon>
        <ActionIcon variant="default" size="md" aria-label="Next quote" disabled={count < 2} onClick={() => onQuote((quoteIndex + 1) % count)}>
          <IconChevronDown size={14} stroke={1.9} />
        </ActionIcon>
        {close}
      </div>
      {listed !== undefined && (
        <p className={classes.facts}>
          <span>{listed.collection}</span>
          <code title={`SHA-256 ${listed.sha256}`}>sha256 {listed.sha256.slice(0, 8)}</code>
          <span>read by {readers === 1 ? "1 step" : `${readers} steps`}</span>
          <Link href={sourceAddress(listed.id, shown)}>Whole document</Link>
        </p>
      )}
      {isMissing(quote) && (
        <div className={classes.missing} role="note">
          <p className={classes.complaint}>
            <IconX size={12} stroke={2.1} aria-hidden="true" />
            {quote.found === "no-source" ? "cited, and there is no such source" : "cited, and not in this source"}
          </p>
          <p className={classes.words} dir="auto">
            “{quote.exact}”
          </p>
          {quote.found === "not-in-source" && <p className={classes.near}>{quote.nearest === null ? "Nothing in the document comes near." : "What comes nearest is marked red below."}</p>}
        </div>
      )}
      <Box className={panel.body ?? ""} data-scrolls role="group" aria-label="Text of the source, to scroll" tabIndex={0}>
        {source.isPending && listed !== undefined && <TextSkeleton />}
        {source.isError && <ReadFailed error={source.error} onRetry={() => void source.refetch()} isRetrying={source.isFetching} />}
        {source.data != null && <SourceText path={source.data.path} text={source.data.text} marks={marks} isBare />}
        {(source.data === null || listed === undefined) && (
          <Empty icon={IconFileUnknown} title="There is no such source">
            The claim names a document that this installation doesn&apos;t hold. Nobody can check it.
          </Empty>
        )}
      </Box>
      <p className={classes.legend}>
        <span data-tone="cited">{legend}</span>
        <span data-tone="other">cited by other claims</span>
        {isMissing(quote) && <span data-tone="nearest">nearest to a quote that is not there</span>}
      </p>
    </section>
  );
}
