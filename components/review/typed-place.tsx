"use client";

import { createContext, use, type ReactNode } from "react";
import { useKeptPlace } from "../shell/kept-value.ts";

const Place = createContext<string | null>(null);

/** Names where a field stands, below where those around it stand, so that what is typed in it is found again. */
export function TypedPlace({ name, children }: { name: string; children: ReactNode }) {
  const around = use(Place);
  return <Place value={around === null ? null : `${around}.${name}`}>{children}</Place>;
}

/** The outermost place: the fields of one workflow. */
export function TypedPlaces({ workflowId, children }: { workflowId: string; children: ReactNode }) {
  return <Place value={useKeptPlace(`typed.${workflowId}`)}>{children}</Place>;
}

/** The key under which this browser keeps what is typed in a field and held nowhere yet; null where nothing is kept. */
export const useTypedPlace = () => use(Place);

/** Whether something was typed in the fields below a name and is held nowhere yet. */
export function useIsTypedBelow(name: string): boolean {
  const around = use(Place);
  try {
    return around !== null && Object.keys(localStorage).some((key) => key.startsWith(`${around}.${name}.`));
  } catch {
    return false;
  }
}
