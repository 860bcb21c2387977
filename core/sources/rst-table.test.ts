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

test("a cell is where its words stand, line by line, in an indented table too", () => {
  const table = "  ====  =====  ======\n  Room  Lamp   Oil\n  ====  =====  ======\n  Hall         whale,\n               or none\n  ====  =====  ======";
  const [head, hall] = rstRows(table);
  const wordsOf = (row = head) => row?.parts.map((lines) => lines.map(({ start, end }) => table.slice(start, end)));
  expect(wordsOf(head)).toEqual([["Room"], ["Lamp"], ["Oil"]]);
  expect(wordsOf(hall)).toEqual([["Hall"], [], ["whale,", "or none"]]);
  expect([head, hall].map((row) => row?.isSpanning)).toEqual([false, false]);
});

test("a row whose words cross the columns is told from those that can be set as cells", () => {
  const spanning = (table: string) => rstRows(table).map(({ isSpanning }) => isSpanning);
  expect(spanning("====== ====\nBoth of them\n====== ====\nHall   oil\n====== ====")).toEqual([true, false]);
  expect(spanning("====== ====\nInputs\n-----------\nHall   oil\n====== ====")).toEqual([true, false]);
  expect(spanning("+------+-----+\n| Hall | oil |\n+------+-----+\n| both of them |\n+------+-----+")).toEqual([false, true]);
  expect(spanning("+------+-----+\n| Hall | oil |\n|      +-----+\n|      | gas |\n+------+-----+")).toEqual([true]);
});
