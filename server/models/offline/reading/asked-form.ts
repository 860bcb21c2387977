import type { QuotableUnit } from "./quotable-unit.ts";

/** What of a unit may tell that it answers. */
export type Given = Pick<QuotableUnit, "text" | "headings" | "code" | "exact">;

/** A way of asking, and what an answer to it mostly has; without it a sentence may answer still. */
const forms: readonly { asked: RegExp; isGivenBy(given: Given): boolean }[] = [
  {
    asked: /\b(?:are|can|could|did|do|does|has|have|is|may|must|should|was|were|will|would) (?:an?|i|it|my|our|the|they|we|you)\b/i,
    isGivenBy: ({ text }) => /\b(?:allow\w*|can|cannot|may|must|need|no|not|only|require\w*|should|support\w*)\b/i.test(text),
  },
  {
    asked: /\b(?:anymore|before|deprecat\w*|earlier|gone|instead|migrat\w*|no longer|now|previous\w*|removed?|renamed?|replac\w*|since|still|upgrad\w*|used to|v\d|version \d|went)\b/i,
    isGivenBy: ({ text, headings }) => /\b(?:breaking|changed?|codemod|deprecat\w*|instead|migrat\w*|no longer|now|previously|removed?|renamed?|replaced?|upgrad\w*)\b/i.test(`${text} ${headings.join(" ")}`),
  },
  { asked: /\bwhere\b/i, isGivenBy: quotesCode },
];

/** Whether a unit quotes what people type, literally. */
export function quotesCode({ code, exact }: Pick<QuotableUnit, "code" | "exact">): boolean {
  return code !== null || exact.includes("`");
}

/** In how many of the ways in which a question asks a unit looks like an answer. */
export function formCount(question: string): (given: Given) => number {
  const wanted = forms.filter(({ asked }) => asked.test(question));
  return (given) => wanted.filter(({ isGivenBy }) => isGivenBy(given)).length;
}
