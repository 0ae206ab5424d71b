import { beforeAll, expect, test } from "vitest";
import { csvLine } from "../../../shared/exports/csv-cell.ts";
import { chanceOf, hostileValues } from "../../support/chance.ts";
import { libreOfficeMissing, openedInCalc, warnWithoutLibreOffice } from "../../support/libre-office.ts";

beforeAll(warnWithoutLibreOffice);

/** Texts made of what formulas are made of, and texts nobody means to send. */
function hostileTexts(count: number): string[] {
  const chance = chanceOf(23);
  const pieces = [
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    '"',
    ",",
    "1+1",
    "SUM(A1:A9)",
    'HYPERLINK("x")',
    "'",
    " ",
  ];
  const made = Array.from({ length: count }, () =>
    Array.from({ length: 1 + chance.below(6) }, () => chance.pick(pieces)).join(""),
  );
  // XML, which the spreadsheet writes, has no place for a NUL.
  return [
    ...made,
    ...hostileValues.filter((one) => typeof one === "string" && !one.includes("\u0000")),
  ] as string[];
}

test.skipIf(libreOfficeMissing() !== undefined)(
  "a real spreadsheet finds no formula in an export, whatever people wrote",
  { timeout: 180_000 },
  () => {
    const texts = hostileTexts(300);
    const opened = openedInCalc(
      `\uFEFF${csvLine(["id", "text"])}${texts.map((one, at) => csvLine([at, one])).join("")}`,
    );
    expect(opened).toContain("<table:table-cell");
    expect(opened).not.toContain("table:formula");
    expect(opened.match(/<table:table-row/g)!.length).toBeGreaterThanOrEqual(texts.length);
    // The same file without the apostrophes would have run: the check can fail.
    expect(openedInCalc("id,text\r\n1,=1+1\r\n")).toContain("table:formula");
  },
);
