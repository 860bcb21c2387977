import classes from "./initials.module.css";

/** One or two letters for a name in any script; a name of one word gives its first letter. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/u).flatMap((word) => firstLetter(word) ?? []);
  const picked = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return picked.join("").toLocaleUpperCase("en") || "?";
}

/** Signs before it are left out: a bracket alone would hide a part of the label that the letters stand in (axe reads none in brackets). */
function firstLetter(word: string): string | undefined {
  const characters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(word)];
  return characters.find(({ segment }) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment))?.segment;
}

/** A person as a round mark; the name always stands beside it, or both in the label of its control, so it is hidden from screen readers. */
export function Initials({ name, size = "m" }: { name: string; size?: "s" | "m" }) {
  return (
    <span className={classes.initials} data-size={size} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
