import { z } from "zod";
import { wellFormed } from "./well-formed.ts";

/** Bounds in UTF-16 code units, as browsers count them in `maxlength`. */
interface TextBounds {
  min?: number;
  max: number;
}

/**
 * The one schema for text that enters: bounded before anything else looks at it, made well-formed, one line,
 * without spaces around it.
 */
export function lineSchema({ min = 1, max }: TextBounds) {
  return boundedSchema(max)
    .transform((text) => text.replaceAll(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, " ").trim())
    .pipe(z.string().min(min, tooShort(min)));
}

/** Text that is kept exactly as typed, apart from being made well-formed: passwords, tokens, documents. */
export function verbatimSchema({ min = 1, max }: TextBounds) {
  return boundedSchema(max).pipe(z.string().min(min, tooShort(min)));
}

function boundedSchema(max: number) {
  return z.string().max(max, `Use at most ${max.toLocaleString("en")} characters.`).transform(wellFormed);
}

function tooShort(min: number): string {
  return min === 1 ? "Enter something here." : `Use at least ${min} characters.`;
}
