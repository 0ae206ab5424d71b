import { expect, test } from "vitest";
import { migrate } from "../../../api/db/migrate.ts";
import * as store from "../../../api/people/api-token-store.ts";
import { insertMembership, insertPerson } from "../../../api/people/member-store.ts";
import { newId, openHarbour } from "../../support/company.ts";
import { describeOnBoth } from "../../support/database.ts";

const at = "2026-11-23T09:00:00.000Z";
const later = "2026-11-24T09:00:00.000Z";

describeOnBoth("tokens of programs", (ground) => {
  async function harbour() {
    const { database, company } = await openHarbour(ground);
    await migrate(database);
    const { personId, memberId } = company.ada;
    await database.write([
      insertPerson(personId, "Ada", at),
      insertMembership(personId, company.id, memberId, at),
    ]);
    const token = (name: string, hash: string, more: Partial<store.ApiTokenRow> = {}) => ({
      ...{ id: newId(), workspaceId: company.id, memberId, name, hint: "northing_abcd", hash },
      ...{ scopes: ["readings.write" as const], metricIds: null, createdAt: at, expiresAt: null },
      ...{ lastUsedAt: null, ...more },
    });
    return { database, company, token };
  }

  test("are found by their hash as they were made, until they are revoked", async () => {
    const { database, company, token } = await harbour();
    const { hash, ...made } = token("warehouse", "h1", { metricIds: [company.metricId] });
    await database.write(store.insertApiToken({ ...made, hash }));
    expect(await store.findApiToken(database, hash, at)).toEqual(made);
    expect(await store.findApiToken(database, "h2", at)).toBeUndefined();
    await store.noteUse(database, made.id, later);
    expect((await store.listApiTokens(database, company.id))[0]?.lastUsedAt).toBe(later);
    await store.revokeApiToken(database, newId(), made.id, later);
    expect(await store.findApiToken(database, hash, at)).toBeDefined();
    await store.revokeApiToken(database, company.id, made.id, later);
    expect(await store.findApiToken(database, hash, at)).toBeUndefined();
    expect(await store.listApiTokens(database, company.id)).toEqual([]);
  });

  test("share no name while in use; one that ran out gives its own up", async () => {
    const { database, company, token } = await harbour();
    await database.write(store.insertApiToken(token("warehouse", "h1", { expiresAt: later })));
    await expect(database.write(store.insertApiToken(token("warehouse", "h2")))).rejects.toMatchObject({
      code: "constraint",
    });
    expect(await store.findApiToken(database, "h1", at)).toBeDefined();
    await database.write(store.insertApiToken(token("warehouse", "h3", { createdAt: later })));
    expect(await store.findApiToken(database, "h1", at)).toBeUndefined();
    expect((await store.listApiTokens(database, company.id)).map((one) => one.createdAt)).toEqual([later]);
  });

  test("are nobody's once the membership behind them has ended", async () => {
    const { database, company, token } = await harbour();
    await database.write(store.insertApiToken(token("warehouse", "h1")));
    await database.write([
      { sql: "update membership set ended_at = ? where member_id = ?", args: [at, company.ada.memberId] },
    ]);
    expect(await store.findApiToken(database, "h1", at)).toBeUndefined();
  });

  test("name only metrics that are in use in their own workspace", async () => {
    const { database, company } = await harbour();
    const asked = [company.metricId, company.cycleId, newId(), "' or 1=1 --"];
    expect([...(await store.knownMetrics(database, company.id, asked))]).toEqual([company.metricId]);
    expect([...(await store.knownMetrics(database, newId(), asked))]).toEqual([]);
  });
});
