import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import type { Element } from "./element-parser.ts";

export type RefusalEntry = Extract<PlanEntry, { type: "refusal" }>;

/** Takes what a model writes, element by element, and remembers what had to be refused. */
export abstract class ElementTaker {
  #refused: RefusalEntry[] = [];

  protected abstract take(value: JsonValue): PlanEntry;

  /** @returns what the log says of this element. */
  write(element: Element): PlanEntry {
    const entry = element.isJson ? this.take(element.value) : refuse(element.text, messages[element.reason]);
    if (entry.type === "refusal") this.#refused.push(entry);
    return entry;
  }

  /** The refusals since it was last asked. */
  takeRefused(): RefusalEntry[] {
    return this.#refused.splice(0);
  }
}

export function refusal(element: JsonValue, { code, index, message }: { code: string; index: number; message: string }): RefusalEntry {
  return { type: "refusal", element, refusal: { code, index, message } };
}

/** What is said of an element that can't be read as what was asked for. */
export function refuse(element: JsonValue, message: string): RefusalEntry {
  return refusal(element, { code: "malformed", index: 0, message });
}

const messages = {
  "not-json": "The line is not JSON: write one JSON object on one line, and nothing else.",
  "too-long": "The line is too long to be read.",
  "too-deep": "The line is nested too deep to be read.",
} as const;
