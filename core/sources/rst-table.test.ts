import { expect, test } from "vitest";
import { rstRows } from "./rst-table.ts";

test("rows of simple tables go on where their first cell is empty", () => {
  const table = "====== ========\nLamp   Oil\n====== ========\nHall   whale,\n       or none\nAttic  palm\n====== ========";
  expect(rstRows(table).map(({ cells, isHead }) => [isHead, ...cells])).toEqual([
    [true, "Lamp", "Oil"],
    [false, "Hall", "whale, or none"],
    [false, "Attic", "palm"],
  ]);
});

test("rows of grid tables go on to the next rule", () => {
  const table = "+------+-------+\n| Lamp | Oil   |\n+======+=======+\n| Hall | whale |\n|      | or no |\n+------+-------+";
  const rows = rstRows(table);
  expect(rows.map(({ cells, isHead }) => [isHead, ...cells])).toEqual([
    [true, "Lamp", "Oil"],
    [false, "Hall", "whale or no"],
  ]);
  expect(rows.map(({ start, end }) => table.slice(start, end))).toEqual(["| Lamp | Oil   |", "| Hall | whale |\n|      | or no |"]);
});
