import { headingSeparator, type FoundPassage } from "../../../../core/planning/found-passage.ts";
import { capitalized, cleanLine, contentWords, enumerated } from "../question/words.ts";
import { stemOf, wordsHeld } from "./findings.ts";
import { part, type Outline } from "./part.ts";

const maxTopics = 4;

/** Headings that say where in a document something stands, not what it is about. */
const placeHeading = /^(?:introduction|overview|examples?|usage|getting started|quick ?start|next steps|reference|api|api reference|parameters|props|options|returns|import|notes?|caveats?|syntax|behaviou?r|configuration|how it works|see also|version history|good to know|related|summary|conclusion|background|faq|table of contents|step \d+.*)$/i;

/** An open question: divided along what the documents themselves offer about it. */
export function outlineTopics(subject: string, found: readonly FoundPassage[] | null): Outline {
  const passages = (found ?? []).toSorted((one, other) => wordsHeld(other, subject) - wordsHeld(one, subject));
  const named = topicsOf(subject, passages.filter((passage) => bears(nameOf(passage), subject)));
  const topics = named.length < 2 ? topicsOf(subject, passages.filter(({ title, heading }) => bears(`${title} ${heading}`, subject))) : named;
  if (topics.length < 2) return outlineUnknown(subject, passages[0] ?? null, found !== null);
  const readers = topics.map(({ name, place }) =>
    part({
      key: `about-${name}`,
      title: name,
      query: `${subject} ${name}`,
      instructions: `Find what the documents say under "${name}"${place === name ? "" : ` ("${place}")`} that answers the question about "${subject}". Quote the exact words, and nothing from a neighbouring subject.`,
      why: `"${name}" is among the passages that came up first for "${subject}", in a place of its own.`,
    }),
  );
  return {
    title: capitalized(subject),
    dimension: `By topic, as the documents divide it: ${enumerated(topics.map(({ name }) => name))}.`,
    parts: [
      ...readers,
      part({
        key: "left-open",
        searches: true,
        title: "What is left open",
        needs: readers.map(({ key }) => key),
        instructions: `Read the question again, word by word, beside the findings about "${subject}": which part of it has no claim yet? Search for that part under other words. Quote what you find, and name what stays open.`,
        why: "The topics come from the documents, not from the question: somebody has to hold them against what was asked.",
        doneWhen: "Each part of the question has a claim, or is named as open.",
      }),
    ],
    alternatives: [
      { summary: "One worker reads everything", whyNot: `${topics.length} topics (${enumerated(topics.map(({ name }) => name))}) would share one context, and the last would get what is left of it.` },
      documentAlternative(passages),
    ],
    reportOrder: `Begin with the answer in two sentences, then ${enumerated(topics.map(({ name }) => name))}; what is left open at the end.`,
    checkNote: `A quote must be about "${subject}", not about a neighbouring topic under the same heading.`,
  };
}

function documentAlternative(passages: readonly FoundPassage[]) {
  const documents = new Set(passages.map(({ sourceId }) => sourceId)).size;
  return documents === 1
    ? { summary: "One worker per document", whyNot: "A first search found one document only: there would be a single worker." }
    : { summary: "One worker per document", whyNot: `A first search found ${documents} documents; each would be summed up as a whole, while the question needs a part of each.` };
}

/** Nothing or too little was found to divide along. */
function outlineUnknown(subject: string, first: FoundPassage | null, isSearched: boolean): Outline {
  const read = part({
    key: "what-it-says",
    title: "What the documents say",
    query: subject,
    instructions: `Find what the documents say that answers the question about "${subject}". Search with its own words first, then with other words for the same thing, also in English. Quote the exact words.`,
    why:
      first === null
        ? isSearched
          ? `Nothing was found under the words of "${subject}" yet, so one worker searches with many words before anything is divided.`
          : "Nothing could be looked up before, so one worker searches with many words before anything is divided."
        : `What a first search found on "${subject}" stands under headings of other things: they divide those, not this question.`,
  });
  return {
    title: capitalized(subject),
    dimension: "Not divided: first what there is, then what is missing.",
    parts: [
      read,
      part({
        key: "left-open",
        searches: true,
        title: "What is left open",
        needs: [read.key],
        instructions: `Read the question again, word by word, beside what was found: which part of it has no claim? Search for that part under other words. Say plainly when the documents don't treat "${subject}" at all.`,
        why: "An answer from few passages looks whole; somebody else looks for the part without any.",
        doneWhen: "Each part of the question has a claim, or is named as open.",
      }),
    ],
    alternatives: [
      { summary: "Several workers by guessed topics", whyNot: `A first search gave no topics to divide "${subject}" along; guessed ones would send workers after what isn't there.` },
      { summary: "No plan: say at once that nothing is there", whyNot: "A search by words misses other words for the same thing; saying no needs somebody who looked." },
    ],
    reportOrder: "Begin with whether the documents answer it; then what they say; then what is left open.",
    checkNote: "That the documents are silent is a claim too: it needs the searches that found nothing.",
  };
}

/** Whether a name holds at least half of the words of a subject: one of many would make it a neighbour. */
function bears(name: string, subject: string): boolean {
  const words = contentWords(subject);
  const held = words.filter((word) => name.toLowerCase().includes(stemOf(word)));
  return held.length > 0 && held.length * 2 >= words.length;
}

/** What a passage is about: its nearest heading, or its document where the heading says only the place. */
function nameOf({ heading, title }: FoundPassage): string {
  return headings(heading).findLast((one) => !placeHeading.test(one)) ?? title;
}

/** The headings above a passage, the nearest last; single letters are those of an index. */
function headings(path: string): string[] {
  return path.split(headingSeparator).map((one) => one.replace(/^(?:step\s+)?\d+[.:)]\s+/i, "")).filter((one) => one.trim().length > 1);
}

/** Headings, or titles where a heading says only the place, of the best passages; each meaning once. */
function topicsOf(subject: string, passages: readonly FoundPassage[]): { name: string; place: string }[] {
  const own = new Set(contentWords(subject).map(stemOf));
  const topics: { name: string; place: string; words: Set<string> }[] = [];
  for (const passage of passages) {
    const name = cleanLine(nameOf(passage), 48);
    const words = new Set(contentWords(name).map(stemOf).filter((word) => !own.has(word)));
    const isNew = words.size > 0 && topics.every((topic) => [...words].some((word) => !topic.words.has(word)) && [...topic.words].some((word) => !words.has(word)));
    if (isNew) topics.push({ name, place: cleanLine(passage.title, 48), words });
    if (topics.length === maxTopics) break;
  }
  return topics;
}
