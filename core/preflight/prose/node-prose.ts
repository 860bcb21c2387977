import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import { isEnglish } from "./english.ts";
import { rememberPerNode } from "./remember.ts";
import { sentencesOf, topicOf } from "./words.ts";

/** What a node is told in words, read once. */
export interface NodeProse {
  text: string;
  sentences: readonly string[];
  isEnglish: boolean;
  topic: ReadonlySet<string>;
  /** The text without what doesn't count: case, spaces, punctuation. */
  plain: string;
}

/** What a node says in the field that instructs it; undefined for kinds without one. */
export function instructionFieldOf(node: Node) {
  if (node.kind === "agent" || node.kind === "synthesize") return node.instructions;
  return node.kind === "verify" ? node.criteria : undefined;
}

/** What a node is told; empty where nothing is, or where it is not known. */
export const proseOf = rememberPerNode((node): NodeProse => {
  const field = instructionFieldOf(node);
  const text = field === undefined || isUnknown(field) ? "" : field;
  return {
    text,
    sentences: sentencesOf(text),
    isEnglish: isEnglish(text),
    topic: topicOf(text),
    plain: text.toLowerCase().replaceAll(/[\p{P}\p{Z}\s]+/gu, " ").trim(),
  };
});
