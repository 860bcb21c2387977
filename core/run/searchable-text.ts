import { claimsOutputSchema } from "../evidence/claim.ts";
import { reportSchema } from "../evidence/report.ts";
import { verdictsOutputSchema } from "../evidence/verdict.ts";
import type { JsonValue } from "../workflow/json-value.ts";
import type { RunEvent } from "./run-event.ts";
import type { StoredValue } from "./stored-value.ts";

/** What people would look for in an event: words that somebody wrote, names of tools and models; empty for most. */
export function textOfEvent(event: RunEvent): string {
  switch (event.type) {
    case "step-completed":
      return event.summary;
    case "step-failed":
      return `${event.error.code} ${event.error.message}`;
    case "wait-began":
      return "asks" in event.wait ? event.wait.asks : "message" in event.wait ? event.wait.message : "";
    case "wait-answered":
    case "step-retried":
    case "run-canceled":
      return `${event.by.name} ${event.reason}`;
    case "run-created":
      return event.by.name;
    case "run-failed":
      return event.message;
    case "tool-called":
      return `${event.tool} ${event.outcome === "ok" ? "" : event.outcome} ${"json" in event.input ? textOfJson(event.input.json) : ""}`;
    case "model-called":
      return event.model;
    case "model-failed":
      return `${event.model} ${event.code} ${event.message}`;
    default:
      return "";
  }
}

/** The value an event hands on, where that may hold claims. */
export function outputOfEvent(event: RunEvent): StoredValue | null {
  return event.type === "step-completed" ? event.output : null;
}

/** The words of claims in a step's output; empty for other outputs. */
export function textOfOutput(output: JsonValue): string {
  const ruled = verdictsOutputSchema.safeParse(output);
  if (ruled.success) return "";
  const claimed = claimsOutputSchema.safeParse(output);
  if (claimed.success) return claimed.data.claims.map(({ text }) => text).join("\n");
  const report = reportSchema.safeParse(output);
  return report.success ? report.data.claims.map(({ text }) => text).join("\n") : "";
}

function textOfJson(value: JsonValue): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value).map(textOfJson).join(" ");
}
