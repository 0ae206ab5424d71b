import { describe, expect, test } from "vitest";
import { revocationsPath } from "../../../api/northing.ts";
import { readRevocations } from "../../../api/people/revocations.ts";
import { dump } from "../../support/dump.ts";
import { readIcs } from "../../support/ics.ts";
import { startTellingWorld, type TellingWorld } from "../../support/telling.ts";
import type { Persona } from "../../support/world.ts";

async function feed(persona: Persona): Promise<string> {
  const { status, body } = await persona.at.post("/api/calendar");
  expect(status).toBe(200);
  return new URL(body.url).pathname;
}

async function read(world: TellingWorld, path: string) {
  const answer = await world.stranger().get(path);
  expect(answer.status).toBe(200);
  return readIcs(answer.text);
}

describe("a calendar", () => {
  test("holds a member's own rhythm, in UTC that is right over the change of clocks", async () => {
    const world = await startTellingWorld();
    const { events, properties } = await read(world, await feed(world.ben));
    expect(properties.get("X-WR-CALNAME")).toBe("Northing · Northwind");
    const due = events.filter((one) => one.summary === "Check-ins due");
    // Nine o'clock in Berlin is 08:00 UTC before the last Sunday of March, and 07:00 after it; the cycle ends on the 31st.
    expect(due.map((one) => one.start)).toEqual([
      ...["20260309T080000Z", "20260316T080000Z", "20260323T080000Z", "20260330T070000Z"],
    ]);
    expect(due[0]).toMatchObject({
      ...{ end: "20260309T081500Z", description: "Listeners who finish a show" },
      url: `${world.origin}/check-in`,
    });
    expect(events.filter((one) => one.start.length === 8)).toMatchObject([
      { summary: "Q1 ends", start: "20260331", end: "20260401" },
    ]);
    expect(events.some((one) => one.summary.startsWith("Metric check"))).toBe(false);
  });

  test("of a PM holds the metric checks, of a director the months, of a viewer the cycle", async () => {
    const world = await startTellingWorld();
    const [dora, vera] = [await world.admit("director", "Dora"), await world.admit("viewer", "Vera")];
    const names = async (persona: Persona) =>
      new Set((await read(world, await feed(persona))).events.map((one) => one.summary));
    expect(await names(world.pam)).toEqual(new Set(["Metric check: Podcasts", "Q1 ends"]));
    const checks = (await read(world, await feed(world.pam))).events.filter((one) =>
      one.url?.includes("weekly"),
    );
    expect(checks[0]).toMatchObject({ start: "20260311T080000Z", end: "20260311T083000Z" });
    expect(await names(dora)).toEqual(new Set(["Monthly OKR review", "Q1 ends"]));
    expect(await names(vera)).toEqual(new Set(["Q1 ends"]));
  });

  test("names nothing where the lock screen shows nothing", async () => {
    const world = await startTellingWorld();
    const { ben, pam } = world;
    for (const { memberId } of [ben, pam])
      await world.tell(world.ada, "member.set-preferences", { memberId, lockScreen: "private" });
    for (const persona of [ben, pam]) {
      const { text } = await world.stranger().get(await feed(persona));
      expect(text).not.toMatch(/Listeners|Podcasts|Q1/);
      expect(readIcs(text).events.length).toBeGreaterThan(3);
    }
  });

  test("keeps its form whatever a title holds", async () => {
    const world = await startTellingWorld();
    const title = `a;b,c\\d "e"\u2028 BEGIN:VEVENT ${"ü😀".repeat(60)}`;
    await world.tell(world.ada, "key-result.revise", { keyResultId: world.keyResultId, title });
    const { events } = await read(world, await feed(world.ben));
    const [said] = events.filter((one) => one.summary === "Check-ins due");
    expect(said?.description).toContain('a;b,c\\d "e" BEGIN:VEVENT ü😀ü😀');
  });

  test("says that nothing has changed while nothing has, and keeps its ids when something does", async () => {
    const world = await startTellingWorld();
    const path = await feed(world.ben);
    const first = await world.stranger().get(path);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    const again = (value: string) => world.stranger().send(path, { headers: { "if-none-match": value } });
    const same = await again(tag);
    expect([same.status, await same.text()]).toEqual([304, ""]);
    expect((await again('"other"')).status).toBe(200);
    await world.tell(world.ben, "member.set-preferences", {
      memberId: world.ben.memberId,
      checkInTime: "11:00",
    });
    const next = await again(tag);
    expect(next.status).toBe(200);
    const [before, after] = [readIcs(first.text), readIcs(await next.text())];
    expect(after.events.map((one) => one.uid)).toEqual(before.events.map((one) => one.uid));
    expect(after.events[0]?.start).toBe("20260309T100000Z");
  });

  test("is nobody's to keep: no store, no index, no script, and its secret in no log and no table", async () => {
    const world = await startTellingWorld();
    const path = await feed(world.ben);
    const { headers } = await world.stranger().get(path);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect([headers.get("cache-control"), headers.get("x-robots-tag")]).toEqual(["no-store", "noindex"]);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    const secret = path.split("/").at(-1)!.replace(".ics", "");
    expect(secret).toMatch(/^[\w-]{24}$/);
    expect(JSON.stringify(await dump(world.northing.database))).not.toContain(secret);
    expect(world.logged.join("")).not.toContain(secret);
  });
});

describe("its address", () => {
  test("ends with the next one, when it is taken back, and with the member", async () => {
    const world = await startTellingWorld();
    const first = await feed(world.ben);
    const second = await feed(world.ben);
    const status = async (path: string) => (await world.stranger().get(path)).status;
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    expect((await world.ben.at.get("/api/calendar")).body).toEqual({
      ...{ createdAt: "2026-03-02T08:00:00.000Z", lastReadAt: "2026-03-02T08:00:00.000Z" },
    });
    expect((await world.ben.at.delete("/api/calendar")).status).toBe(200);
    expect([await status(second), (await world.ben.at.get("/api/calendar")).body]).toEqual([404, {}]);
    expect(readRevocations(revocationsPath(world.env)).map((one) => one.revoked)).toContain("calendar");
    const third = await feed(world.ben);
    await world.tell(world.ada, "member.remove", { memberId: world.ben.memberId });
    expect(await status(third)).toBe(404);
  });

  test("that is wrong cannot be told from one that ended, and guessing is slowed", async () => {
    const world = await startTellingWorld();
    const guess = (one: string) => world.stranger().get(`/api/calendar/${one}`);
    const answers = await Promise.all(["x.ics", `${"a".repeat(24)}.ics`, "a".repeat(24), "..ics"].map(guess));
    expect(answers.map((one) => [one.status, one.body.error.code])).toEqual(
      answers.map(() => [404, "not_found"]),
    );
    const visitor = world.stranger();
    let last = 404;
    for (let i = 0; i < 130 && last !== 429; i += 1)
      last = (await visitor.get(`/api/calendar/${String(i).padStart(24, "a")}.ics`)).status;
    expect(last).toBe(429);
  });

  test("read too often asks its reader to wait, and only that reader's", async () => {
    const world = await startTellingWorld();
    const [bens, pams] = [await feed(world.ben), await feed(world.pam)];
    let last = 200;
    for (let i = 0; i < 30 && last === 200; i += 1) last = (await world.stranger().get(bens)).status;
    expect(last).toBe(429);
    expect((await world.stranger().get(pams)).status).toBe(200);
  });
});
