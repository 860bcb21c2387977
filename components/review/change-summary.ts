import type { Change } from "../../core/comparison/describe-changes.ts";
import { labelOf } from "./field-shape.ts";

const shown = 3;

/** What changed between two revisions, in a line: "changed Read (title, instructions), added Check, and 4 more". */
export function changeSummary(changes: readonly Change[]): string {
  // Connections follow from what happened to nodes, and nodes are what people know by name.
  const nodesFirst = changes.toSorted((one, other) => Number(one.part.type === "edge") - Number(other.part.type === "edge"));
  const words = nodesFirst.slice(0, shown).map(({ difference, part, title, fields }) => {
    const name = part.type === "plan" ? "the plan" : part.type === "edge" ? `the connection ${title}` : title;
    const names = [...new Set(fields.map((field) => labelOf(field.name.split(".")[0] ?? "").toLowerCase()))];
    return `${difference} ${name}${names.length === 0 ? "" : ` (${names.join(", ")})`}`;
  });
  const rest = changes.length - words.length;
  return [...words, ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}
