import { describe, expect, test } from "vitest";
import { dateFormOf, dayIn } from "../../../shared/imports/calendar.ts";
import { isFormula, textOf } from "../../../shared/imports/cell-text.ts";
import { decimalMarkOf, quantityIn } from "../../../shared/imports/quantity.ts";

describe("days", () => {
  test.each([
    ["2026-02-28", "YYYY-MM-DD", "2026-02-28"],
    ["2026-02-28T00:00:00.000Z", "YYYY-MM-DD", "2026-02-28"],
    ["2026-02-28T13:00:00Z", "YYYY-MM-DD", undefined],
    ["2026-02-29", "YYYY-MM-DD", undefined],
    ["2024-02-29", "YYYY-MM-DD", "2024-02-29"],
    ["31.02.2026", "DD.MM.YYYY", undefined],
    ["1.2.2026", "DD.MM.YYYY", "2026-02-01"],
    ["01.02.26", "DD.MM.YYYY", undefined],
    ["31/12/2026", "DD/MM/YYYY", "2026-12-31"],
    ["31/12/2026", "MM/DD/YYYY", undefined],
    ["12/31/2026", "MM/DD/YYYY", "2026-12-31"],
    ["00/01/2026", "MM/DD/YYYY", undefined],
    ["2026-02-28 and more", "YYYY-MM-DD", undefined],
    ["0001-01-01", "YYYY-MM-DD", undefined],
  ] as const)("%s as %s", (text, form, day) => {
    expect(dayIn(text, form)).toBe(day);
  });

  test.each([
    [["2026-01-01", "nonsense"], "YYYY-MM-DD"],
    [["01.02.2026"], "DD.MM.YYYY"],
    [["01/02/2026", "13/02/2026"], "DD/MM/YYYY"],
    [["01/02/2026", "02/13/2026"], "MM/DD/YYYY"],
    [["01/02/2026", "03/04/2026"], "unclear"],
    [[], "YYYY-MM-DD"],
  ] as const)("%j are written as %s", (texts, form) => {
    expect(dateFormOf(texts)).toBe(form);
  });
});

describe("numbers", () => {
  test.each([
    ["12", "point", 12],
    ["-12.5", "point", -12.5],
    ["−12.5", "point", -12.5],
    [".5", "point", 0.5],
    ["1,234,567.8", "point", 1234567.8],
    ["1.234.567,8", "comma", 1234567.8],
    ["1 234,5", "comma", 1234.5],
    ["1\u00a0234\u00a0567", "point", 1234567],
    ["1'234.5", "point", 1234.5],
    ["1e3", "point", 1000],
    ["1,5", "point", undefined],
    ["1.5", "comma", undefined],
    ["12,34", "point", undefined],
    ["12 34", "point", undefined],
    ["1,23,456", "point", undefined],
    ["1e999", "point", undefined],
    ["Infinity", "point", undefined],
    ["NaN", "point", undefined],
    ["0x10", "point", undefined],
    ["five", "point", undefined],
    ["5 min", "point", undefined],
    ["", "point", undefined],
    ["-", "point", undefined],
    ["e5", "point", undefined],
    ["%", "point", undefined],
  ] as const)("%s with a %s", (text, mark, value) => {
    expect(quantityIn(text, mark)?.value).toBe(value);
  });

  test("are no longer than a finite number can be", () => {
    expect(quantityIn(`${"0".repeat(399)}1`, "point")?.value).toBe(1);
    expect(quantityIn(`${"0".repeat(400)}1`, "point")).toBeUndefined();
    expect(decimalMarkOf(Array(2000).fill(`${"1".repeat(9_999)}x`), true)).toBe("point");
  });

  test("keep their percent sign as a fact", () => {
    expect(quantityIn("31,2 %", "comma")).toEqual({ value: 31.2, percent: true });
    expect(quantityIn("31.2%", "point")).toEqual({ value: 31.2, percent: true });
  });

  test.each([
    [["1", "22"], true, "point"],
    [["1,5", "1.234,5"], true, "comma"],
    [["1.5", "1,234.5"], true, "point"],
    [["1,234", "0,5"], true, "comma"],
    [["1,234"], true, "unclear"],
    [["1.234"], true, "point"],
    [["1.234"], false, "unclear"],
    [["0.125"], false, "point"],
    [["0,125"], false, "comma"],
    [["words"], true, "point"],
    [[], false, "point"],
  ] as const)("%j (a point is usual: %s) are written with a %s", (texts, usual, mark) => {
    expect(decimalMarkOf(texts, usual)).toBe(mark);
  });
});

describe("texts", () => {
  test.each([
    ...[
      "=1+1",
      "+1+cmd",
      "-2+3+cmd|' /C calc'!A0",
      "@SUM(A1)",
      "\t=1",
      "\rhello",
      "  =1",
      "＝1",
      "＋1a",
      "＠x",
    ],
    ...["- moved house", "+good"],
  ])("%j begins like a formula", (text) => {
    expect(isFormula(text)).toBe(true);
  });
  test.each(["-12.5", "+3", "-5 %", "a=b", "5-3", "mail@example.com", "'=1+1", ""])("%j does not", (text) => {
    expect(isFormula(text)).toBe(false);
  });
  test("lose the apostrophe an export put before them, and no other", () => {
    expect(["'=1+1", "'tis", "  a  ", "'-5"].map(textOf)).toEqual(["=1+1", "'tis", "a", "-5"]);
  });
});
