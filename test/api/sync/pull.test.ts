import { expect, test } from "vitest";
import { beginEpoch } from "../../../api/sync/store.ts";
import { catalogVersion } from "../../../shared/sync/kinds.ts";
import {
  applied,
  checkIn,
  foundCompany,
  monday,
  mutation,
  newId,
  openHarbour,
  pullAll,
  round,
} from "../../support/company.ts";
import { describeOnBoth } from "../../support/database.ts";

describeOnBoth("pull", (ground) => {
  const harbour = (keyResults?: number) => openHarbour(ground, keyResults);

  test("a new device gets every row once, a second pull nothing", async () => {
    const { sync, company } = await harbour(3);
    const { rows, cursor } = await pullAll(sync, company.ben);
    expect([...rows.values()].map((one) => one.kind).sort()).toEqual(
      ["cycle", "key-result", "key-result", "key-result", "member", "member", "metric"].concat([
        "north-star",
        "objective",
        "workspace",
      ]),
    );
    const again = await round(sync, company.ben, [], { cursor });
    expect([again.rows, again.cursor, again.more, again.reset]).toEqual([[], cursor, false, undefined]);
  });

  test("any page size brings the same rows to the same cursor", async () => {
    const { sync, company } = await harbour(7);
    await round(
      sync,
      company.ben,
      company.keyResultIds.map((one) => checkIn(one, { blocked: "Stuck" })),
    );
    const whole = await pullAll(sync, company.ben);
    for (const limit of [1, 2, 3, 5, 8]) {
      const paged = await pullAll(sync, company.ben, { limit });
      expect(paged.pages).toBeGreaterThan(1);
      expect(paged.cursor).toEqual(whole.cursor);
      expect(paged.rows).toEqual(whole.rows);
    }
  });

  test("a page never ends inside a mutation; one that is larger than a page comes whole", async () => {
    const { sync, company } = await harbour(9);
    let cursor = null;
    for (let more = true; more; ) {
      const answer = await round(sync, company.ben, [], { cursor, limit: 4 });
      const last = answer.rows.at(-1)!.revision;
      const above = await round(sync, company.ben, [], { cursor: answer.cursor, limit: 4 });
      expect(above.rows.every((one) => one.revision > last)).toBe(true);
      const large = answer.rows.length > 4;
      if (large) expect(new Set(answer.rows.map((one) => one.revision)).size).toBe(1);
      ({ cursor, more } = answer);
    }
    const committed = (await pullAll(sync, company.ben)).rows.get(`key-result ${company.keyResultIds[0]}`);
    const together = await round(sync, company.ben, [], { limit: 4 });
    expect(committed?.revision).toBeGreaterThan(together.cursor.revision);
  });

  test("a limit of nothing flushes only: the cursor stays, and says whether there is more", async () => {
    const { sync, company } = await harbour();
    const { cursor } = await pullAll(sync, company.ben);
    const sent = checkIn(company.keyResultIds[0]!);
    const answer = await round(sync, company.ben, [sent], { cursor, limit: 0 });
    expect(answer.results).toMatchObject([{ outcome: "applied" }]);
    expect([answer.rows, answer.cursor, answer.more]).toEqual([[], cursor, true]);
    const fresh = await round(sync, company.ben, [], { limit: 0 });
    expect([fresh.rows, fresh.cursor.revision, fresh.more]).toEqual([[], 0, true]);
  });

  test("a body travels byte for byte as it is stored", async () => {
    const { sync, company, database } = await harbour();
    const note = 'ö 𝄞 "quoted" \u2028 \\ </script>';
    const sent = checkIn(company.keyResultIds[0]!, { note, value: 0.1 + 0.2 });
    await round(sync, company.ben, [sent]);
    const text = await sync.handle(
      { protocol: 1, deviceId: newId(), now: new Date(monday).toISOString(), cursor: null, mutations: [] },
      company.ben,
    );
    const [stored] = await database.read("select body from row where id = ?", [String(sent.args.id)]);
    expect(text).toContain(`"body":${stored?.body}`);
    const row = JSON.parse(text).rows.find((one: { id: string }) => one.id === sent.args.id);
    expect(row.body).toMatchObject({ note, value: 0.1 + 0.2 });
  });

  test("a deleted row comes as a tombstone, also to a device that never saw it", async () => {
    const { sync, company } = await harbour();
    const sent = checkIn(company.keyResultIds[0]!, { blocked: "Stuck" });
    await round(sync, company.ben, [sent]);
    await round(sync, company.ben, [mutation("check-in.retract", { id: newId(), checkInId: sent.args.id })]);
    const { rows } = await pullAll(sync, company.ben);
    const blocker = rows.get(`blocker ${sent.args.id}`)!;
    expect(blocker).toEqual({ kind: "blocker", id: sent.args.id, revision: blocker.revision, deleted: true });
  });

  test("a device gets open cycles and the latest closed one; an older one comes when it is opened", async () => {
    const { sync, company, database } = await harbour();
    const actor = { memberId: company.ada.memberId };
    const [old, last] = [newId(), newId()];
    const spans = [
      [old, "Q2", "2026-04-01", "2026-06-30"],
      [last, "Q3", "2026-07-01", "2026-09-30"],
    ] as const;
    for (const [cycleId, name, startsOn, endsOn] of spans) {
      await applied(sync, company.id, actor, [
        ["cycle.open", { id: cycleId, name, startsOn, endsOn }],
        ["objective.draft", { id: newId(), cycleId, title: "First" }],
        ["objective.draft", { id: newId(), cycleId, title: "Second" }],
      ]);
    }
    const before = await pullAll(sync, company.ben);
    const objectives = (pulled: typeof before) =>
      [...pulled.rows.values()].filter((one) => one.kind === "objective").map((one) => one.body?.cycleId);
    expect(new Set(objectives(before))).toEqual(new Set([old, last, company.cycleId]));
    await closeBehindTheRules(old, last);
    const after = await pullAll(sync, company.ben);
    expect(new Set(objectives(after))).toEqual(new Set([last, company.cycleId]));
    expect(after.rows.has(`cycle ${old}`)).toBe(true);
    expect(after.cursor).toEqual(before.cursor);

    const opened = JSON.parse((await sync.cycleRows(company.id, old, 0))!);
    expect(opened.rows.map((one: { kind: string }) => one.kind)).toEqual(["objective", "objective"]);
    expect(opened.more).toBe(false);
    expect(await sync.cycleRows(company.id, newId(), 0)).toBeUndefined();

    async function closeBehindTheRules(...ids: string[]) {
      await database.write(
        ids.map((id) => ({
          sql: "update row set body = json_set(body, '$.state', 'closed') where id = ?",
          args: [id],
        })),
      );
    }
  });

  test("a phone that has just learnt kinds gets their rows, although its cursor has passed them", async () => {
    const { sync, company } = await harbour(4);
    const { rows, cursor } = await pullAll(sync, company.ben);
    const older = { ...cursor!, catalogVersion: 0 };
    const answer = await round(sync, company.ben, [checkIn(company.keyResultIds[0]!)], { cursor: older });
    expect(answer.rows).toHaveLength(rows.size + 1);
    expect(answer.cursor).toMatchObject({ revision: cursor!.revision + 1, catalogVersion });
    expect(answer.reset).toBeUndefined();
    const flushed = await round(sync, company.ben, [], { cursor: older, limit: 0 });
    expect(flushed.cursor).toEqual(older);
  });

  test("nobody gets a row of another workspace", async () => {
    const { sync, company } = await harbour();
    const elsewhere = await foundCompany(sync, 2);
    const cleo = elsewhere.ada;
    const { rows } = await pullAll(sync, cleo);
    const { rows: ours } = await pullAll(sync, company.ada);
    expect([...rows.keys()].filter((key) => ours.has(key))).toEqual([]);
    await expect(round(sync, { ...cleo, workspaceId: company.id })).rejects.toMatchObject({
      code: "not_a_member",
    });
    expect(await sync.cycleRows(elsewhere.id, company.cycleId, 0)).toBeUndefined();
  });
});

describeOnBoth("a cursor of another history", (ground) => {
  async function seen() {
    const harbour = await openHarbour(ground);
    const { cursor } = await pullAll(harbour.sync, harbour.company.ben);
    return { ...harbour, cursor: cursor! };
  }

  test.each([
    ["epoch", { epoch: "another" }],
    ["ahead", { revision: 1_000_000 }],
    ["tag", { tag: "0000000000000000" }],
  ] as const)("is answered with reset %s and the first page; the flush holds", async (reason, change) => {
    const { sync, company, cursor } = await seen();
    const sent = checkIn(company.keyResultIds[0]!);
    const answer = await round(sync, company.ben, [sent], { cursor: { ...cursor, ...change } });
    expect(answer.results).toMatchObject([{ outcome: "applied" }]);
    expect(answer.reset).toBe(reason);
    expect(answer.rows).toHaveLength((await pullAll(sync, company.ben)).rows.size);
    expect(answer.cursor).toMatchObject({ epoch: cursor.epoch, revision: cursor.revision + 1 });
    expect((await round(sync, company.ben, [], { cursor: answer.cursor })).reset).toBeUndefined();
  });

  test("an invented cursor at revision nothing is a start, unless it claims a tag", async () => {
    const { sync, company, cursor } = await seen();
    const start = { ...cursor, revision: 0, tag: "" };
    expect((await round(sync, company.ben, [], { cursor: start })).reset).toBeUndefined();
    const forged = { ...start, tag: cursor.tag };
    expect((await round(sync, company.ben, [], { cursor: forged })).reset).toBe("tag");
  });

  test("of an offered journal the unknown ids are wanted, each once", async () => {
    const { sync, company } = await seen();
    const sent = checkIn(company.keyResultIds[0]!);
    await round(sync, company.ben, [sent]);
    const [lost, gone] = [newId(), newId()];
    const answer = await round(sync, company.ben, [], { offer: [lost, sent.id, gone, lost] });
    expect(answer.wanted).toEqual([lost, gone]);
    expect((await round(sync, company.ben)).wanted).toBeUndefined();
  });

  test("a restore begins an epoch for every workspace, and says when", async () => {
    const { sync, store, database, company, cursor } = await seen();
    const other = await foundCompany(sync);
    const epochs = async () =>
      Promise.all([company.id, other.id].map(async (id) => (await store.head(id))?.epoch));
    const before = await epochs();
    await beginEpoch(database, "2026-11-23T10:00:00.000Z");
    const after = await epochs();
    expect(new Set([...before, ...after]).size).toBe(4);
    expect(await store.head(company.id)).toMatchObject({ restoredAt: "2026-11-23T10:00:00.000Z" });
    expect((await round(sync, company.ben, [], { cursor })).reset).toBe("epoch");
  });
});
