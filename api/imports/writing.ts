import { type DateForm, dateFormOf } from "../../shared/imports/calendar.ts";
import type { ImportField } from "../../shared/imports/fields.ts";
import type { Mapping } from "../../shared/imports/mapping.ts";
import type { Problem } from "../../shared/imports/problem.ts";
import { type DecimalMark, decimalMarkOf } from "../../shared/imports/quantity.ts";
import type { Table } from "../../shared/imports/table.ts";
import type { FileRead } from "./read-csv.ts";
import type { Asked } from "./terms.ts";

/** Rows that are enough to see how a file writes days and numbers. */
const looked = 2000;

/** How days and numbers are written: as was said, else as the cells show; a problem where both readings would do. */
export function writingOf(
  table: Table,
  fields: readonly ImportField[],
  mapping: Mapping,
  asked: Pick<Asked, "dates" | "decimals">,
  format: FileRead["format"],
): { dates: DateForm; decimals: DecimalMark; problems: Problem[] } {
  const isJson = format.type === "json";
  const columns = (type: ImportField["type"]) =>
    fields.flatMap((field) => {
      const source = field.type === type ? mapping.get(field.name) : undefined;
      return source !== undefined && "column" in source ? [source.column] : [];
    });
  const texts = (places: readonly number[]) =>
    table.rows
      .slice(0, looked)
      .flatMap(({ cells }) => places.map((place) => cells[place]))
      .filter((one) => typeof one === "string")
      .map((one) => one.trim());
  const [days, numbers] = [columns("day"), columns("number")];
  const dates = asked.dates ?? (isJson ? "YYYY-MM-DD" : dateFormOf(texts(days)));
  const decimals =
    asked.decimals ?? (isJson ? "point" : decimalMarkOf(texts(numbers), format.delimiter !== ";"));
  const at = (place: number | undefined) => ({
    line: table.line,
    ...(place === undefined ? {} : { column: place + 1, header: table.headers[place] ?? "" }),
  });
  const problems: Problem[] = [];
  if (dates === "unclear")
    problems.push({
      ...{ code: "dates_unclear", ...at(days[0]) },
      expected: "days that fit one form only, or dates said to be DD/MM/YYYY or MM/DD/YYYY",
    });
  if (decimals === "unclear")
    problems.push({
      ...{ code: "numbers_unclear", ...at(numbers[0]) },
      expected: "numbers that can be read in one way only, or decimals said to be a point or a comma",
    });
  return {
    dates: dates === "unclear" ? "YYYY-MM-DD" : dates,
    decimals: decimals === "unclear" ? "point" : decimals,
    problems,
  };
}
