import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../../api/operator/commands.ts";
import { restore } from "../../../api/operator/restore.ts";
import { tidy } from "../../../api/people/upkeep-store.ts";
import { temporaryFolder } from "../../support/database.ts";
import { dump } from "../../support/dump.ts";
import { startWorld, type World } from "../../support/world.ts";

const day = 86_400_000;
const evil = `</title><script>alert(1)</script> "'& <img src=x onerror=alert(1)> \u202e مرحبا`;

/** Ada's company with a running cycle: one objective of hers, one key result, a year of the North Star. */
async function told(title = "Finished episodes rise") {
  const world = await startWorld();
  const { ada, ben, mutate, id } = world;
  const [metricId, cycleId, objectiveId, keyResultId] = [id(), id(), id(), id()];
  const unit = { label: "min", scale: "value", decimals: 0 };
  const must = async (name: Parameters<World["mutate"]>[1], args: object) => {
    const { outcome, code } = await mutate(ada, name, args);
    expect([name, outcome, code]).toEqual([name, "applied", undefined]);
  };
  await must("metric.define", {
    ...{
      id: metricId,
      key: "listening",
      name: "Listening",
      definition: "Minutes a week",
      kind: "north-star",
    },
    ...{ unit, goodDirection: "up", cadence: "weekly", stewardId: ada.memberId },
  });
  await must("north-star.propose", { id: id(), metricId, statement: "Time well spent" });
  await must("cycle.open", { id: cycleId, name: "Q1", startsOn: "2026-02-01", endsOn: "2026-04-30" });
  await must("objective.draft", { id: objectiveId, cycleId, title: "Be the daily companion" });
  await must("key-result.draft", {
    ...{ id: keyResultId, objectiveId, ownerId: ben.memberId, title, direction: "increase" },
    ...{ baseline: 0, target: 100, unit },
    moves: { metricId, because: "more minutes each week make it rise" },
  });
  await must("cycle.commit", { cycleId });
  for (let week = 0; week < 16; week += 1) {
    const on = new Date(Date.parse("2026-03-01") - week * 7 * day).toISOString().slice(0, 10);
    await must("reading.record", { metricId, on, value: 200 + (week % 5), source: "by hand" });
  }
  return { world, cycleId, metricId, keyResultId };
}

const linkOf = async ({ ada }: World, cycleId: string, on?: string) =>
  (await ada.at.post("/api/report-links", { cycleId, on })).body as {
    id: string;
    url: string;
    expiresAt: string;
  };
const pathOf = (url: string) => new URL(url).pathname;

describe("a report's link", () => {
  test("shows the whole report to anybody as HTML without script, for thirty days, and is counted", async () => {
    const { world, cycleId } = await told();
    const { id, url, expiresAt } = await linkOf(world, cycleId);
    expect(url).toMatch(new RegExp(`^${world.origin}/r/[\\w-]{24}$`));
    expect(expiresAt).toBe("2026-04-01T08:00:00.000Z");
    const page = await world.stranger().get(pathOf(url));
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    for (const words of [
      "Northwind: Q1",
      "Listening",
      "Be the daily companion",
      "Finished episodes rise",
      "Ben",
      "What is next",
      "Too early to say what moved the star",
      "works until 1 Apr 2026",
    ])
      expect(page.text).toContain(words);
    expect(page.text).toMatch(/<svg viewBox="0 0 640 160" role="img" aria-label="Listening: 16 readings/);
    expect(page.text).not.toMatch(/<script|javascript:| on\w+=|style="/i);
    await world.stranger().send(pathOf(url), { method: "HEAD" });
    await world.stranger().get(pathOf(url));
    const { links } = (await world.ada.at.get("/api/report-links")).body;
    expect(links).toMatchObject([{ id, cycleId, opened: 2, openedAt: "2026-03-02T08:00:00.000Z" }]);
    expect(JSON.stringify(links)).not.toContain(pathOf(url).slice(3));
    world.clock.now += 30 * day;
    expect((await world.stranger().get(pathOf(url))).status).toBe(410);
  });

  test("lets nothing run, load or frame it, and asks not to be found", async () => {
    const { world, cycleId } = await told();
    const { url } = await linkOf(world, cycleId);
    const { headers, text } = await world.stranger().get(pathOf(url));
    const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers.get("content-security-policy")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`,
    );
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("set-cookie")).toBeNull();
  });

  test("gives away no id and no address, whatever is in the workspace", async () => {
    const { world, cycleId, metricId, keyResultId } = await told();
    const { ada, ben } = world;
    await world.mutate(ben, "member.revise", { memberId: ben.memberId, email: "ben@example.org" });
    const { id, url } = await linkOf(world, cycleId);
    const { text } = await world.stranger().get(pathOf(url));
    for (const secret of [id, cycleId, metricId, keyResultId, ada.memberId, ben.memberId, ada.workspaceId])
      expect(text).not.toContain(secret);
    expect(text.replace(/<style>[\s\S]*<\/style>/, "")).not.toMatch(/@|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test("follows what happens in the cycle, until its grades", async () => {
    const { world, cycleId, keyResultId } = await told();
    const { url } = await linkOf(world, cycleId);
    const look = async () => (await world.stranger().get(pathOf(url))).text;
    expect(await look()).toContain("no value yet");
    const said = { id: world.id(), keyResultId, value: 45, confidence: 8 };
    await world.mutate(world.ben, "check-in.record", said);
    expect(await look()).toContain("45% of the way");
    world.clock.now = Date.parse("2026-05-02T08:00:00.000Z");
    const { url: later } = await linkOf(world, cycleId);
    await world.mutate(world.ada, "cycle.grade", { cycleId });
    await world.mutate(world.ada, "key-result.grade", { keyResultId });
    const { outcome } = await world.mutate(world.ada, "cycle.close", { cycleId });
    expect(outcome).toBe("applied");
    const closed = (await world.stranger().get(pathOf(later))).text;
    expect(closed).toContain("graded 0.45");
    expect(closed).toContain("As it stood on 30 Apr 2026");
  });

  test("made for a past day tells that day for good, whatever is done since", async () => {
    const { world, cycleId, metricId, keyResultId } = await told();
    const { ada, ben, clock, mutate, id } = world;
    const said = (value: number) =>
      mutate(ben, "check-in.record", { id: id(), keyResultId, value, confidence: 8 });
    await said(45);
    clock.now += day;
    await said(90);
    await mutate(ada, "key-result.revise", { keyResultId, title: "Another promise" });
    await mutate(ada, "reading.record", { metricId, on: "2026-03-01", value: 999, source: "by hand" });
    const then = await linkOf(world, cycleId, "2026-03-02");
    clock.now += 1000;
    const now = await linkOf(world, cycleId);
    const look = async ({ url }: { url: string }) => (await world.stranger().get(pathOf(url))).text;
    const past = await look(then);
    expect(past).toContain("As it stood on 2 Mar 2026, by what was known then.");
    expect(past).toContain("This link shows the cycle as it stood on 2 Mar 2026");
    expect(past).toContain("45% of the way");
    expect(past).toContain("Finished episodes rise");
    expect(past).not.toMatch(/Another promise|90% of the way|999/);
    const live = await look(now);
    expect(live).toContain("90% of the way");
    expect(live).toContain("Another promise");
    clock.now += 10 * day;
    expect(await look(then)).toBe(past);
    const { links } = (await ada.at.get("/api/report-links")).body;
    expect(links.map((one: { toldOn: string | null }) => one.toldOn)).toEqual(["2026-03-02", null]);
  });

  test("of a day opens also where the workspace has moved to a zone in which that day has not begun", async () => {
    const { world, cycleId } = await told();
    world.clock.now = Date.parse("2026-03-02T11:00:00.000Z");
    await world.mutate(world.ada, "workspace.set-zone", { zone: "Pacific/Kiritimati" });
    const { url } = await linkOf(world, cycleId, "2026-03-03");
    await world.mutate(world.ada, "workspace.set-zone", { zone: "Pacific/Honolulu" });
    const { status, text } = await world.stranger().get(pathOf(url));
    expect([status, text.includes("As it stood on 3 Mar 2026")]).toEqual([200, true]);
  });

  test("is revoked at once; a backup from before does not bring it back, and a year later it is forgotten", async () => {
    const { world, cycleId } = await told();
    const [gone, stays] = [await linkOf(world, cycleId), await linkOf(world, cycleId)];
    const file = join(temporaryFolder(), "backup.db");
    await run(world.northing, "backup", [file]);
    expect((await world.ada.at.delete(`/api/report-links/${gone.id}`)).status).toBe(200);
    expect((await world.ada.at.delete(`/api/report-links/${gone.id}`)).status).toBe(404);
    expect((await world.stranger().get(pathOf(gone.url))).status).toBe(410);
    await world.close();
    const deps = { now: () => world.clock.now, wait: async () => {}, random: () => 0.5 };
    expect((await restore(world.env, file, deps)).ok).toBe(true);
    const after = await startWorld({ folder: world.env.DATA_DIR, empty: true });
    const look = async ({ url }: { url: string }) => (await after.stranger().get(pathOf(url))).status;
    expect([await look(gone), await look(stays)]).toEqual([410, 200]);
    await tidy(after.northing.database, world.clock.now + 61 * day);
    expect(await after.northing.database.read("select id from report_link")).toEqual([]);
  });
});

describe("against somebody who means harm", () => {
  test("markup in a title, a name or a reading's unit stays the text it is", async () => {
    const { world, cycleId } = await told(evil);
    const { text } = await world.stranger().get(pathOf((await linkOf(world, cycleId)).url));
    expect(text).not.toMatch(/<script|<img|<\/title><|\u202e/);
    expect(text).toContain("&#60;script&#62;alert(1)");
    expect(text).toContain("مرحبا");
    expect(text.match(/<title>/g)).toHaveLength(1);
  });

  test("Cleo makes, sees, revokes and reads nothing of Ada's; a member makes none", async () => {
    const { world, cycleId } = await told();
    const { id, url } = await linkOf(world, cycleId);
    const { cleo, ada, ben } = world;
    expect((await cleo.at.post("/api/report-links", { cycleId })).status).toBe(404);
    expect((await cleo.at.get("/api/report-links")).body.links).toEqual([]);
    expect((await cleo.at.get(`/api/report-links?workspace=${ada.workspaceId}`)).status).toBe(403);
    expect((await cleo.at.delete(`/api/report-links/${id}`)).status).toBe(404);
    expect((await ben.at.post("/api/report-links", { cycleId })).body.error.code).toBe("forbidden");
    expect((await world.stranger().get(pathOf(url))).status).toBe(200);
    const planned = world.id();
    await world.mutate(ada, "cycle.open", {
      ...{ id: planned, name: "Q2", startsOn: "2026-05-01", endsOn: "2026-07-31" },
    });
    expect((await ada.at.post("/api/report-links", { cycleId: planned })).status).toBe(404);
  });

  test("no link is made of a day that has not begun, had nothing to tell, or is none", async () => {
    const { world, cycleId } = await told();
    const ask = async (on: unknown) => {
      const { status, body } = await world.ada.at.post("/api/report-links", { cycleId, on });
      return `${status} ${body.error?.code} ${body.error?.field}`;
    };
    expect(await ask("2026-03-03")).toBe("400 invalid_request on");
    expect(await ask("2026-03-01")).toBe("404 not_found cycleId");
    for (const on of ["2026-02-30", "yesterday", "' or 1=1 --", 7])
      expect(await ask(on)).toMatch(/^400 invalid_request/);
    expect((await world.ada.at.get("/api/report-links")).body.links).toEqual([]);
  });

  test("a link opens nothing else, and one that was made up looks like one that ran out", async () => {
    const { world, cycleId } = await told();
    const { url, id } = await linkOf(world, cycleId);
    const token = pathOf(url).slice(3);
    expect((await world.stranger().post("/api/join", { token, name: "Eve" })).status).toBe(410);
    expect((await world.stranger().post("/api/sceptic/preview", { token })).status).toBe(410);
    await world.ada.at.delete(`/api/report-links/${id}`);
    const pages = new Set<string>();
    for (const one of [token, "A".repeat(24), id, "x", "%00", "a".repeat(5000)]) {
      const { status, text, headers } = await world.stranger().get(`/r/${one}`);
      pages.add(`${status} ${text} ${headers.get("content-security-policy")}`);
    }
    expect(pages.size).toBe(1);
    expect([...pages][0]).toMatch(/^410 <!doctype html>[\s\S]*default-src 'none'/);
    expect((await world.stranger().get(`/r/${token}/more`)).text).not.toContain("Listening");
  });

  test("one address cannot guess without end, and nothing stored or logged gives a secret away", async () => {
    const { world, cycleId } = await told();
    const token = pathOf((await linkOf(world, cycleId)).url).slice(3);
    await world.stranger().get(`/r/${token}`);
    const guesser = world.stranger();
    let limited = 0;
    for (let i = 0; i < 80; i += 1)
      if ((await guesser.get(`/r/${`guess${i}`.padEnd(24, "x")}`)).status === 429) limited += 1;
    expect(limited).toBe(20);
    expect((await world.stranger().get(`/r/${token}`)).status).toBe(200);
    expect(JSON.stringify(await dump(world.northing.database))).not.toContain(token);
    expect(world.logged.join("")).not.toContain(token);
  });
});
