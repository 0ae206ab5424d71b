import { expect, test } from "vitest";
import { csvCell, csvLine } from "../../../shared/exports/csv-cell.ts";
import { chanceOf, hostileValues } from "../../support/chance.ts";

test("numbers stay numbers, also below zero; texts stay as they are", () => {
  expect([-5, 0.1, true, "Plays", "Größe", undefined, null].map(csvCell)).toEqual([
    ...["-5", "0.1", "true", "Plays", "Größe", "", ""],
  ]);
});

test("commas, quotes and line ends are quoted", () => {
  expect(csvLine(['a "b"', "c,d", "e\nf"])).toBe('"a ""b""","c,d","e\nf"\r\n');
});

test("a text that a spreadsheet would run gets an apostrophe", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0"])
    expect(csvCell(text).replace(/^"/, "")).toMatch(/^'/);
});

test("no text of any kind begins a cell like a formula", () => {
  const chance = chanceOf(11);
  const pieces = [
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    '"',
    "'",
    ",",
    ";",
    " ",
    "a",
    "1",
    "|",
    "＝",
    "\u0000",
  ];
  for (let round = 0; round < 5000; round += 1) {
    const text = Array.from({ length: 1 + chance.below(8) }, () => chance.pick(pieces)).join("");
    const inner = csvCell(text).replace(/^"/, "");
    expect(inner, JSON.stringify(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  }
  for (const value of hostileValues) expect(typeof csvCell(value)).toBe("string");
});
