import { expect, test } from "vitest";
import { readingId } from "../../../shared/metrics/reading-id.ts";
import { startWorld, type World } from "../../support/world.ts";

async function metricOf({ ada, mutate, id }: World): Promise<string> {
  const metricId = id();
  await mutate(ada, "metric.define", {
    ...{ id: metricId, key: "listening", name: "Listening", definition: "Minutes.", kind: "input" },
    ...{ unit: { label: "min", scale: "value", decimals: 0 }, goodDirection: "up", cadence: "daily" },
    stewardId: ada.memberId,
  });
  return metricId;
}

test("a viewer reads what everybody reads: a row's versions and a past day", async () => {
  const world = await startWorld();
  const metricId = await metricOf(world);
  const vera = await world.admit("viewer", "Vera");
  const { body } = await vera.at.get(`/api/history/metric/${metricId}`);
  expect(body).toMatchObject({ more: false, versions: [{ actorId: world.ada.memberId, deleted: false }] });
  const day = await vera.at.get("/api/as-of?on=2026-03-02");
  expect(day.headers.get("content-type")).toMatch(/^application\/json/);
  expect(day.body.rows.map((row: { kind: string }) => row.kind)).toContain("metric");
  expect(day.body.next).toBeUndefined();
});

test("a reading's version is found though its id holds slashes, percent signs and spaces", async () => {
  const world = await startWorld();
  const metricId = await metricOf(world);
  const said = { metricId, on: "2026-03-01", segment: "iOS / Wi-Fi 100 %", source: "ö & ? #" };
  await world.mutate(world.ada, "reading.record", { ...said, value: 4 });
  await world.mutate(world.ada, "reading.record", { ...said, value: 5 });
  const { status, body } = await world.ada.at.get(
    `/api/history/reading/${encodeURIComponent(readingId(said))}`,
  );
  expect([status, body.versions?.map((one: { body: { value: number } }) => one.body.value)]).toEqual([
    200,
    [5, 4],
  ]);
});

test("Cleo learns nothing of Ada's rows, by their ids or by naming Ada's workspace", async () => {
  const world = await startWorld();
  const { ada, cleo, id } = world;
  const metricId = await metricOf(world);
  // Her history is the longer one, so that no revision of Ada's is beyond it.
  for (let i = 0; i < 20; i += 1) await world.mutate(cleo, "workspace.rename", { name: `Elsewhere ${i}` });
  const [theirs, nobodys] = [
    await cleo.at.get(`/api/history/metric/${metricId}`),
    await cleo.at.get(`/api/history/metric/${id()}`),
  ];
  expect([theirs.status, theirs.body.error]).toEqual([404, nobodys.body.error]);
  for (const path of [`/api/history/metric/${metricId}?`, "/api/as-of?on=2026-03-02&"])
    expect((await cleo.at.get(`${path}workspace=${ada.workspaceId}`)).body.error.code).toBe("not_a_member");
  const hers = (await cleo.at.get("/api/as-of?on=2026-03-02")).body.rows;
  expect(hers.map((row: { kind: string }) => row.kind)).toEqual(["member", "workspace"]);
});

test("what cannot be asked is refused with the field that is wrong", async () => {
  const { ada, id } = await startWorld();
  const asked: [path: string, status: number, field?: string][] = [
    ["/api/as-of", 400, "on"],
    ["/api/as-of?on=2026-02-30", 400, "on"],
    ["/api/as-of?on=yesterday", 400, "on"],
    ["/api/as-of?on=2026-03-04", 400, "on"],
    ["/api/as-of?on=2026-03-02&cycle=x", 400, "cycle"],
    [`/api/as-of?on=2026-03-02&cycle=${id()}`, 404, "cycle"],
    ["/api/as-of?on=2026-03-02&kind=metric,secret", 400, "kind"],
    ["/api/as-of?on=2026-03-02&kind=", 400, "kind"],
    ["/api/as-of?on=2026-03-02&after='; drop table row;--", 400, "after"],
    ["/api/history/secret/1", 404],
    [`/api/history/metric/${encodeURIComponent("' or 1=1 --")}`, 404],
    ["/api/history/metric/x?before=0", 400, "before"],
    ["/api/history/metric/x?before=many", 400, "before"],
  ];
  for (const [path, status, field] of asked) {
    const answer = await ada.at.get(path);
    expect([path, answer.status, answer.body.error.field]).toEqual([path, status, field]);
  }
});
