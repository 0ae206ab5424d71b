import { expect, test } from "vitest";
import { createSyncStore } from "../../../api/sync/store.ts";
import { createSync } from "../../../api/sync/sync.ts";
import { monday, newId, openHarbour, pullAll, round, stillWorld } from "../../support/company.ts";
import { onFile, temporaryDatabase } from "../../support/database.ts";

const at = new Date(monday).toISOString();

test("the server founds a workspace and lets people join by the rules phones know", async () => {
  const sync = createSync({ store: createSyncStore(await temporaryDatabase()), world: stillWorld() });
  const [id, memberId] = [newId(), newId()];
  const found = { id: newId(), name: "workspace.found", args: { id, name: "Harbour", zone: "UTC" }, at };
  const join = {
    id: newId(),
    name: "member.join",
    args: { id: memberId, name: "Ada", role: "admin", zone: "UTC", locale: "en" },
    at,
  };
  const results = await sync.apply(id, { memberId, server: true }, [found, join]);
  expect(results).toMatchObject([
    { outcome: "applied", revision: 1 },
    { outcome: "applied", revision: 2 },
  ]);
  expect(await sync.apply(id, { memberId, server: true }, [found, join])).toEqual(results);
  const ada = { personId: newId(), memberId, workspaceId: id, deviceId: newId() };
  expect([...(await pullAll(sync, ada)).rows.keys()].sort()).toEqual([
    `member ${memberId}`,
    `workspace ${id}`,
  ]);
});

test("the server's word counts only with its mark: the same mutation without it is refused", async () => {
  const { sync, company } = await openHarbour(onFile);
  const join = {
    id: newId(),
    name: "member.join",
    args: { id: newId(), name: "Mallory", role: "admin", zone: "UTC", locale: "en" },
    at,
  };
  const results = await sync.apply(company.id, { memberId: company.ada.memberId }, [join]);
  expect(results).toMatchObject([{ outcome: "rejected", code: "forbidden" }]);
});

test("a removed member is shut out of the whole request, and nothing of it is applied", async () => {
  const { sync, company, database } = await openHarbour(onFile);
  const { ada, ben } = company;
  const remove = { id: newId(), name: "member.remove", args: { memberId: ben.memberId }, at };
  await sync.apply(company.id, { memberId: ada.memberId }, [remove]);
  const [before] = await database.read("select count(*) as n from mutation");
  await expect(round(sync, ben, [])).rejects.toMatchObject({ code: "not_a_member", status: 403 });
  expect(await database.read("select count(*) as n from mutation")).toEqual([before]);
});

test("hundreds of calls made at once keep the order they were made in", async () => {
  const { sync, company } = await openHarbour(onFile);
  const actor = { memberId: company.ada.memberId };
  const names = Array.from({ length: 600 }, (_, i) => `Name ${i}`);
  const results = await Promise.all(
    names.map((name) =>
      sync.apply(company.id, actor, [{ id: newId(), name: "workspace.rename", args: { name }, at }]),
    ),
  );
  const revisions = results.map(([result]) => result!.revision!);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  const { rows } = await pullAll(sync, company.ada);
  expect(rows.get(`workspace ${company.id}`)?.body?.name).toBe("Name 599");
});
