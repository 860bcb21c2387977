import type { ModelFailureCode } from "./model-failure.ts";

/** One thing that was tried. */
export interface ConnectionCheck {
  check: "answers" | "streaming" | "tools" | "structured" | "usage" | "window";
  state: "works" | "fails" | "unknown";
  /** In one sentence, what was seen. */
  detail: string;
}

/** What a test of a connection found. */
export interface ConnectionReport {
  model: string;
  durationMs: number;
  checks: ConnectionCheck[];
  /** Whether it kept to a form that went along with the question and was not told in its words. */
  takesForm: boolean;
  /** Why nothing else could be tried; null when something answered. */
  failure: { code: ModelFailureCode; message: string; advice: string } | null;
}
