import { describe, expect, test } from "vitest";
import { applyAll, everythingIn, plannedNorthwind, problemsOf, sendFile } from "../../support/importing.ts";
import { startWorld } from "../../support/world.ts";

const file = `Date;Metric;Value;Segment;Comment
02.02.2026;habit;31,2 %;iOS;"a ""good"" week;
and more"
09.02.2026;minutes;1.234,5;;
`;

async function readingsIn({ northing }: Awaited<ReturnType<typeof startWorld>>) {
  const rows = await northing.database.read("select body from row where kind = 'reading' order by id");
  return rows.map((row) => JSON.parse(String(row.body)));
}

describe("a file of readings", () => {
  test("is understood by its headings, its delimiter, its days and its numbers, and a dry run changes nothing", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const before = await everythingIn(world);
    const { status, report } = await sendFile(world.ada, "readings", file, { "dry-run": "1" });
    expect(status).toBe(200);
    expect(report.problems).toEqual([]);
    expect(report.format).toEqual({
      ...{ type: "csv", encoding: "utf-8", delimiter: ";", dates: "DD.MM.YYYY", decimals: "comma" },
    });
    expect(report.columns.map((one) => one.field)).toEqual(["on", "metric", "value", "segment", "note"]);
    expect(report.counts).toEqual({ new: 2, changed: 0, unchanged: 0 });
    expect(report.sample[0]).toEqual({
      line: 2,
      values: {
        ...{ on: "2026-02-02", metric: "habit", value: "31.2 %", segment: "iOS" },
        note: 'a "good" week;\nand more',
      },
    });
    expect(report.sample[1]!.line).toBe(4);
    expect(await everythingIn(world)).toBe(before);
    expect(ids.habit).toBeDefined();
  });

  test("arrives through the rules, is told as done, and a second time changes nothing more", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const { status, job } = await sendFile(world.ada, "readings", file, { name: "weeks.csv" });
    expect([status, job.state, job.rows, job.applied]).toEqual([202, "waiting", 2, 0]);
    expect(await readingsIn(world)).toEqual([]);
    await applyAll(world);
    const told = (await world.ada.at.get(`/api/imports/${job.id}`)).body;
    expect(told.import).toMatchObject({
      state: "done",
      applied: 2,
      fileName: "weeks.csv",
      by: world.ada.memberId,
    });
    const source = "import";
    expect((await readingsIn(world)).sort((a, b) => a.value - b.value)).toEqual([
      expect.objectContaining({
        metricId: ids.habit,
        on: "2026-02-02",
        value: 0.312,
        segment: "iOS",
        source,
      }),
      { metricId: ids.minutes, on: "2026-02-09", value: 1234.5, source, recordedBy: world.ada.memberId },
    ]);
    const again = await sendFile(world.ada, "readings", file, { "dry-run": "" });
    expect(again.report.counts).toEqual({ new: 0, changed: 0, unchanged: 2 });
    const corrected = await sendFile(world.ada, "readings", file.replace("1.234,5", "1.300,0"), {
      "dry-run": "1",
    });
    expect(corrected.report.counts).toEqual({ new: 0, changed: 1, unchanged: 1 });
    expect(await world.northing.database.read("select * from import_chunk")).toEqual([]);
  });

  test("may come as JSON, and with one metric for all rows", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const rows = [
      { on: "2026-02-02", value: 0.3 },
      { on: "2026-02-09", value: "0.4", segment: null },
    ];
    const fixed = { "fixed.metric": "habit" };
    const { report } = await sendFile(world.ada, "readings", rows, { ...fixed, "dry-run": "1" });
    expect([report.problems, report.counts.new, report.fixed]).toEqual([[], 2, { metric: "habit" }]);
    await sendFile(world.ada, "readings", rows, fixed);
    await applyAll(world);
    expect((await readingsIn(world)).map((one) => one.value)).toEqual([0.3, 0.4]);
  });

  test("takes the columns it is told, whatever their headings say", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const { report } = await sendFile(world.ada, "readings", "when,date,n\n2026-02-02,x,5\n", {
      ...{ "dry-run": "1", "column.on": "when", "column.value": "n", "fixed.metric": "minutes" },
    });
    expect([report.problems, report.columns]).toEqual([
      [],
      [{ header: "when", field: "on" }, { header: "date" }, { header: "n", field: "value" }],
    ]);
  });

  test("may be what a spreadsheet calls Unicode text: UTF-16 with tabs, a mark before and empty columns after", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const text = "\ufeffDatum\tKennzahl\tWert\t\t\r\n02.02.2026\tMinutes\t1 234,5\t\t\r\n\t\t\t\t\r\n";
    for (const swap of [false, true]) {
      const bytes = Buffer.from(text, "utf16le");
      const { report } = await sendFile(world.ada, "readings", swap ? bytes.swap16() : bytes, {
        "dry-run": "1",
      });
      expect([report.problems, report.counts.new, report.blank]).toEqual([[], 1, 1]);
      expect(report.format).toMatchObject({ encoding: swap ? "utf-16be" : "utf-16le", delimiter: "\t" });
      expect(report.sample[0]!.values).toEqual({ on: "2026-02-02", metric: "Minutes", value: "1234.5" });
    }
  });

  test("may hold percents without their sign, if that is said", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    await sendFile(world.ada, "readings", "metric,on,value\nhabit,2026-02-02,31.2\n", { percent: "1" });
    await applyAll(world);
    expect((await readingsIn(world))[0].value).toBe(0.312);
  });

  test("is refused where policy refuses, line by line: a member records only what is theirs", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const rows = "metric,on,value\nhabit,2026-02-02,0.3\nminutes,2026-02-02,30\n";
    const before = await everythingIn(world);
    const { status, code, report, ...answer } = await sendFile(world.ben, "readings", rows);
    expect([status, code, problemsOf({ report })]).toEqual([422, "import_refused", ["2 forbidden"]]);
    expect(answer.job).toBeUndefined();
    expect(await everythingIn(world)).toBe(before);
    const viewer = await world.admit("viewer", "Vera");
    expect((await sendFile(viewer, "readings", rows)).code).toBe("forbidden");
    expect((await sendFile(world.cleo, "readings", rows, { "dry-run": "1" })).report.problems[0]!.code).toBe(
      "unknown_reference",
    );
  });
});
