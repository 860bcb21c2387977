"use client";

import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import type { StoredValue } from "../../core/run/stored-value.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { ReadFailed } from "../parts/screen-state.tsx";
import { LongText } from "./long-text.tsx";
import { useStoredValue } from "./use-stored-value.ts";

/** A value of the run, read when it is looked at. @param children draws it; JSON where left out. */
export function StoredValueView({ stored, name, children }: { stored: StoredValue; name: string; children?: (value: JsonValue) => ReactNode }) {
  const { value, error, retry } = useStoredValue(stored);
  if (error !== null) return <ReadFailed error={error} onRetry={retry} isRetrying={false} />;
  if (value === undefined) return <Skeleton height={48} aria-label="Reading the value" />;
  return children === undefined ? <LongText name={name} text={typeof value === "string" ? value : JSON.stringify(value, null, 2)} /> : children(value);
}
