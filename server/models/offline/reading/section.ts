import { stemsOf } from "../question/stem.ts";
import type { FoundUnit } from "./search-knowledge.ts";

interface Section {
  stems: ReadonlySet<string>;
  /** Lower-case. */
  text: string;
}

/** What stands under the same heading has the same. */
export function sectionOf({ sourceId, headings }: FoundUnit): string {
  return `${sourceId} ${headings.join(" › ")}`;
}

/** What stands under the same heading. */
export function sectionsOf(units: readonly FoundUnit[]): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  for (const [key, together] of Map.groupBy(units, sectionOf)) {
    const text = together.map((unit) => unit.text).join(" ");
    sections.set(key, { stems: new Set(stemsOf(text)), text: text.toLowerCase() });
  }
  return sections;
}
