import { cleanPhrase, contentWords } from "./words.ts";

interface Change {
  kind: "change";
  /** Null when the clause names only where it leads. */
  before: string | null;
  after: string;
}

const verb = String.raw`\b(?:migrat|upgrad|mov|switch|convert|port|transition|updat|chang|go|translat|refactor)(?:e|es|ed|ing|ation|ating)?\b`;

const patterns: readonly RegExp[] = [
  new RegExp(String.raw`${verb}.*?\bfrom\s+(?<before>.+?)\s+to\s+(?<after>.+)`, "i"),
  new RegExp(String.raw`\b(?:migration|upgrade|move|switch)\s+(?:path\s+)?(?:from\s+(?<before>.+?)\s+)?to\s+(?<after>.+)`, "i"),
  /\b(?:migrate|upgrade|update|switch|convert|port|move)\s+(?<before>(?!to\b).+?)\s+(?:to|into)\s+(?<after>.+)/i,
  /\b(?:chang(?:e|es|ed)|differ(?:s|ed)?|new|different|removed|deprecated)\b(?:\s+(?:in|with|to|about|for)\s+(?<regard>.+?))?\s+(?:between\s+(?<before>.+?)\s+and|from\s+(?<earlier>.+?)\s+to)\s+(?<after>.+)/i,
  /\bwhat(?:'s|\s+is|\s+has|\s+have|\s+was)?\s*(?:been\s+)?(?:changed|changes|new|removed|deprecated|different)\s+(?:in|with|since|between)\s+(?<after>.+)/i,
  /\bbreaking\s+changes?\s+(?:in|of|with|since|for|from)\s+(?<after>.+)/i,
  /\bvon\s+(?<before>.+?)\s+(?:auf|zu|nach)\s+(?<after>.+?)\s+(?:umsteigen|migrieren|wechseln|aktualisieren)/i,
];

/** Reads what becomes of what; null for a clause about no change. */
export function readChange(clause: string): Change | null {
  for (const pattern of patterns) {
    const groups = pattern.exec(clause)?.groups;
    const after = cleanPhrase(withoutRest(groups?.["after"] ?? ""));
    if (contentWords(after).length === 0) continue;
    const before = cleanPhrase(groups?.["before"] ?? groups?.["earlier"] ?? "");
    const regard = cleanPhrase(groups?.["regard"] ?? "");
    if (before === "" && restOf(clause, after) > 1) continue;
    const named = (end: string) => (regard === "" ? end : cleanPhrase(`${regard} in ${end}`));
    return { kind: "change", before: contentWords(before).length === 0 ? null : named(before), after: named(after) };
  }
  return null;
}

const verbs = new RegExp(`^${verb}$`, "i");

/** How many words of a clause say what it is about besides where a change leads: "can X still do Y after the move to Z" asks about X and Y. */
function restOf(clause: string, after: string): number {
  const own = new Set(contentWords(after));
  return contentWords(clause).filter((word) => !own.has(word) && !verbs.test(word) && !/^(?:breaking|new|removed|deprecated|different|differs?|need|path|version)$/i.test(word)).length;
}

/** Cuts what is said of the change itself: "… without downtime", "…, and what breaks". */
function withoutRest(text: string): string {
  return text.replace(/(?:,|\s+(?:without|while|and|when|if|so that|because))\s.*$/i, "");
}
