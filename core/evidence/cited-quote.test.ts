import { expect, test } from "vitest";
import { quoteReader } from "./cited-quote.ts";

test("a quote of a table's row comes with its cells", () => {
  const text = "===== =====\nRoom  Oil\n===== =====\nHall  whale\n===== =====\n";
  const read = quoteReader({ sources: new Map([["s", { id: "s", collection: "Lamps", path: "lamps.rst", title: "Lamps", sha256: "", text }]]) });
  expect(read({ sourceId: "s", exact: "Hall  whale", place: null })).toMatchObject({ found: "in-source", rows: [["Hall", "whale"]] });
  expect(read({ sourceId: "s", exact: "whale", place: null })).toMatchObject({ found: "in-source", rows: null });
});
