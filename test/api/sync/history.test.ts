import { expect, test } from "vitest";
import { type AsOfRequest, asOf, rowHistory } from "../../../api/sync/history.ts";
import type { Kind } from "../../../shared/sync/catalog.ts";
import { kinds } from "../../../shared/sync/kinds.ts";
import type { WireRow } from "../../../shared/sync/protocol.ts";
import { createClock } from "../../simulation/clock.ts";
import { applied, type Company, newId, openHarbour, pullAll } from "../../support/company.ts";
import { describeOnBoth } from "../../support/database.ts";

const hour = 3_600_000;
type Harbour = Awaited<ReturnType<typeof openHarbour>>;

/** Every page of a day. */
async function standing({ database, world, company }: Harbour, asked: Partial<AsOfRequest> & { on: string }) {
  const deps = { database, now: () => world.now() };
  const rows: WireRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = JSON.parse(await asOf(deps, company.id, { kinds, after, ...asked }));
    rows.push(...page.rows);
    after = page.next;
    if (after === undefined) return rows;
  }
}

const byKey = (rows: Iterable<WireRow>) =>
  new Map([...rows].filter((row) => !row.deleted).map((row) => [`${row.kind} ${row.id}`, row]));

/** One random act of Ada's or Ben's. */
function act(chance: ReturnType<typeof createClock>, company: Company, said: string[]) {
  const word = `Word ${chance.below(1000)}`;
  const { metricId, objectiveId } = company;
  const keyResultId = chance.pick(company.keyResultIds);
  const ada = (name: string, args: object) => ({ by: company.ada, name, args });
  const ben = (name: string, args: object) => ({ by: company.ben, name, args });
  const checkIn = () => {
    const id = newId();
    said.push(id);
    const blocked = chance.chance(0.5) ? { blocked: word } : {};
    return ben("check-in.record", { id, keyResultId, value: chance.below(90), confidence: 5, ...blocked });
  };
  const acts = [
    () => ada("workspace.rename", { name: word }),
    () => ada("member.rename", { memberId: company.ada.memberId, name: word }),
    () => ada("metric.revise", { metricId, definition: word }),
    () => ada("objective.revise", { objectiveId, title: word }),
    () => ada("key-result.revise", { keyResultId, title: word }),
    () => ada("squad.form", { id: newId(), name: `${word} ${newId()}` }),
    () => ada("reading.record", { metricId, on: "2026-11-02", value: chance.below(9) }),
    checkIn,
    checkIn,
    // Taking a blocker back leaves a tombstone.
    () => {
      const checkInId = said.pop();
      return checkInId === undefined ? checkIn() : ben("check-in.retract", { id: newId(), checkInId });
    },
  ];
  return chance.pick(acts)();
}

describeOnBoth("history", (ground) => {
  test("any past day stands again as it was at its end, whatever was done since", async () => {
    for (let seed = 1; seed <= (ground.name === "file" ? 6 : 2); seed += 1) {
      const harbour = await openHarbour(ground, 3);
      const { sync, world, company } = harbour;
      const chance = createClock(seed, 0);
      const said: string[] = [];
      const kept = new Map<string, Map<string, WireRow>>();
      world.time = Date.parse("2026-11-23T00:00:00Z");
      for (let day = 0; day < 8; day += 1) {
        const on = new Date(world.time).toISOString().slice(0, 10);
        const moments = Array.from({ length: chance.below(9) }, () => chance.below(24 * 3600 * 1000));
        const midnight = world.time;
        for (const moment of moments.sort((a, b) => a - b)) {
          world.time = midnight + moment;
          const { by, name, args } = act(chance, company, said);
          const at = new Date(world.time).toISOString();
          await sync.apply(company.id, by, [{ id: newId(), name, args, at }]);
        }
        kept.set(on, byKey((await pullAll(sync, company.ada)).rows.values()));
        world.time = midnight + 24 * hour;
      }
      for (const [on, rows] of kept) expect(byKey(await standing(harbour, { on }))).toEqual(rows);
      const tombs = await harbour.database.read("select 1 from row where deleted = 1");
      if (seed === 1) expect(tombs.length).toBeGreaterThan(0);
    }
  });

  test("a day ends at midnight of the workspace's zone", async () => {
    const harbour = await openHarbour(ground);
    const { sync, world, company } = harbour;
    await applied(sync, company.id, company.ada, [["workspace.set-zone", { zone: "America/New_York" }]]);
    const nameOn = async (on: string) =>
      (await standing(harbour, { on, kinds: ["workspace"] }))[0]?.body?.name;
    world.time = Date.parse("2026-11-25T04:59:59Z");
    await applied(sync, company.id, company.ada, [["workspace.rename", { name: "Late on the 24th" }]]);
    world.time = Date.parse("2026-11-25T05:00:00Z");
    await applied(sync, company.id, company.ada, [["workspace.rename", { name: "Early on the 25th" }]]);
    expect(await nameOn("2026-11-23")).toBe("Harbour");
    expect(await nameOn("2026-11-24")).toBe("Late on the 24th");
    expect(await nameOn("2026-11-25")).toBe("Early on the 25th");
  });

  test("before the first day there is nothing, and a day that has not begun is refused", async () => {
    const harbour = await openHarbour(ground);
    expect(await standing(harbour, { on: "2020-01-01" })).toEqual([]);
    await expect(standing(harbour, { on: "2026-11-24" })).rejects.toMatchObject({
      code: "invalid_request",
      field: "on",
    });
  });

  test("one commit under a clock that was wrong stands for no other day", async () => {
    for (const wrong of ["2019-05-05T12:00:00Z", "2031-05-05T12:00:00Z"]) {
      const harbour = await openHarbour(ground);
      const { sync, world, company } = harbour;
      const rename = (name: string) =>
        applied(sync, company.id, company.ada, [["workspace.rename", { name }]]);
      world.time = Date.parse(wrong);
      await rename("Wrong clock");
      world.time = Date.parse("2026-11-26T12:00:00Z");
      await rename("Right again");
      world.time = Date.parse("2026-11-30T12:00:00Z");
      const on = async (day: string) =>
        (await standing(harbour, { on: day, kinds: ["workspace"] }))[0]?.body?.name;
      expect([await on("2026-11-23"), await on("2026-11-26")]).toEqual(["Harbour", "Right again"]);
    }
  });

  test("of one cycle come its rows and those of no cycle; a cycle that is not here is refused", async () => {
    const harbour = await openHarbour(ground, 2);
    const { sync, company } = harbour;
    const next = newId();
    await applied(sync, company.id, company.ada, [
      ["cycle.open", { id: next, name: "Q1", startsOn: "2027-01-01", endsOn: "2027-03-31" }],
      ["objective.draft", { id: newId(), cycleId: next, title: "Next year" }],
    ]);
    const titles = async (cycleId: string) => {
      const wanted: Kind[] = ["objective", "metric"];
      const found = await standing(harbour, { on: "2026-11-23", cycleId, kinds: wanted });
      return found.map((row) => row.body?.title ?? row.body?.name);
    };
    expect(await titles(company.cycleId)).toEqual(["Listening", "Be the daily companion"]);
    expect(await titles(next)).toEqual(["Listening", "Next year"]);
    await expect(titles(newId())).rejects.toMatchObject({ code: "not_found", field: "cycle" });
  });

  test("pages stand at one revision, though work goes on between them", async () => {
    const harbour = await openHarbour(ground);
    const { sync, database, company, world } = harbour;
    const squads = Array.from({ length: 2100 }, (_, i): [string, object] => [
      "squad.form",
      { id: newId(), name: `Squad ${i}` },
    ]);
    await applied(sync, company.id, company.ada, squads);
    const deps = { database, now: () => world.now() };
    const asked = { on: "2026-11-23", kinds };
    const first = JSON.parse(await asOf(deps, company.id, asked));
    await applied(sync, company.id, company.ada, [["workspace.rename", { name: "Changed meanwhile" }]]);
    const second = JSON.parse(await asOf(deps, company.id, { ...asked, after: first.next }));
    expect([first.rows.length, second.next, second.revision]).toEqual([2000, undefined, first.revision]);
    const all = byKey([...first.rows, ...second.rows]);
    expect(all.size).toBe(2100 + 8);
    expect([...all.values()].find((row) => row.kind === "workspace")?.body?.name).toBe("Harbour");
    for (const after of ["x", "1/", "-1/squad/a", "1/squad/", `${"9".repeat(40)}/squad/a`])
      await expect(asOf(deps, company.id, { ...asked, after })).rejects.toMatchObject({ field: "after" });
  });

  test("a row's versions name who made them and when, the newest first, in pages", async () => {
    const { sync, database, company, world } = await openHarbour(ground);
    const deps = { database, now: () => world.now() };
    const [keyResultId] = company.keyResultIds;
    const wanted = { kind: "key-result" as const, id: keyResultId! };
    world.time += hour;
    await applied(sync, company.id, company.ada, [["key-result.revise", { keyResultId, title: "Sharper" }]]);
    const { versions, more } = await rowHistory(deps, company.id, wanted);
    expect(
      versions.map(({ body, at, actorId }) => [body?.title, body?.state, at.slice(11, 13), actorId]),
    ).toEqual([
      ["Sharper", "committed", "10", company.ada.memberId],
      ["Listening rises, part 0", "committed", "09", company.ada.memberId],
      ["Listening rises, part 0", "draft", "09", company.ada.memberId],
    ]);
    expect([more, versions.every((one) => !one.deleted)]).toEqual([false, true]);
    const older = await rowHistory(deps, company.id, { ...wanted, before: versions[0]!.revision });
    expect(older.versions).toEqual(versions.slice(1));
    await expect(rowHistory(deps, newId(), wanted)).rejects.toMatchObject({ code: "not_found" });
    const titles = Array.from({ length: 230 }, (_, i): [string, object] => [
      "key-result.revise",
      { keyResultId, title: `Title ${i}` },
    ]);
    await applied(sync, company.id, company.ada, titles);
    const page = await rowHistory(deps, company.id, wanted);
    const rest = await rowHistory(deps, company.id, { ...wanted, before: page.versions.at(-1)!.revision });
    expect([page.versions.length, page.more, rest.versions.length, rest.more]).toEqual([
      200,
      true,
      33,
      false,
    ]);
  });
});
