import { inEnglish, wordings, type Operator } from "../operator.ts";
import { twice } from "../ways/twice.ts";

const ways: Record<string, (text: string) => string> = {
  asIs: (text) => text,
  polite: (text) => `Please do the following: ${text}`,
  closing: (text) => `${text} Thank you, and take your time.`,
  shouted: (text) => text.replace(/^\w+/, (word) => word.toUpperCase()).replaceAll(". ", ".\n\n"),
  synonyms: (text) => text.replaceAll(/\b[Ff]ind\b/g, "look for").replaceAll(/\bquote\b/g, "cite").replaceAll(/\bQuote\b/g, "Cite").replaceAll(/\beach\b/g, "every").concat(" Be thorough."),
};

export const repetitionOperators: Operator[] = [
  { name: "the same work in slightly other words", breaks: "prose", caughtBy: ["structure/duplicate-work"], mutate: inEnglish(wordings(Object.keys(ways), (way) => twice(ways[way] ?? ((text) => text)))) },
];
