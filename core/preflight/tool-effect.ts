import type { Node } from "../workflow/node.ts";
import { toolsOf } from "./node-tools.ts";
import type { Surroundings } from "./surroundings.ts";

/** What a tool does to the world, as an installation declares it or else as its name says. */
export interface ToolEffect {
  name: string;
  /** Null where neither a declaration nor the name says. */
  writes: boolean | null;
  /** Whether what it brings back comes from outside the installation. */
  isFromOutside: boolean;
  /** Whether it waits for a person. */
  asksPerson: boolean;
  /** Whether the installation declares it; a name alone is no ground for an error. */
  isDeclared: boolean;
}

const writingWords = new Set(
  "add append approve archive assign book buy cancel charge close commit create delete deploy disable drop edit email enable execute exec file grant insert install invite invoice kick mail merge message modify move notify order overwrite patch pay post publish purge push put refund release remove rename replace reply reset restart revoke rm rollback run save schedule send set sms submit text transfer trash tweet unassign update upload upsert write".split(" "),
);
const readingWords = new Set(
  "analyze browse calculate check compare compute count describe diff download explain extract fetch find get grep head inspect list load look lookup parse peek preview query read retrieve scan scrape search select show stat summarize tail translate validate verify view".split(" "),
);
const outsideWords = new Set("browse browser crawl download http https internet mail inbox email rss scrape url urls web website webpage www".split(" "));
const askingWords = new Set("ask approval confirm confirmation human interrupt person".split(" "));

const known = new WeakMap<Surroundings, Map<string, ToolEffect>>();

/** What is known of one tool, in these surroundings. */
export function effectOf(name: string, surroundings: Surroundings): ToolEffect {
  const byName = known.get(surroundings) ?? new Map<string, ToolEffect>();
  known.set(surroundings, byName);
  const effect = byName.get(name) ?? readEffect(name, surroundings);
  byName.set(name, effect);
  return effect;
}

function readEffect(name: string, { toolsByName }: Surroundings): ToolEffect {
  const words = wordsOfName(name);
  const asksPerson = words.some((word) => askingWords.has(word)) && !words.includes("search");
  const isNamedOutside = words.some((word) => outsideWords.has(word)) && !asksPerson;
  const facts = toolsByName?.get(name);
  if (facts !== undefined) {
    return { name, writes: facts.effects === "writes", isFromOutside: facts.server !== "built-in" || isNamedOutside, asksPerson, isDeclared: true };
  }
  return { name, writes: asksPerson ? false : writesByName(words), isFromOutside: isNamedOutside, asksPerson, isDeclared: false };
}

/** The verb of a name comes first in most, last in some (`mail_send`); what stands between is what it is about. */
function writesByName(words: readonly string[]): boolean | null {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (readingWords.has(first)) return false;
  if (writingWords.has(first) || writingWords.has(last)) return true;
  return words.some((word) => readingWords.has(word)) ? false : null;
}

function wordsOfName(name: string): string[] {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}

/** The tools of a node that write, or seem to. */
export function writingToolsOf(node: Node, surroundings: Surroundings): ToolEffect[] {
  return toolsOf(node).map((name) => effectOf(name, surroundings)).filter(({ writes }) => writes === true);
}

/** The reason why a rule about effects could not look at some tools: nobody here knows what they do. */
export function effectsUnknown(nodes: readonly Node[], surroundings: Surroundings): string | null {
  const unknown = new Set<string>();
  for (const node of nodes) {
    for (const name of toolsOf(node)) if (effectOf(name, surroundings).writes === null) unknown.add(name);
  }
  const [first] = unknown;
  if (first === undefined) return null;
  return unknown.size === 1 ? `what the tool "${first}" does is not known` : `what "${first}" and ${unknown.size - 1} more tools do is not known`;
}
