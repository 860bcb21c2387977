"use client";

import { useQuery } from "@tanstack/react-query";
import type { StoredValue } from "../../core/run/stored-value.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { useApi } from "../shell/api.ts";
import { useRun } from "./run-context.tsx";

interface ReadValue {
  /** Undefined while it is read, or when it can't be. */
  value: JsonValue | undefined;
  error: unknown;
  retry(): void;
}

/** The value itself: as the event holds it, or read by its digest, once. */
export function useStoredValue(stored: StoredValue | null): ReadValue {
  const { run } = useRun();
  const api = useApi();
  const digest = stored !== null && "digest" in stored ? stored.digest : "";
  const read = useQuery(api.runs.content.queryOptions({ runId: run.id, digest }, { enabled: digest !== "", staleTime: Infinity }));
  if (stored === null || "json" in stored) return { value: stored?.json, error: null, retry: () => undefined };
  const missing = read.data === null ? new Error("The value is no longer stored.") : null;
  return { value: read.data?.value, error: read.error ?? missing, retry: () => void read.refetch() };
}
