import { expect, test } from "vitest";
import type { Commit, Judged } from "../../../api/sync/sync-store.ts";
import { newId, openHarbour } from "../../support/company.ts";
import { describeOnBoth } from "../../support/database.ts";
import { contentOf } from "../../support/sync-door.ts";

describeOnBoth("the store of a history", (ground) => {
  async function harbour() {
    const { store, database, company } = await openHarbour(ground);
    const from = (await store.head(company.id))!;
    const judged: Judged = {
      id: newId(),
      payloadHash: "hash",
      outcome: "rejected",
      code: "forbidden",
      revision: from.revision,
      name: "workspace.rename",
      actorId: company.ben.memberId,
      deviceId: null,
      at: "2026-11-23T09:00:00.000Z",
      receivedAt: "2026-11-23T09:00:00.000Z",
    };
    const refusal: Commit = { workspaceId: company.id, from, revisions: [], rows: [], judged: [judged] };
    return { store, database, company, from, judged, refusal };
  }

  test("takes a commit only at the head it was judged at, even one that moves nothing", async () => {
    const { store, database, company, from, judged, refusal } = await harbour();
    const before = await contentOf(database, company);
    const stale = [
      { ...from, revision: from.revision - 1 },
      { ...from, revision: from.revision + 1 },
      { ...from, epoch: "another" },
    ];
    for (const other of stale) expect(await store.commit({ ...refusal, from: other })).toBe(false);
    expect(await contentOf(database, company)).toEqual(before);
    expect(await store.commit(refusal)).toBe(true);
    const { id, payloadHash, outcome, code, revision } = judged;
    const known = await store.outcomes(company.id, [id, newId()]);
    expect([...known]).toEqual([[id, { id, payloadHash, outcome, code, revision }]]);
  });

  test("stores nothing of a commit that knows a mutation already", async () => {
    const { store, database, company, from, judged, refusal } = await harbour();
    await store.commit(refusal);
    const before = await contentOf(database, company);
    const revision = from.revision + 1;
    const again: Commit = {
      ...refusal,
      revisions: [{ revision, tag: "00", at: judged.at, actorId: judged.actorId }],
      rows: [{ kind: "squad", id: newId(), parentId: "", cycleId: null, revision, body: "{}" }],
    };
    expect(await store.commit(again)).toBe(false);
    expect(await contentOf(database, company)).toEqual(before);
  });

  test("answers each want with its own rows, live ones only", async () => {
    const { store, company, from, judged } = await harbour();
    const [revision, cycleId] = [from.revision + 1, null];
    await store.commit({
      workspaceId: company.id,
      from,
      revisions: [{ revision, tag: "00", at: judged.at, actorId: judged.actorId }],
      rows: [
        { kind: "key-result", id: newId(), parentId: company.objectiveId, cycleId, revision, body: null },
      ],
      judged: [],
    });
    const found = await store.load(company.id, [
      { kind: "key-result", parentId: company.objectiveId },
      { kind: "member", id: company.ben.memberId },
      { kind: "member", id: newId() },
      { kind: "member", parentId: "" },
      { kind: "key-result", id: company.ben.memberId },
    ]);
    expect(found.map((rows) => rows.length)).toEqual([1, 1, 0, 2, 0]);
    expect(found[1]![0]).toMatchObject({ kind: "member", id: company.ben.memberId, body: { name: "Ben" } });
    expect(await store.load(company.id, [])).toEqual([]);
  });

  test("tells the heads of the workspaces it is asked for", async () => {
    const { store, company, from } = await harbour();
    expect([...(await store.revisions([company.id, newId()]))]).toEqual([[company.id, from.revision]]);
    expect(await store.head(newId())).toBeUndefined();
    expect(await store.tag(company.id, from.revision + 1)).toBeUndefined();
  });
});
