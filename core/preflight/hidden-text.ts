/**
 * What no eye sees: bidirectional embeddings, overrides and isolates, zero-width and invisible format characters, tag
 * characters, fillers, and the variation selectors that carry no glyph's variant.
 */
const suspect = /\u17b4|\u17b5|[\u180b-\u180e]|[\u00ad\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{1d173}-\u{1d17a}\u{e0000}-\u{e01ef}]/u;
const beyondAscii = /[\u00ad-\uffff]/;
const suspects = new RegExp(suspect.source, "gu");

const joiners = "\u200c\u200d";
const marks = "\u200e\u200f";
/** Scripts whose letters change their form by joiners. */
const joining = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Myanmar}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const pictograph = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u{1f1e6}-\u{1f1ff}]/u;
const han = /\p{Script=Han}/u;
const blackFlag = "\u{1f3f4}";
/** In UTF-16 code units: the flag, five letters of a region, and what ends them. */
const longestFlag = 2 + 2 * 6;

/** The hidden characters of a text, each time they occur; those that a script or an emoji needs are not among them. */
export function hiddenIn(text: string): string[] {
  return hiddenPlaces(text).map(({ character }) => character);
}

/** The same with where they stand, in UTF-16 code units. */
export function hiddenPlaces(text: string): { index: number; character: string }[] {
  // Most texts are plain ASCII, and are told to be so much faster than by the classes of Unicode.
  if (!beyondAscii.test(text) || !suspect.test(text)) return [];
  return [...text.matchAll(suspects)].flatMap(({ 0: character, index }) => (isNeeded(text, index, character) ? [] : [{ index, character }]));
}

/** A text without its hidden characters. */
export function withoutHidden(text: string): string {
  return text.replaceAll(suspects, (character, index: number) => (isNeeded(text, index, character) ? character : ""));
}

/** Whether a character has work to do between its neighbours. */
function isNeeded(text: string, index: number, character: string): boolean {
  const before = characterBefore(text, index);
  const code = character.codePointAt(0) ?? 0;
  if (joiners.includes(character)) return joining.test(before) || (character === "\u200d" && pictograph.test(before) && pictograph.test(String.fromCodePoint(text.codePointAt(index + 1) ?? 0x20)));
  if (marks.includes(character)) return rightToLeft.test(text.slice(Math.max(0, index - 40), index + 40));
  if (code >= 0xe0020 && code <= 0xe007f) return isInFlag(text, index);
  if (code >= 0xe0100) return han.test(before);
  if (code === 0x00ad) return /\p{L}/u.test(before);
  return code >= 0x180b && code <= 0x180e && /\p{Script=Mongolian}/u.test(before);
}

function characterBefore(text: string, index: number): string {
  const low = text.slice(Math.max(0, index - 1), index);
  return /[\udc00-\udfff]/.test(low) ? text.slice(Math.max(0, index - 2), index) : low;
}

/** Tag characters spell the region of a flag, at most six of them behind a black flag (England, Scotland, Wales). */
function isInFlag(text: string, index: number): boolean {
  const behind = text.slice(Math.max(0, index - longestFlag), index);
  const start = behind.lastIndexOf(blackFlag);
  return start !== -1 && !/[^\u{e0020}-\u{e007f}]/u.test(behind.slice(start + blackFlag.length));
}
