const auxiliary = "(?:do|does|did|is|are|was|were|can|could|should|will|would|must|may|might|has|have)";
/** "When it rains" tells the circumstances; "when does it rain" asks. */
const opening = String.raw`(?:when|where|while|whenever|if|because|before|after|since|until|unless|although|though|once)(?!\s+${auxiliary}\b)|besides|except|instead of|rather than|without|so that|in order to|as soon as|even though`;
const sideClause = new RegExp(String.raw`\b(?:${opening})\s[^,;:?!]*`, "giu");

/** A question without what only tells the circumstances: "does it still burn" of "when it rains, does it still burn?". */
export function withoutSideClauses(text: string): string {
  return text.replaceAll(sideClause, " ");
}
