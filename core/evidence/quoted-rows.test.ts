import { expect, test } from "vitest";
import { quotedRows } from "./quoted-rows.ts";

const table = "====== ===== =====\nRoom   Lamp  Oil\n====== ===== =====\nHall   on    whale,\n             or none\nAttic        palm\n====== ===== =====";
const text = `What burns where\n================\n\nLook it up:\n\n${table}\n\nHall   on    by day.\n`;

function rowsOf(exact: string) {
  const start = text.indexOf(exact);
  return quotedRows({ path: "lamps.rst", text })({ start, end: start + exact.length });
}

test("a row is told by its cells, those of several lines whole and empty ones as empty", () => {
  expect(rowsOf("Hall   on    whale,\n             or none")).toEqual([["Hall", "on", "whale, or none"]]);
  expect(rowsOf("Attic        palm")).toEqual([["Attic", "", "palm"]]);
  expect(rowsOf("Hall   on    whale,\n             or none\nAttic        palm")).toEqual([["Hall", "on", "whale, or none"], ["Attic", "", "palm"]]);
});

test("of a row that is quoted in part, that part", () => {
  expect(rowsOf("Hall   on    whale,")).toEqual([["Hall", "on", "whale,"]]);
  expect(rowsOf("ttic        pal")).toEqual([["ttic", "", "pal"]]);
  expect(rowsOf("Hall   on")).toEqual([["Hall", "on"]]);
});

test("words of one cell, outside of a table, or of a table that can't be told apart are no row", () => {
  expect(rowsOf("or none")).toBeNull();
  expect(rowsOf("Hall   on    by day.")).toBeNull();
  const spanning = "====== ====\nBoth of them\n====== ====\nHall   oil\n====== ====\n";
  expect(quotedRows({ path: "lamps.rst", text: spanning })({ start: 0, end: 25 })).toBeNull();
  expect(quotedRows({ path: "lamps.md", text })({ start: text.indexOf("Attic"), end: text.indexOf("palm") + 4 })).toBeNull();
});
