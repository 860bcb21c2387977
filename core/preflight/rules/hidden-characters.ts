import type { Edge } from "../../workflow/edge.ts";
import type { FieldChange, Op } from "../../workflow/op.ts";
import type { JsonValue } from "../../workflow/json-value.ts";
import { planOf } from "../../workflow/graph.ts";
import type { FindingTarget, Fix } from "../finding.ts";
import { hiddenIn, withoutHidden } from "../hidden-text.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { found, type Rule, type RuleFinding } from "../rule.ts";

/**
 * Instructions that read otherwise than they look: text that only the model sees, or in an order that only the person
 * sees (Unicode Technical Report 36; "Trojan Source", CVE-2021-42574).
 */
export const hiddenCharacters: Rule = {
  id: "text/hidden-characters",
  severity: "error",
  reads: "structure",
  why: "There are characters here that nobody can see and a model reads: what is approved would not be what is on screen.",
  examine: ({ graph }) =>
    found([
      ...findingsIn(planOf(graph), { target: { type: "plan" }, name: () => "The plan", update: (changes) => ({ op: "plan-update", changes }) }),
      ...graph.nodes.flatMap(findingsInNode),
      ...graph.edges.flatMap((edge: Edge) => findingsIn(edge, { target: { type: "edge", id: edge.id }, name: () => `The edge "${edge.id}"`, update: (changes) => ({ op: "edge-update", id: edge.id, changes }) })),
    ]),
};

const findingsInNode = rememberPerNode((node) =>
  findingsIn(node, { target: { type: "node", id: node.id }, name: () => `"${withoutHidden(node.title)}"`, update: (changes) => ({ op: "node-update", id: node.id, changes }) }),
);

interface Place {
  target: FindingTarget;
  /** Worked out only where there is something to say. */
  name(): string;
  update(changes: FieldChange[]): Op;
}

/** One finding for all fields of a part that hold something hidden. */
function findingsIn(part: object, { target, name, update }: Place): RuleFinding[] {
  if (!hasHidden(part, new Set())) return [];
  const fields = Object.entries(part).flatMap(([field, value]) => {
    const hidden = new Set<string>();
    return hasHidden(value, hidden) ? [{ field, value, hidden }] : [];
  });
  if (fields.length === 0) return [];
  const points = [...new Set(fields.flatMap(({ hidden }) => [...hidden]))];
  const shown = points.slice(0, 3).map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
  const fixes: Fix[] = [{ title: "Take them out", ops: [update(fields.map(({ field, value }) => ({ path: [field], value: cleaned(value) })))] }];
  return [{ target, message: `${name()} holds characters that can't be seen (${shown.join(", ")}${points.length > 3 ? " …" : ""}) in ${fields.map(({ field }) => field).join(", ")}.`, fixes }];
}

/** Whether any string inside holds hidden characters; adds them to `hidden`. */
function hasHidden(value: unknown, hidden: Set<string>): boolean {
  if (typeof value === "string") {
    for (const character of hiddenIn(value)) hidden.add(character);
  } else if (Array.isArray(value)) {
    for (const part of value) hasHidden(part, hidden);
  } else if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) hasHidden((value as Record<string, unknown>)[key], hidden);
  }
  return hidden.size > 0;
}

function cleaned(value: unknown): JsonValue {
  if (typeof value === "string") return withoutHidden(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)]));
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
