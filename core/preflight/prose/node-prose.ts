import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import { isEnglish } from "./english.ts";
import { rememberPerNode } from "./remember.ts";
import { sentencesOf, topicOf } from "./words.ts";

/** What a node is told in words: each reading of it is made once, by the first rule that asks for it. */
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
  return new ReadProse(text);
});

const isAscii = /^[\0-\x7f]*$/;

class ReadProse implements NodeProse {
  readonly text: string;
  #sentences: readonly string[] | null = null;
  #isEnglish: boolean | null = null;
  #topic: ReadonlySet<string> | null = null;
  #plain: string | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get sentences(): readonly string[] {
    return (this.#sentences ??= sentencesOf(this.text));
  }

  get isEnglish(): boolean {
    return (this.#isEnglish ??= isEnglish(this.text));
  }

  get topic(): ReadonlySet<string> {
    return (this.#topic ??= topicOf(this.text));
  }

  get plain(): string {
    return (this.#plain ??= this.text.toLowerCase().split(isAscii.test(this.text) ? /[!-/:-@[-`{-~\s]+/ : /[\p{P}\p{S}\p{Z}\s]+/u).join(" ").trim());
  }
}
