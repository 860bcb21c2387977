import { expect, it } from "vitest";
import { alikeStems } from "./alike-words.ts";
import { stem } from "./stem.ts";

it("takes no word for another that only shares its stem, nor a special thing for a general one", () => {
  expect([...alikeStems(stem("port"))]).toEqual([]);
  expect(alikeStems(stem("rename")).has(stem("name"))).toBe(false);
  expect(alikeStems(stem("rename")).has(stem("change"))).toBe(false);
});
