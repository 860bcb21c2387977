/** Why a provider gave no answer, or none that can be used. */
export type ModelFailureCode =
  | "rate-limited"
  | "overloaded"
  | "unreachable"
  | "timeout"
  | "cut"
  | "quota"
  | "authentication"
  | "model-unknown"
  | "not-configured"
  | "too-long"
  | "rejected"
  | "filtered"
  | "malformed"
  | "endless";

/** These pass by themselves: the same call may be made once more. */
const passing: ReadonlySet<ModelFailureCode> = new Set(["rate-limited", "overloaded", "unreachable", "timeout", "cut", "malformed"]);

/** With these nothing that asks the same model can go on until a person has done something, or time has passed. */
const blocking: ReadonlySet<ModelFailureCode> = new Set(["rate-limited", "overloaded", "unreachable", "timeout", "cut", "quota", "authentication", "model-unknown", "not-configured"]);

/** A call of a model that brought no answer. Its message holds no key, whatever the provider wrote. */
export class ModelFailure extends Error {
  override name = "ModelFailure";
  readonly code: ModelFailureCode;
  /** When the provider said how long to wait. */
  readonly retryAfterMs: number | null;

  constructor(code: ModelFailureCode, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  get isPassing(): boolean {
    return passing.has(this.code);
  }

  get isBlocking(): boolean {
    return blocking.has(this.code);
  }
}

/** A try of a call that failed before its first word, and is made again. */
export interface FailedTry {
  failure: ModelFailure;
  durationMs: number;
  retryInMs: number;
}

/** Is told of each failed try at once. The next one waits for it, and what it throws ends the call. */
export type OnRetry = (tried: FailedTry) => Promise<void>;

/** What is asked of a person or of time, in one sentence. */
export const failureAdvice: Record<ModelFailureCode, string> = {
  "rate-limited": "Wait until the provider takes requests again, or choose another model.",
  overloaded: "Wait until the provider is back, or choose another model.",
  unreachable: "See whether the address in Settings, Models is right and whether the provider is up.",
  timeout: "Try again, or choose another model.",
  cut: "Try again, or choose another model.",
  quota: "Add credit at the provider, or choose another model.",
  authentication: "Set another key in Settings, Models.",
  "model-unknown": "Its name may be wrong, or this key may not use it: choose another in Settings, Models.",
  "not-configured": "Set it up in Settings, Models.",
  "too-long": "What was sent is longer than the model takes. Give the step less, or choose a model with a larger window.",
  rejected: "Another model may take it.",
  filtered: "Word the step differently, or choose another model.",
  malformed: "Try again, or choose another model.",
  endless: "It was stopped. Ask the step for less, or choose another model.",
};
