import { randomBytes } from "node:crypto";

/** What a step that does nothing returns: text of so many characters that no compression makes shorter by much. */
export function noOpResult(characters: number): { value: string } {
  return { value: randomBytes(Math.ceil((characters - 12) * 0.75)).toString("base64").slice(0, characters - 12) };
}
