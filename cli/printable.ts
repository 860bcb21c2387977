/** What a terminal obeys instead of showing: controls, and the marks that turn the direction of text. */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from a model, a file or a person on one line of a terminal, where nothing in it is a command. */
export function printable(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(obeyed, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
