import { describe, expect, test } from "vitest";
import { signInLink } from "../../../api/people/links.ts";
import { dump } from "../../support/dump.ts";
import { startWorld, tokenOf, type World } from "../../support/world.ts";

const day = 86_400_000;

/** Ben's second device, and the whole of what a live stream has said when it ends. */
async function secondDevice({ join, linkFor, ben }: World) {
  return join("Ben's laptop", await linkFor(ben));
}

describe("devices", () => {
  test("Ben sees his devices, which of them this is, and nobody else's", async () => {
    const world = await startWorld();
    const laptop = await secondDevice(world);
    const { devices } = (await world.ben.at.get("/api/devices")).body;
    expect(devices).toHaveLength(2);
    expect(devices).toContainEqual({
      id: world.ben.deviceId,
      name: "Ben's phone",
      createdAt: "2026-03-02T08:00:00.000Z",
      lastSeenAt: "2026-03-02T08:00:00.000Z",
      current: true,
    });
    expect(devices.find((one: { id: string }) => one.id === laptop.deviceId).current).toBe(false);
  });

  test("a revoked device is told so at its next request, its stream ends, and it never comes back", async () => {
    const world = await startWorld();
    const laptop = await secondDevice(world);
    const stream = await laptop.at.send("/api/live", {});
    const untilEnd = new Response(stream.body).text();
    expect((await world.ben.at.delete(`/api/devices/${laptop.deviceId}`)).status).toBe(200);
    expect(await untilEnd).toContain("retry:");
    for (const path of ["/api/me", "/api/live", "/api/devices"]) {
      const answer = await laptop.at.get(path);
      expect([answer.status, answer.body.error.code]).toEqual([401, "device_revoked"]);
    }
    const round = {
      protocol: 1,
      deviceId: laptop.deviceId,
      now: new Date().toISOString(),
      cursor: null,
      mutations: [],
    };
    expect((await laptop.at.post("/api/sync", round)).body.error.code).toBe("device_revoked");
    expect((await world.ben.at.get("/api/me")).status).toBe(200);
  });

  test("the stream of a member who is removed ends, and every door is closed to them", async () => {
    const world = await startWorld();
    const stream = await world.ben.at.send("/api/live", {});
    const untilEnd = new Response(stream.body).text();
    await world.mutate(world.ada, "member.remove", { memberId: world.ben.memberId });
    await untilEnd;
    const answer = await world.ben.at.get("/api/me");
    expect([answer.status, answer.body.error.code]).toEqual([403, "not_a_member"]);
  });

  test("Ada, the admin, ends a member's devices; Ben cannot end hers, nor Cleo anybody's elsewhere", async () => {
    const world = await startWorld();
    const { ada, ben, cleo } = world;
    for (const at of [ben.at, cleo.at]) {
      const answer = await at.delete(`/api/devices/${ada.deviceId}`);
      expect([answer.status, answer.body.error.code]).toEqual([404, "not_found"]);
    }
    expect((await ben.at.delete(`/api/devices?member=${ada.memberId}`)).body.error.code).toBe("forbidden");
    expect((await cleo.at.delete(`/api/devices?member=${ben.memberId}`)).body.error.code).toBe("not_found");
    const laptop = await secondDevice(world);
    expect((await ada.at.delete(`/api/devices?member=${ben.memberId}`)).status).toBe(200);
    for (const { at } of [ben, laptop])
      expect((await at.get("/api/me")).body.error.code).toBe("device_revoked");
    expect((await ada.at.get("/api/me")).status).toBe(200);
  });

  test("Ben ends all of his devices but the one in his hand", async () => {
    const world = await startWorld();
    const laptop = await secondDevice(world);
    await world.ben.at.delete("/api/devices");
    expect((await laptop.at.get("/api/me")).status).toBe(401);
    expect((await world.ben.at.get("/api/devices")).body.devices).toHaveLength(1);
  });

  test("signing out leaves no session behind and takes the cookie away", async () => {
    const { ben, stranger, northing } = await startWorld();
    const cookie = ben.at.cookies.get("northing");
    await ben.at.post("/api/sign-out");
    expect(ben.at.cookies.size).toBe(0);
    const replay = await stranger().get("/api/me", { cookie: `northing=${cookie}` });
    expect(replay.body.error.code).toBe("signed_out");
    const devices = await northing.database.read("select 1 from device where id = ?", [ben.deviceId]);
    expect(devices).toEqual([]);
  });
});

describe("sessions", () => {
  test("a session lasts while it is used and ends after 180 days of silence", async () => {
    const { ben, clock, ada } = await startWorld();
    for (let i = 0; i < 4; i += 1) {
      clock.now += 170 * day;
      const used = await ben.at.post("/api/devices/link");
      expect(used.status).toBe(200);
      expect(used.headers.getSetCookie()[0]).toContain("Max-Age=15552000");
    }
    expect((await ada.at.get("/api/me")).body.error.code).toBe("signed_out");
  });

  test("a use is noted every ten minutes, not with every request", async () => {
    const { ben, clock, northing } = await startWorld();
    const lastSeen = async () =>
      (await northing.database.read("select last_seen_at from device where id = ?", [ben.deviceId]))[0]
        ?.last_seen_at;
    clock.now += 600_000 - 1;
    expect((await ben.at.post("/api/devices/link")).headers.getSetCookie()).toEqual([]);
    expect(await lastSeen()).toBe("2026-03-02T08:00:00.000Z");
    clock.now += 1;
    await ben.at.post("/api/devices/link");
    expect(await lastSeen()).toBe("2026-03-02T08:10:00.000Z");
  });

  test("a cookie somebody else has set is worth nothing and is replaced at sign-in", async () => {
    const { stranger, linkFor, ben } = await startWorld();
    const at = stranger();
    at.cookies.set("northing", "planted-by-somebody-else");
    expect((await at.get("/api/me")).body.error.code).toBe("signed_out");
    await at.post("/api/join", { token: tokenOf(await linkFor(ben)) });
    expect(at.cookies.get("northing")).toMatch(/^[\w-]{24}$/);
  });

  test("nothing in the database lets anybody in", async () => {
    const { ada, ben, northing, linkFor } = await startWorld();
    const link = tokenOf(await linkFor(ben));
    const held = JSON.stringify(await dump(northing.database));
    for (const secret of [link, ada.at.cookies.get("northing"), ben.at.cookies.get("northing")])
      expect(held).not.toContain(secret);
  });

  test("whoever signs in as somebody else on the same browser signs the first one out", async () => {
    const { ada, ben, linkFor, northing } = await startWorld();
    await ada.at.post("/api/join", { token: tokenOf(await linkFor(ben)), deviceName: "Shared tablet" });
    expect((await ada.at.get("/api/me")).body.person.name).toBe("Ben");
    const devices = await northing.database.read("select 1 from device where id = ?", [ada.deviceId]);
    expect(devices).toEqual([]);
  });

  test("a sign-in link of a person works once, and for a day", async () => {
    const { linkFor, ben, join, stranger, clock } = await startWorld();
    const link = await linkFor(ben);
    await join("Ben", link);
    expect((await stranger().post("/api/join", { token: tokenOf(link) })).status).toBe(410);
    const late = await linkFor(ben);
    clock.now += day;
    expect((await stranger().post("/api/join", { token: tokenOf(late) })).status).toBe(410);
  });

  test("a link of the demo works again and again", async () => {
    const { northing, ben, join, clock } = await startWorld();
    const { url } = await signInLink(northing.people, { ...ben, reusable: true });
    for (let i = 0; i < 3; i += 1) {
      clock.now += 30 * day;
      expect((await join("Ben", url)).personId).toBe(ben.personId);
    }
    const both = await Promise.all([join("Ben", url), join("Ben", url)]);
    expect(new Set(both.map((one) => one.deviceId)).size).toBe(2);
  });
});
