"use client";

import { useCallback, useState } from "react";
import { z } from "zod";
import { annotationTargetSchema, type AnnotationTarget } from "../../core/annotation/annotation-target.ts";
import { keep, readKept, useKeptPlace } from "../shell/kept-value.ts";
import { newId } from "./new-id.ts";

/** What somebody began to say and has not sent: to a thread, about something that has none yet, or in the place of what they said. */
const unsentSchema = z.object({
  /** Becomes the remark's own, so that sending it twice keeps it once. */
  id: z.uuid(),
  /** Null for an answer, and for a remark put otherwise. */
  target: annotationTargetSchema.nullable(),
  text: z.string(),
});

type Unsent = z.infer<typeof unsentSchema>;

const allSchema = z.record(z.string(), unsentSchema);

/** The name under which something unsent is kept: of its thread, of the remark it replaces, or of what it is about. */
export function unsentKey(about: { threadId: string } | { remarkId: string } | AnnotationTarget): string {
  if ("remarkId" in about) return `remark ${about.remarkId}`;
  return "threadId" in about ? `thread ${about.threadId}` : JSON.stringify(about);
}

interface UnsentRemarks {
  all: Readonly<Record<string, Unsent>>;
  /** Begins, or goes on with, what is kept under a key. */
  write(key: string, target: AnnotationTarget | null, text: string): void;
  forget(key: string): void;
}

/** What one began to say about a plan, kept in this browser until it is sent, whatever happens to the page. */
export function useUnsentRemarks(workflowId: string): UnsentRemarks {
  const place = useKeptPlace(`remarks.${workflowId}`);
  const [all, setAll] = useState(() => readKept(place, allSchema) ?? {});
  // Another tab may have written since: only what is changed here is changed there.
  const change = useCallback(
    (next: (kept: Record<string, Unsent>) => Record<string, Unsent>) => {
      const changed = next(readKept(place, allSchema) ?? {});
      keep(place, changed);
      setAll(changed);
    },
    [place],
  );
  const write = useCallback((key: string, target: AnnotationTarget | null, text: string) => change((kept) => ({ ...kept, [key]: { id: kept[key]?.id ?? newId(), target, text } })), [change]);
  const forget = useCallback((key: string) => change(({ [key]: _, ...others }) => others), [change]);
  return { all, write, forget };
}
