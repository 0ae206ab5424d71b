import { describe, expect, test } from "vitest";
import { revocationsPath } from "../../../api/northing.ts";
import { readRevocations } from "../../../api/people/revocations.ts";
import { replayRevocations } from "../../../api/people/upkeep-store.ts";
import { dump } from "../../support/dump.ts";
import { startTellingWorld } from "../../support/telling.ts";

const secretEnd = "x7Qp";

describe("a webhook", () => {
  test("shows of its address only the host and its end, and of its secret nothing, once it is saved", async () => {
    const world = await startTellingWorld();
    const saved = await world.hook();
    expect(saved.secret).toMatch(/^nhs_[\w-]{32}$/);
    expect(saved.address).toBe(`${world.receiver.host}/…${secretEnd}`);
    const listed = await world.ada.at.get("/api/webhooks");
    expect(listed.body.webhooks).toMatchObject([{ name: "Warehouse", state: "on", failures: 0, sent: [] }]);
    const stored = JSON.stringify(await dump(world.northing.database));
    for (const hidden of [saved.secret!, "/T0/B0/"]) {
      expect(listed.text).not.toContain(hidden);
      expect(stored).not.toContain(hidden);
      expect(world.logged.join("")).not.toContain(hidden);
    }
  });

  test("keeps its address and secret when only its name is changed", async () => {
    const world = await startTellingWorld();
    const { id, address } = await world.hook();
    const { url: _url, ...draft } = world.draft({ name: "Lake" });
    const { body } = await world.ada.at.put(`/api/webhooks/${id}`, draft);
    expect(body).toMatchObject({ id, name: "Lake", address });
    expect(body.secret).toBeUndefined();
  });

  test("gets another secret with another host, and on request", async () => {
    const world = await startTellingWorld();
    const { id, secret } = await world.hook();
    const moved = world.draft({ url: "https://hooks.example.com/services/elsewhere" });
    const { body } = await world.ada.at.put(`/api/webhooks/${id}`, moved);
    expect(body.secret).toMatch(/^nhs_/);
    expect(body.secret).not.toBe(secret);
    const renewed = await world.ada.at.post(`/api/webhooks/${id}/secret`);
    expect(renewed.body.secret).not.toBe(body.secret);
  });

  test("of Slack has no secret of ours, and stays one of Slack", async () => {
    const world = await startTellingWorld();
    const { id, secret } = await world.hook({ kind: "slack" });
    expect(secret).toBeUndefined();
    const changed = await world.ada.at.put(`/api/webhooks/${id}`, world.draft({ kind: "teams" }));
    expect([changed.status, changed.body.error.field]).toEqual([400, "kind"]);
    expect((await world.ada.at.post(`/api/webhooks/${id}/secret`)).status).toBe(404);
  });

  test("is gone with its address when it is deleted, and from a database that brings it back", async () => {
    const world = await startTellingWorld();
    const { database } = world.northing;
    const { id } = await world.hook();
    const [before] = await database.read("select * from webhook");
    expect((await world.ada.at.delete(`/api/webhooks/${id}`)).status).toBe(200);
    expect(await world.listed()).toEqual([]);
    const { webhook, webhook_message } = await dump(database);
    expect([webhook, webhook_message]).toEqual([[], []]);
    const columns = Object.keys(before!);
    const sql = `insert into webhook (${columns.join()}) values (${columns.map(() => "?").join()})`;
    await database.write([{ sql, args: columns.map((name) => before![name] as string | null) }]);
    await replayRevocations(database, readRevocations(revocationsPath(world.env)));
    expect((await dump(database)).webhook).toEqual([]);
  });

  test("is refused where it says too little, too much or what nobody knows", async () => {
    const world = await startTellingWorld();
    for (const changes of [
      { says: [] },
      { says: ["digest", "digest"] },
      { says: ["gossip"] },
      { kind: "irc" },
      { name: " " },
      { memberId: "x" },
      { url: "" },
    ]) {
      const draft = { ...world.draft(), ...changes };
      expect((await world.ada.at.post("/api/webhooks", draft)).status, JSON.stringify(changes)).toBe(400);
    }
    const { url: _url, ...without } = world.draft();
    expect((await world.ada.at.post("/api/webhooks", without)).body.error.field).toBe("url");
  });
});

describe("who may set one up", () => {
  test("is an admin for all, and the PM of a squad for that squad alone", async () => {
    const world = await startTellingWorld();
    const other = world.id();
    await world.tell(world.ada, "squad.form", { id: other, name: "Radio" });
    const asked = async (squadId: string | undefined) => {
      const { squadId: _own, ...draft } = world.draft();
      const sent = squadId === undefined ? draft : { ...draft, squadId };
      return (await world.pam.at.post("/api/webhooks", sent)).status;
    };
    expect(await asked(world.squadId)).toBe(200);
    expect(await asked(undefined)).toBe(403);
    expect(await asked(other)).toBe(403);
    expect((await world.ben.at.post("/api/webhooks", world.draft())).status).toBe(403);
    const all = await world.hook({ name: "All", squadId: undefined });
    expect(await world.listed(world.ada)).toHaveLength(2);
    expect((await world.listed(world.pam)).map((one) => one.name)).toEqual(["Warehouse"]);
    expect(await world.listed(world.ben)).toEqual([]);
    for (const persona of [world.pam, world.ben, world.cleo])
      for (const path of ["test", "on", "off", "secret"])
        expect((await persona.at.post(`/api/webhooks/${all.id}/${path}`)).status).toBe(404);
    expect((await world.cleo.at.put(`/api/webhooks/${all.id}`, world.draft())).status).toBe(404);
    expect((await world.pam.at.delete(`/api/webhooks/${all.id}`)).status).toBe(404);
  });

  test("of the company's report is an admin for every webhook, as it is of its links", async () => {
    const world = await startTellingWorld();
    const report = world.draft({ says: ["digest", "report"] });
    const refused = await world.pam.at.post("/api/webhooks", report);
    expect([refused.status, refused.body.error]).toMatchObject([403, { code: "forbidden", field: "says" }]);
    const { id } = await world.hook({ says: ["report"] });
    const moved = { ...report, url: "https://hooks.example.com/services/elsewhere" };
    expect((await world.pam.at.put(`/api/webhooks/${id}`, moved)).status).toBe(403);
    expect((await world.pam.at.put(`/api/webhooks/${id}`, world.draft())).status).toBe(200);
  });

  test("ends with being PM", async () => {
    const world = await startTellingWorld();
    const { id } = await world.hook({}, world.pam);
    await world.tell(world.ada, "squad.assign", {
      squadId: world.squadId,
      memberId: world.pam.memberId,
      as: "member",
    });
    expect(await world.listed(world.pam)).toEqual([]);
    expect((await world.pam.at.post(`/api/webhooks/${id}/test`)).status).toBe(404);
  });

  test("a squad of another workspace is none", async () => {
    const world = await startTellingWorld();
    const { status, body } = await world.cleo.at.post("/api/webhooks", world.draft());
    expect([status, body.error.field]).toEqual([404, "squadId"]);
  });
});
