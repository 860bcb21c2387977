import { wellFormed, wellFormedDeep } from "../../core/text/well-formed.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";

/** One line of what a model writes: a JSON value, or the line itself when it is none. */
export type Element = { isJson: true; value: JsonValue } | { isJson: false; text: string; reason: "not-json" | "too-long" | "too-deep" };

/** A longer line is no op: it is cut off here, so that a model that never ends a line can't fill the memory. */
const maxLineLength = 100_000;
const shownOfLongLine = 2_000;

/** Lines that models put around code; they are no elements. */
const fence = /^\s*(?:```\w*)?\s*$/;

/** Cuts a stream of text into elements, wherever its pieces begin and end. */
export class ElementParser {
  #line = "";
  #isSkipping = false;

  /** The line that hasn't ended yet, as far as it came. */
  get unfinished(): string {
    return this.#line;
  }

  /** @returns the elements that this piece completes. */
  push(piece: string): Element[] {
    const lines = (this.#line + piece).split("\n");
    this.#line = lines.pop() ?? "";
    const elements: Element[] = [];
    for (const line of lines) {
      if (!this.#isSkipping) elements.push(...elementsOf(line));
      this.#isSkipping = false;
    }
    if (this.#line.length > maxLineLength) {
      if (!this.#isSkipping) elements.push(tooLong(this.#line));
      this.#isSkipping = true;
      this.#line = "";
    }
    return elements;
  }

  /** @returns the last element, if the text doesn't end with a line's end. */
  end(): Element[] {
    const rest = this.#isSkipping ? [] : elementsOf(this.#line);
    this.#line = "";
    this.#isSkipping = false;
    return rest;
  }
}

function elementsOf(line: string): Element[] {
  if (fence.test(line)) return [];
  if (line.length > maxLineLength) return [tooLong(line)];
  try {
    const value: JsonValue = JSON.parse(line);
    return [{ isJson: true, value: wellFormedDeep(value) }];
  } catch (error) {
    const reason = error instanceof RangeError ? "too-deep" : "not-json";
    return [{ isJson: false, text: wellFormed(line.slice(0, shownOfLongLine)).trim(), reason }];
  }
}

function tooLong(line: string): Element {
  return { isJson: false, text: `${wellFormed(line.slice(0, shownOfLongLine))}…`, reason: "too-long" };
}
