import type { ReactNode } from "react";
import { hiddenPlaces } from "../../core/preflight/hidden-text.ts";
import classes from "./visible-text.module.css";

/** A text as it was written, with the code of every character that nobody would see; the text itself stays as it is, to be selected and copied. */
export function VisibleText({ text }: { text: string }): ReactNode {
  const places = hiddenPlaces(text);
  if (places.length === 0) return text;
  return [
    ...places.flatMap(({ index, character }, at) => {
      const before = places[at - 1];
      return [
        text.slice(before === undefined ? 0 : before.index + before.character.length, index),
        <span key={index} className={classes.hidden} data-code={codeOf(character)} title="A character that can’t be seen">
          {character}
        </span>,
      ];
    }),
    text.slice((places.at(-1)?.index ?? 0) + (places.at(-1)?.character.length ?? 0)),
  ];
}

const codeOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
