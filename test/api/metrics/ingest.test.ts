import { expect, test } from "vitest";
import { readingId } from "../../../shared/metrics/reading-id.ts";
import { metricBy, program, readingsOf, tokenBy } from "../../support/program.ts";
import { startWorld } from "../../support/world.ts";

async function warehouse(terms: object = {}) {
  const world = await startWorld();
  const metricId = await metricBy(world, world.ada, "plays");
  const { id, secret } = await tokenBy(world.ada, terms);
  return { ...world, world, metricId, tokenId: id, secret, sender: program(world.stranger(), secret) };
}

test("one reading or many come in with the token's name as their source, and everybody pulls them", async () => {
  const { world, sender, ben, metricId, ada } = await warehouse();
  const one = await sender.post("plays", { on: "2026-03-01", value: 12.5, note: "late" });
  expect([one.status, one.body]).toEqual([200, { accepted: 1, changed: 1, unchanged: 0 }]);
  const many = await sender.post("plays", [
    { on: "2026-02-27", value: 1, segment: "iOS" },
    { on: "2026-02-27", value: 2, segment: "Android" },
    { on: "2026-02-28", value: -3e4 },
  ]);
  expect(many.body).toEqual({ accepted: 3, changed: 3, unchanged: 0 });
  expect(await readingsOf(world)).toEqual([
    ["2026-02-27", 2, "Android", "warehouse"],
    ["2026-02-27", 1, "iOS", "warehouse"],
    ["2026-02-28", -30000, null, "warehouse"],
    ["2026-03-01", 12.5, null, "warehouse"],
  ]);
  const id = readingId({ metricId, on: "2026-03-01", source: "warehouse" });
  const { body } = await ben.at.get(`/api/history/reading/${encodeURIComponent(id)}`);
  expect(body.versions[0]).toMatchObject({ actorId: ada.memberId, body: { note: "late" } });
});

test("the same again changes nothing and says so; another value corrects, and the first again counts too", async () => {
  const { world, sender, northing } = await warehouse();
  const readings = [
    { on: "2026-02-28", value: 1 },
    { on: "2026-03-01", value: 2 },
  ];
  await sender.post("plays", readings);
  const [before] = await northing.database.read("select revision from workspace");
  expect((await sender.post("plays", readings)).body).toEqual({ accepted: 2, changed: 0, unchanged: 2 });
  expect(await northing.database.read("select revision from workspace")).toContainEqual(before);
  readings[1]!.value = 3;
  expect((await sender.post("plays", readings)).body).toEqual({ accepted: 2, changed: 1, unchanged: 1 });
  readings[1]!.value = 2;
  expect((await sender.post("plays", readings)).body).toEqual({ accepted: 2, changed: 1, unchanged: 1 });
  expect((await readingsOf(world))[1]).toEqual(["2026-03-01", 2, null, "warehouse"]);
});

test("another token's reading of the same day stands beside the first", async () => {
  const { world, sender, ada, stranger } = await warehouse();
  const other = program(stranger(), (await tokenBy(ada, { name: "billing" })).secret);
  await sender.post("plays", { on: "2026-03-01", value: 1 });
  await other.post("plays", { on: "2026-03-01", value: 2 });
  expect(await readingsOf(world)).toEqual([
    ["2026-03-01", 2, null, "billing"],
    ["2026-03-01", 1, null, "warehouse"],
  ]);
});

test("five thousand readings come in by one request, in revisions of at most five hundred rows", async () => {
  const { sender, northing } = await warehouse();
  const first = Date.UTC(2012, 0, 1);
  const readings = Array.from({ length: 5000 }, (_, i) => ({
    on: new Date(first + i * 86_400_000).toISOString().slice(0, 10),
    value: i,
  }));
  expect((await sender.post("plays", readings)).body).toEqual({
    accepted: 5000,
    changed: 5000,
    unchanged: 0,
  });
  const sizes = await northing.database.read(
    "select count(*) as n from row where kind = 'reading' group by revision",
  );
  expect(sizes.map((one) => one.n)).toEqual(Array.from({ length: 10 }, () => 500));
  readings[4321]!.value = -1;
  expect((await sender.post("plays", readings)).body).toEqual({
    accepted: 5000,
    changed: 1,
    unchanged: 4999,
  });
});

test("an item that is wrong refuses the whole request, names its place and says what was expected", async () => {
  const { world, sender } = await warehouse();
  const good = { on: "2026-03-01", value: 1 };
  const wrong: [item: unknown, field: string, expected: string][] = [
    [{ ...good, value: "12" }, "2.value", "a number, without quotes"],
    [{ ...good, value: null }, "2.value", "a number, without quotes"],
    [{ on: "2026-02-27" }, "2.value", "a number, without quotes"],
    [{ value: 1 }, "2.on", "a day such as 2026-11-23"],
    [{ ...good, on: "01.03.2026" }, "2.on", "a day such as 2026-11-23"],
    [{ ...good, on: "2026-02-29" }, "2.on", "a day such as 2026-11-23"],
    [{ ...good, on: "2026-3-1" }, "2.on", "a day such as 2026-11-23"],
    [{ ...good, on: "2026-03-01T00:00:00Z" }, "2.on", "a day such as 2026-11-23"],
    [{ ...good, on: "2026-03-04" }, "2.on", "today or an earlier day"],
    [{ ...good, on: "2026-03-03" }, "2.on", "today or an earlier day"],
    [{ ...good, segment: "" }, "2.segment", "a text of 1 to 80 characters, or none"],
    [{ ...good, note: "x".repeat(501) }, "2.note", "a text of at most 500 characters, or none"],
    [{ ...good, source: "mine" }, "2.source", "on, value, segment and note, nothing else"],
    [{ ...good, constructor: 1 }, "2.constructor", "on, value, segment and note, nothing else"],
    [7, "2", "on, value, segment and note, nothing else"],
    [{ ...good, on: "2026-02-26" }, "2.on", "each day and segment once; item 0 has it already"],
  ];
  for (const [item, field, expected] of wrong) {
    const body = [{ ...good, on: "2026-02-26" }, { ...good, on: "2026-02-27" }, item];
    const { status, body: answer } = await sender.post("plays", body);
    expect([item, status, answer.error.field]).toEqual([item, 400, field]);
    expect(answer.error.message).toContain(`Expected ${expected}.`);
  }
  const alone = await sender.post("plays", { on: "2026-03-04", value: 1 });
  expect([alone.status, alone.body.error.field]).toEqual([400, "on"]);
  expect(await readingsOf(world)).toEqual([]);
});

test("the last of thousands being wrong keeps the first from being stored", async () => {
  const { world, sender } = await warehouse();
  const readings = Array.from({ length: 1200 }, (_, i) => ({
    on: new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10),
    value: i,
  }));
  const answer = await sender.post("plays", [...readings, { on: "2026-03-04", value: 1 }]);
  expect([answer.status, answer.body.error.field]).toEqual([400, "1200.on"]);
  expect(await readingsOf(world)).toEqual([]);
});

test("a ratio sent as percent is taken and warned of; one that may be above one is not", async () => {
  const { world, ada, sender } = await warehouse();
  await metricBy(world, ada, "share", { unit: { label: "", scale: "ratio", decimals: 1 } });
  const percent = await sender.post("share", { on: "2026-03-01", value: 45 });
  expect(percent.body).toMatchObject({ changed: 1, warnings: [{ code: "percent_suspected" }] });
  const some = [
    { on: "2026-03-01", value: 45 },
    { on: "2026-02-28", value: 1.4 },
  ];
  expect((await sender.post("share", some)).body.warnings).toBeUndefined();
  expect((await sender.post("plays", { on: "2026-03-01", value: 45 })).body.warnings).toBeUndefined();
});

test("a metric that was retired takes nothing more, and says why", async () => {
  const { world, ada, sender, metricId } = await warehouse();
  await world.mutate(ada, "metric.retire", { metricId });
  const { status, body } = await sender.post("plays", { on: "2026-03-01", value: 1 });
  expect([status, body.error.field]).toEqual([400, "key"]);
  expect(body.error.message).toContain("this one was retired");
});
