"use client";

import { createContext, use, useEffect, useMemo, type ReactNode } from "react";
import { findingKey, openedPartsSchema, type OpenedParts } from "../../core/review/opened.ts";
import { useKeptPlace } from "../shell/kept-value.ts";
import type { Finding } from "../../core/preflight/finding.ts";

interface ReadingLog {
  note(kind: "nodes" | "findings", names: readonly string[]): void;
  noteView(view: "definition" | "comparison"): void;
  read(): OpenedParts;
}

const Log = createContext<ReadingLog | null>(null);

/**
 * Remembers what somebody opened of one revision, in this tab, until they decide: a reload forgets nothing.
 * @param place tells revisions apart.
 */
export function ReadingLogProvider({ place, children }: { place: string; children: ReactNode }) {
  const key = useKeptPlace(`opened.${place}`);
  const log = useMemo((): ReadingLog => {
    const change = (next: OpenedParts) => write(key, next);
    return {
      note: (kind, names) => {
        const parts = read(key);
        const news = names.filter((name) => !parts[kind].includes(name));
        if (news.length > 0) change({ ...parts, [kind]: [...parts[kind], ...news] });
      },
      noteView: (view) => change({ ...read(key), [view]: true }),
      read: () => read(key),
    };
  }, [key]);
  return <Log value={log}>{children}</Log>;
}

/** What was opened so far of what is reviewed; null where nothing is decided on. */
export const useReadingLog = () => use(Log);

/** Notes that a node is on screen in full. */
export function useNodeRead(nodeId: string): void {
  const log = useReadingLog();
  useEffect(() => log?.note("nodes", [nodeId]), [log, nodeId]);
}

/** Notes that a finding is on screen with its reason. */
export function useFindingRead(finding: Finding): void {
  const log = useReadingLog();
  const key = findingKey(finding);
  useEffect(() => log?.note("findings", [key]), [log, key]);
}

/** Notes that a whole view is on screen. */
export function useViewRead(view: "definition" | "comparison"): void {
  const log = useReadingLog();
  useEffect(() => log?.noteView(view), [log, view]);
}

/** Names a revision of a workflow by what it means: two with the same definition are read once. */
export const placeOfRevision = (workflowId: string, digest: string) => `${workflowId}.${digest}`;

function read(key: string): OpenedParts {
  try {
    return openedPartsSchema.parse(JSON.parse(sessionStorage.getItem(key) ?? "{}"));
  } catch {
    return openedPartsSchema.parse({});
  }
}

/** A browser without storage records nothing, and the decision says less. */
function write(key: string, parts: OpenedParts): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(parts));
  } catch {
    return;
  }
}
