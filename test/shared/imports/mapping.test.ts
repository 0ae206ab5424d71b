import { expect, test } from "vitest";
import { importKindNames } from "../../../shared/imports/fields.ts";
import { importKinds } from "../../../shared/imports/import-kinds.ts";
import { tableOfJson } from "../../../shared/imports/json-rows.ts";
import { duplicateHeaders, mappingOf, missingColumns } from "../../../shared/imports/mapping.ts";
import { createProblems, FileBroken } from "../../../shared/imports/problem.ts";
import { createTable } from "../../../shared/imports/table.ts";

const { fields } = importKinds.readings;

function mapped(headers: string[], columns: Record<string, string> = {}, fixed: Record<string, string> = {}) {
  const wishes = { columns: new Map(Object.entries(columns)), fixed: new Map(Object.entries(fixed)) };
  const { mapping, missing } = mappingOf(headers, fields, wishes);
  const said = [...mapping].map(
    ([field, one]) => `${field} ${"fixed" in one ? `= ${one.fixed}` : one.column}`,
  );
  return { said, missing: missing.map((one) => one.header ?? one.field.name) };
}

test("headings are known by their names in any dress, each column is taken once", () => {
  expect(mapped(["DATUM", "Metric key", " Wert ", "Kanal"])).toEqual({
    ...{ said: ["metric 1", "on 0", "value 2", "segment 3"], missing: [] },
  });
  expect(mapped(["Größe", "x"]).said).toEqual([]);
  expect(mapped(["date", "metric", "value", "count"]).said).toEqual(["metric 1", "on 0", "value 2"]);
});

test("what is said goes before what is proposed, and what is refused is missing", () => {
  expect(mapped(["date", "value", "b"], { value: "b" }, { metric: "habit" }).said).toEqual([
    ...["metric = habit", "value 2", "on 0"],
  ]);
  expect(mapped(["date", "value"], { on: "" }, { metric: "habit" }).missing).toEqual(["on"]);
  expect(mapped(["date", "value"], { on: "Day of it" }, { metric: "habit" }).missing).toEqual(["Day of it"]);
});

test("missing and doubled headings are problems of the heading's line", () => {
  const { missing } = mappingOf(["a|b"], fields, { columns: new Map(), fixed: new Map() });
  const problems = missingColumns(missing, ["a|b"], 3);
  expect(problems.map((one) => [one.code, one.line, one.header])).toEqual([
    ...[
      ["missing_column", 3, "Metric"],
      ["missing_column", 3, "Day"],
      ["missing_column", 3, "Value"],
    ],
  ]);
  expect(problems[0]!.expected).toContain("delimiter");
  expect(duplicateHeaders(["a", "B", "A", "", ""], 1).map((one) => one.column)).toEqual([3]);
});

test("no two fields of a kind are known by one heading of the other's own name", () => {
  for (const name of importKindNames) {
    const kind = importKinds[name];
    const headers = kind.fields.map((one) => one.name);
    const wishes = { columns: new Map<string, string>(), fixed: new Map<string, string>() };
    const { mapping } = mappingOf(headers, kind.fields, wishes);
    kind.fields.forEach((one, place) => {
      expect([name, one.name, mapping.get(one.name)]).toEqual([name, one.name, { column: place }]);
    });
  }
});

test("rows are as wide as their heading, but for empty cells a spreadsheet adds", () => {
  const builder = createTable();
  const rows = [["a", "b", ""], ["1", "2", "", ""], ["1"], ["1", "2", "3"], ["", " "]];
  rows.forEach((cells, place) => {
    builder.add({ line: place + 1, cells });
  });
  const { headers, rows: kept, blank } = builder.end();
  expect([headers, kept, blank]).toEqual([["a", "b"], [{ line: 2, cells: ["1", "2"] }], 1]);
  expect(builder.problems.listed.map((one) => [one.code, one.line])).toEqual([
    ...[
      ["ragged_row", 3],
      ["ragged_row", 4],
    ],
  ]);
});

test("JSON is a list of flat objects, whatever their keys are called", () => {
  const hostile = JSON.parse('[{"__proto__": 1, "constructor": "x"}, {"a": null, "b": true}]');
  const table = tableOfJson(hostile);
  expect(table.headers).toEqual(["__proto__", "constructor", "a", "b"]);
  expect(table.rows[1]!.cells[3]).toBe(true);
  expect(({} as Record<string, unknown>).a).toBeUndefined();
  const problems = createProblems();
  expect(tableOfJson([{ a: 1 }, { a: { b: 1 } }], problems).rows.length).toBe(1);
  expect(problems.listed.map((one) => [one.code, one.line, one.header])).toEqual([["ragged_row", 2, "a"]]);
  for (const [what, code] of [
    [{ a: 1 }, "not_json"],
    [[1], "not_json"],
    [[], "file_empty"],
    [[{ a: "x".repeat(10_001) }], "cell_too_long"],
    [[Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`k${i}`, 1]))], "too_many_columns"],
    [Array.from({ length: 100_001 }, () => ({})), "too_many_rows"],
  ] as const)
    expect(() => tableOfJson(what), code).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    );
  expect(() => tableOfJson(null)).toThrow(FileBroken);
});
