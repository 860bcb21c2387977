import fc from "fast-check";
import { expect, test } from "vitest";
import { isSamePresence, othersPresent, withPage, type Present } from "./presence.ts";

const page = (tab: number, member: number, nodeId: string | null = null) => ({ tabId: `01900000-0000-7000-8000-00000000000${tab}`, memberId: `01900000-0000-7000-8000-0000000000a${member}`, name: `P${member}`, nodeId, isLeaving: false });

test("who says nothing for a while is gone, who leaves is gone at once", () => {
  const two = withPage(withPage([], page(1, 1), 0), page(2, 2), 5_000);
  expect(two.map(({ name }) => name)).toEqual(["P1", "P2"]);
  expect(withPage(two, page(2, 2), 11_000).map(({ name }) => name)).toEqual(["P2"]);
  expect(withPage(two, { ...page(2, 2), isLeaving: true }, 6_000).map(({ name }) => name)).toEqual(["P1"]);
});

test("only what people can see is news", () => {
  const before = withPage([], page(1, 1), 0);
  expect(isSamePresence(before, withPage(before, page(1, 1), 4_000))).toBe(true);
  expect(isSamePresence(before, before.map((one) => Object.fromEntries(Object.entries(one).toReversed()) as Present))).toBe(true);
  expect(isSamePresence(before, withPage(before, page(1, 1, "read"), 4_000))).toBe(false);
});

test("one person in two windows is one person, and not oneself", () => {
  const there = [page(1, 1), page(2, 2), page(3, 2, "read")].reduce<Present[]>((present, one) => withPage(present, one, 0), []);
  expect(othersPresent(there, page(1, 1).memberId)).toEqual([{ memberId: page(2, 2).memberId, name: "P2", nodeId: "read" }]);
});

test("the order in which pages come doesn't matter", () => {
  const pages = [page(1, 1), page(2, 2), page(3, 3)];
  fc.assert(fc.property(fc.shuffledSubarray(pages, { minLength: 3 }), (some) => isSamePresence(some.reduce<Present[]>((present, one) => withPage(present, one, 0), []), pages.reduce<Present[]>((present, one) => withPage(present, one, 0), []))));
});
