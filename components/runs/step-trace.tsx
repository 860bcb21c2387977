"use client";

import Link from "next/link";
import { useState } from "react";
import type { RunEntry } from "../../core/run/run-event.ts";
import { attributesOf } from "../../core/trace/event-attributes.ts";
import { durationText } from "../parts/number-text.ts";
import { ReadFailed } from "../parts/screen-state.tsx";
import { exactTimeText } from "../parts/time-text.ts";
import { sourceAddress } from "../sources/source-address.ts";
import { eventWords } from "./event-words.ts";
import { LongText } from "./long-text.tsx";
import { useRunSnapshot } from "./run-context.tsx";
import classes from "./step-trace.module.css";
import { StoredValueView } from "./stored-value-view.tsx";
import type { StepEvents } from "./use-step-events.ts";

/** What a step did, in order: attempts, calls, passages read, each with what went in and out. */
export function StepTrace({ events: { entries, omitted, sources, isPending, error, retry } }: { events: StepEvents }) {
  const { state } = useRunSnapshot();
  if (error !== null) return <ReadFailed error={error} onRetry={retry} isRetrying={false} />;
  if (entries.length === 0) return <p className={classes.none}>{isPending ? "Reading …" : "Nothing happened here yet."}</p>;
  const originMs = (state.startedAt ?? state.createdAt)?.getTime() ?? 0;
  return (
    <>
      {omitted > 0 && <p className={classes.none}>The newest {entries.length} of {entries.length + omitted} events; all of them stand under Events.</p>}
      <ol className={classes.trace}>
        {entries.map((entry) => (
          <TraceLine key={entry.sequence} entry={entry} originMs={originMs} sources={sources} />
        ))}
      </ol>
    </>
  );
}

function TraceLine({ entry, originMs, sources }: { entry: RunEntry; originMs: number; sources: StepEvents["sources"] }) {
  const { at, event, sequence } = entry;
  const [isOpen, setOpen] = useState(false);
  const { tone, text } = eventWords(event);
  if (event.type === "source-read") {
    const source = sources[event.sourceId];
    return (
      <li className={classes.read}>
        <time title={exactTimeText(at)}>{durationText(at.getTime() - originMs)}</time>
        <span>
          read <Link href={sourceAddress(event.sourceId, event)}>{source?.path ?? event.sourceId}</Link>
          {source !== undefined && ` of ${source.collection}`}
        </span>
      </li>
    );
  }
  return (
    <li>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className={classes.line} data-tone={tone}>
          <time title={exactTimeText(at)}>{durationText(at.getTime() - originMs)}</time>
          <span>{text}</span>
          {"durationMs" in event && <span className={classes.took}>{(event.durationMs / 1_000).toFixed(1)} s</span>}
        </summary>
        {isOpen && (
          <div className={classes.detail}>
            {event.type === "tool-called" && (
              <>
                <h3>Input</h3>
                <StoredValueView stored={event.input} name={`Input of ${event.tool}`} />
                {event.output !== null && (
                  <>
                    <h3>Output</h3>
                    <StoredValueView stored={event.output} name={`Output of ${event.tool}`} />
                  </>
                )}
              </>
            )}
            <h3>Attributes</h3>
            <AttributeList attributes={Object.entries(attributesOf(event))} />
            <h3>Event {sequence}</h3>
            <LongText name={`Event ${sequence}`} text={JSON.stringify(event, null, 2)} />
          </div>
        )}
      </details>
    </li>
  );
}

/** What the event holds under OpenTelemetry's names, as an export has it. */
function AttributeList({ attributes }: { attributes: readonly (readonly [string, unknown])[] }) {
  return (
    <dl className={classes.attributes}>
      {attributes.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
