import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { likeness, topicOf, wordsOf } from "../prose/words.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";
import { alikeInContext, type Worker } from "../same-work.ts";

const enough = 0.8;
/** Workers with a word in common are compared with this many of those before them. */
const mostCompared = 12;

/** Two workers sent after the same thing: the second costs as much and finds the same. */
export const duplicateWork: Rule = {
  id: "structure/duplicate-work",
  severity: "warning",
  reads: "prose",
  why: "Two workers with the same context and nearly the same instructions find the same twice; where two opinions are wanted, say so.",
  examine: ({ graph, view }) =>
    found(
      alikeInContext(graph.nodes, view).flatMap((workers) =>
        pairs(workers).map(([first, second]) => onNode(second, `"${second.title}" has nearly the same instructions and context as "${first.title}".`)),
      ),
      unknownIn(graph.nodes, "the instructions", (node) => (node.kind === "agent" ? node.instructions : undefined)),
    ),
};

/** Each worker that repeats an earlier one, with the first that it repeats. */
function pairs(workers: readonly Worker[]): [Worker, Worker][] {
  const rarest = rarestWords(workers);
  const byText = new Map<string, Worker>();
  const byWord = new Map<string, Worker[]>();
  const repeated: [Worker, Worker][] = [];
  for (const worker of workers) {
    if (isVote(worker)) continue;
    const { plain, topic, isEnglish } = proseOf(worker);
    const words = isEnglish ? rarest(topic) : [];
    const near = new Set(words.flatMap((word) => byWord.get(word) ?? []));
    const original = byText.get(plain) ?? [...near].find((earlier) => isRepeated(earlier, worker));
    if (original !== undefined && isSecond(worker) === isSecond(original)) repeated.push([original, worker]);
    byText.set(plain, byText.get(plain) ?? worker);
    for (const word of words) {
      const sharing = byWord.get(word) ?? [];
      if (sharing.length < mostCompared) sharing.push(worker);
      byWord.set(word, sharing);
    }
  }
  return repeated;
}

/**
 * The words of a topic by which what is like it can be found: of two topics so much alike, each has one of the other's
 * rarest words among its own (prefix filtering of set similarity joins; Chaudhuri, Ganti, Kaushik, ICDE 2006).
 */
function rarestWords(workers: readonly Worker[]): (topic: ReadonlySet<string>) => string[] {
  const counts = new Map<string, number>();
  for (const worker of workers) for (const word of proseOf(worker).topic) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rank = (a: string, b: string) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1);
  return (topic) => [...topic].toSorted(rank).slice(0, topic.size - Math.ceil(topic.size * enough) + 1);
}

const vote = /\b(?:votes?|voter|ballot|jury|juror|independent(?:ly)?|without seeing|on your own|blind(?:ly)?|double[- ]check|cross[- ]check|replicat\w+|redundan\w+|sample \d|attempt \d|run \d)\b/i;

/** Whether a worker says that it is there beside others like it on purpose. */
function isVote(worker: Worker): boolean {
  return vote.test(`${worker.title} ${worker.rationale} ${proseOf(worker).text}`);
}

const comingAfter = /\b(?:second|third|another|other|fresh) (?:\w+ )?(?:opinion|readers?|reading|look|pair|eyes|view|angle)\b/i;

/** Whether a worker says that it comes after somebody else: of two that both say so, neither is the other's second. */
function isSecond(worker: Worker): boolean {
  return comingAfter.test(`${worker.title} ${worker.rationale} ${proseOf(worker).text}`);
}

/** The same about the same: what differs in words is neither a name nor a number nor what one of them is titled after. */
function isRepeated(a: Worker, b: Worker): boolean {
  const [first, second] = [proseOf(a), proseOf(b)];
  const [fewer, more] = [Math.min(first.topic.size, second.topic.size), Math.max(first.topic.size, second.topic.size)];
  if (fewer < 2 || fewer < more * enough || likeness(first.topic, second.topic) < enough) return false;
  if (quotedIn(a) !== quotedIn(b) || sidesIn(a) !== sidesIn(b)) return false;
  const differing = [...first.topic].filter((word) => !second.topic.has(word)).concat([...second.topic].filter((word) => !first.topic.has(word)));
  return !differing.some((word) => distinctIn(a).has(word) || distinctIn(b).has(word));
}

/** What stands in quotation marks, which two pieces of work quote for what is their own. */
const quotedIn = rememberPerNode((node): string => (proseOf(node).text.match(/["“„‘`][^"”“’`\n]{1,200}["”“’`]/gu) ?? []).join(" "));

/** Small words that no topic has, and by which two pieces of work may be each other's opposite. */
const side = /\b(?:against|before|after|without|except|above|below|first|second|third|last|previous|former|latter|inside|outside)\b/gi;
const sidesIn = rememberPerNode((node): string => [...new Set((proseOf(node).text.match(side) ?? []).map((word) => word.toLowerCase()))].toSorted().join(" "));

/** Words by which one looks for the opposite of what another looks for. */
const opposites = "support supporting oppose opposing against refute refuting confirm contradict pro con pros cons positive negative benefit benefits risk risks advantage advantages disadvantage disadvantages strength strengths weakness weaknesses before after old new buyer seller internal external minimum maximum";

/** Words that tell two pieces of work apart: numbers, names, opposites, and the words of the title. */
const distinctIn = rememberPerNode((node): ReadonlySet<string> => {
  const { text } = proseOf(node);
  const names = text.match(/(?<![.!?:\n]\s{0,3})(?<!^)\b[\p{Lu}][\p{L}\p{N}]*|\b[\p{L}]*\d[\p{L}\p{N}]*/gu) ?? [];
  return topicOf(`${opposites} ${node.title} ${names.join(" ")} ${wordsOf(text).filter((word) => /[_.\d]/.test(word)).join(" ")}`);
});
