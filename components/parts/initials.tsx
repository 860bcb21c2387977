import classes from "./initials.module.css";

/** One or two letters for a name in any script; a name of one word gives its first letter. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => firstCharacter(word ?? "").toLocaleUpperCase("en")).join("") || "?";
}

function firstCharacter(word: string): string {
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(word);
  return segments[Symbol.iterator]().next().value?.segment ?? "";
}

/** A person as a round mark; the name always stands beside it or in its label, so it is hidden from screen readers. */
export function Initials({ name, size = "m" }: { name: string; size?: "s" | "m" }) {
  return (
    <span className={classes.initials} data-size={size} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
