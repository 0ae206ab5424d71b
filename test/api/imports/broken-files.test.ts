import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { everythingIn, plannedNorthwind, problemsOf, sendFile } from "../../support/importing.ts";
import { startWorld } from "../../support/world.ts";

const folder = new URL("../../data/imports/", import.meta.url);

/** Every file that must not get in, with all that is to be said of it. They are readings unless they say otherwise. */
const broken: Record<string, string[]> = {
  "ambiguous-key-result": ["2:3 unknown_reference", "3:2 unknown_reference", "4:1 cell_empty"],
  "bad-dates": ["2:2 bad_date", "4:2 bad_date", "5:2 bad_date", "6:2 cell_empty"],
  blank: ["1 file_empty"],
  bom: ["3:2 bad_date"],
  "duplicate-headers": ["1:4 duplicate_header"],
  "duplicate-lines": ["4:2 duplicate_line"],
  empty: ["1 file_empty"],
  "formula-cells": [
    ...[
      "2:4 formula",
      "3:4 formula",
      "4:4 formula",
      "5:4 formula",
      "6:3 formula",
      "7:4 formula",
      "8:4 formula",
    ],
  ],
  "future-date": ["3:2 reading_in_future"],
  "giant-cell": ["3:4 cell_too_long"],
  infinity: ["2:3 bad_number", "3:3 bad_number", "4:3 bad_number", "5:3 bad_number", "6:3 bad_number"],
  "invalid-utf-8": ["3:4 unreadable_character"],
  "missing-column": ["1 missing_column"],
  "mixed-line-ends": ["5:3 bad_number"],
  "nul-bytes": ["3:3 not_text"],
  "number-with-text": [
    "2:3 bad_number",
    "3:3 bad_number",
    "4:3 cell_empty",
    "5:3 bad_number",
    "6:3 bad_number",
  ],
  "only-headers": ["1 no_rows"],
  "ragged-rows": ["2 ragged_row", "3 ragged_row"],
  "retired-metric": ["2:1 metric_retired"],
  "text-after-quote": ["3:4 text_after_quote"],
  "too-many-columns": ["1:201 too_many_columns"],
  "unclear-dates": ["1:2 dates_unclear"],
  "unclear-numbers": ["1:3 numbers_unclear"],
  "unclosed-quote": ["3:4 quote_not_closed"],
  "unknown-metric": ["2:1 unknown_reference"],
  "utf-16be": ["3:2 bad_date"],
  "utf-16le": ["3:2 bad_date"],
  "utf-16le-without-bom": ["3:2 bad_date"],
  workbook: ["1 not_text"],
  "wrong-delimiter": ["1 missing_column", "1 missing_column", "1 missing_column"],
};

test("every broken file is explained by line and column, and changes nothing", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const files = readdirSync(folder).filter((one) => one.endsWith(".csv"));
  expect(files.map((one) => one.replace(".csv", "")).sort()).toEqual(Object.keys(broken).sort());
  const before = await everythingIn(world);
  for (const [name, expected] of Object.entries(broken)) {
    const bytes = new Uint8Array(readFileSync(new URL(`${name}.csv`, folder)));
    const kind = name.includes("key-result") ? "bets" : "readings";
    const dry = await sendFile(world.ada, kind, bytes, { "dry-run": "1" });
    expect({ [name]: problemsOf(dry) }).toEqual({ [name]: expected });
    expect([name, dry.status, dry.report.problemCount]).toEqual([name, 200, expected.length]);
    for (const problem of dry.report.problems) expect(problem.expected.length, name).toBeGreaterThan(8);
    const wet = await sendFile(world.ada, kind, bytes);
    expect([name, wet.status, wet.code, problemsOf(wet)]).toEqual([name, 422, "import_refused", expected]);
    expect(await everythingIn(world), name).toBe(before);
  }
}, 60_000);

test("what stands where is said: the heading, what was found and what was expected", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const { report } = await sendFile(
    world.ada,
    "readings",
    "metric,Tag,value\nminutes,31.02.2026,1\nminutes,1.2.2026,2\n",
    {
      "dry-run": "1",
    },
  );
  expect(report.problems).toEqual([
    {
      code: "bad_date",
      line: 2,
      column: 2,
      header: "Tag",
      found: "31.02.2026",
      expected: "a day as DD.MM.YYYY",
    },
  ]);
});

test("a cell of a gigabyte is refused while it arrives, after a few hundred kilobytes", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const head = new TextEncoder().encode('metric,on,value,note\nminutes,2026-02-02,1,"');
  for (const params of [{ "dry-run": "1" }, {}]) {
    let [pulled, cancelled] = [0, false];
    const piece = new Uint8Array(16_384).fill(120);
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        if (pulled > 65_536) controller.close();
        else controller.enqueue(pulled === 1 ? head : piece);
      },
      cancel() {
        cancelled = true;
      },
    });
    const { report } = await sendFile(world.ada, "readings", endless, params);
    expect(problemsOf({ report })).toEqual(["2:4 cell_too_long"]);
    expect([pulled < 20, cancelled]).toEqual([true, true]);
  }
});

test("a file of endless short lines is refused at its 100,001st, and one too heavy at its 32nd megabyte", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const lines = `metric,on,value\n${"minutes,2026-02-02,1\n".repeat(100_002)}`;
  const { report } = await sendFile(world.ada, "readings", lines, { "dry-run": "1" });
  expect(problemsOf({ report })).toEqual(["100002 too_many_rows"]);
  const empty = await sendFile(world.ada, "readings", "\n".repeat(100_010), { "dry-run": "1" });
  expect(problemsOf(empty)).toEqual(["100002 too_many_rows"]);
  const wide = `metric,on,value\n${`minutes,2026-02-02,1,${"x".repeat(9000)}\n`.repeat(4000)}`;
  const heavy = await sendFile(world.ada, "readings", wide, { "dry-run": "1" });
  expect(heavy.report.problems.some((one) => one.code === "file_too_large")).toBe(true);
}, 60_000);

test("thousands of problems are counted, and the first 200 listed", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const lines = `metric,on,value\n${"minutes,never,1\n".repeat(5000)}`;
  const { report } = await sendFile(world.ada, "readings", lines, { "dry-run": "1" });
  expect([report.problems.length, report.problemCount]).toEqual([200, 5000]);
});

test("another encoding is read when it is said, and ids of another workspace are unknown here", async () => {
  const world = await startWorld();
  const ids = await plannedNorthwind(world);
  const bytes = new Uint8Array(readFileSync(new URL("invalid-utf-8.csv", folder)));
  const said = await sendFile(world.ada, "readings", bytes, { "dry-run": "1", encoding: "windows-1252" });
  expect([said.report.problems, said.report.sample[1]!.values.note]).toEqual([[], "café"]);
  const theirs = [{ metric: ids.minutes, on: "2026-02-02", value: 1 }];
  const foreign = await sendFile(world.cleo, "readings", theirs, { "dry-run": "1" });
  expect(problemsOf(foreign)).toEqual(["1:1 unknown_reference"]);
});
