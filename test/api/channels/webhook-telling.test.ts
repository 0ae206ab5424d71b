import { describe, expect, test } from "vitest";
import { signatureOf } from "../../../api/channels/webhook-post.ts";
import { genericBody } from "../../../shared/channels/generic.ts";
import type { SlackBody } from "../../../shared/channels/slack.ts";
import type { TeamsBody } from "../../../shared/channels/teams.ts";
import { reviewId } from "../../../shared/reviews/review.ts";
import { json } from "../../support/source-server.ts";
import { startTellingWorld, type TellingWorld } from "../../support/telling.ts";

/** Half past nine in Berlin: the focus of Monday, 2 March, and of Tuesday. */
const focusTime = "2026-03-02T08:30:00.000Z";
const tuesday = "2026-03-03T08:30:00.000Z";
/** Check-ins are due on Monday, 9 March: misses are told on Wednesday, the digest on Thursday. */
const missesTime = "2026-03-11T08:00:00.000Z";
const digestTime = "2026-03-12T08:00:00.000Z";

async function toldAt(world: TellingWorld, moment: string): Promise<void> {
  world.at(new Date(Date.parse(moment) - 3_600_000).toISOString());
  await world.work();
  world.at(moment);
  await world.work();
}

describe("a program", () => {
  test("hears the focus at its time, signed over time and body, with the address of the app", async () => {
    const world = await startTellingWorld();
    const { secret } = await world.hook({ says: ["focus"] });
    await world.work();
    expect(world.posted()).toEqual([]);
    world.at(focusTime);
    await world.work();
    const [request] = world.receiver.asked;
    const body = genericBody.parse(JSON.parse(request!.body));
    expect(body).toMatchObject({
      ...{ event: "focus", at: focusTime, squad: { id: world.squadId, name: "Podcasts" } },
      title: "Podcasts today: Listeners who finish a show",
      url: `${world.origin}/focus/${world.squadId}`,
    });
    const { headers } = request!;
    const timestamp = String(Math.floor(Date.parse(focusTime) / 1000));
    expect(headers["northing-timestamp"]).toBe(timestamp);
    expect(headers["northing-id"]).toBe(body.id);
    expect(headers["northing-signature"]).toBe(`v1=${signatureOf(secret!, timestamp, request!.body)}`);
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  });

  test("hears each thing once, however often the server looks", async () => {
    const world = await startTellingWorld();
    await world.hook({ says: ["focus"] });
    for (const moment of [focusTime, focusTime, "2026-03-02T15:00:00.000Z", tuesday, tuesday]) {
      world.at(moment);
      await world.work();
    }
    expect(world.posted().map((one) => one.at)).toEqual([focusTime, tuesday]);
  });

  test("hears nothing on days that are not worked, and nothing from before it was there", async () => {
    const world = await startTellingWorld();
    world.at("2026-03-06T09:00:00.000Z");
    await world.hook({ says: ["focus"] });
    for (const day of ["06", "07", "08"]) {
      world.at(`2026-03-${day}T10:00:00.000Z`);
      await world.work();
    }
    expect(world.posted()).toEqual([]);
    await toldAt(world, "2026-03-09T08:30:00.000Z");
    expect(world.posted()).toHaveLength(1);
  });

  test("hears late what a server that was down could not say, while it means something", async () => {
    const world = await startTellingWorld();
    await world.hook({ says: ["focus"] });
    await world.work();
    world.at("2026-03-02T16:00:00.000Z");
    await world.work();
    expect(world.posted()).toHaveLength(1);
    world.at("2026-03-03T07:00:00.000Z");
    await world.work();
    world.at("2026-03-03T23:30:00.000Z");
    await world.work();
    expect(world.posted()).toHaveLength(1);
    expect((await world.listed())[0]?.sent[0]).toMatchObject({ state: "skipped", reason: "expired" });
  });
});

describe("a squad's channel", () => {
  test("hears who has not checked in, with the metric check, and then the digest", async () => {
    const world = await startTellingWorld();
    await world.hook({ kind: "slack", says: ["misses", "digest"] });
    await toldAt(world, missesTime);
    const [misses] = world.posted<SlackBody>();
    expect(misses?.text).toBe("Podcasts: 1 check-in is missing");
    expect(misses?.blocks.map((one) => one.text.text)).toEqual([
      "*Podcasts: 1 check-in is missing*",
      "• Listeners who finish a show (Ben)",
      `<${world.origin}/rhythm/weekly/${world.squadId}|Open the metric check>`,
    ]);
    await toldAt(world, digestTime);
    const digest = world.posted<SlackBody>()[1]!;
    expect(digest.text).toMatch(/^Podcasts, the week in short: 0 of 1 checked in/);
    expect(digest.blocks.at(-1)?.text.text).toContain(`/rhythm/digest/${world.squadId}/2026-03-09|`);
  });

  test("hears the digest as soon as the PM has done the metric check, and not again at its usual time", async () => {
    const world = await startTellingWorld();
    await world.hook({ says: ["digest"] });
    world.at("2026-03-11T09:20:00.000Z");
    await world.work();
    expect(world.posted()).toEqual([]);
    const check = {
      beat: "weekly",
      squadId: world.squadId,
      cycleId: world.cycleId,
      on: "2026-03-09",
    } as const;
    await world.tell(world.pam, "review.open", check);
    await world.tell(world.pam, "review.complete", { reviewId: reviewId(check) });
    await world.work();
    expect(world.posted().map((one) => one.event)).toEqual(["digest"]);
    await toldAt(world, digestTime);
    await toldAt(world, "2026-03-16T08:00:00.000Z");
    expect(world.posted()).toHaveLength(1);
  });

  test("hears on a Friday what would be told on Monday", async () => {
    const world = await startTellingWorld();
    const rhythm = { dueDay: 3, dueTime: "09:00", openDaysBefore: 2, focusTime: "09:30" };
    await world.tell(world.ada, "workspace.set-rhythm", { rhythm: { ...rhythm, workdays: [1, 2, 3, 4, 5] } });
    await world.hook({ says: ["digest"] });
    world.at("2026-03-13T10:00:00.000Z");
    const check = {
      beat: "weekly",
      squadId: world.squadId,
      cycleId: world.cycleId,
      on: "2026-03-11",
    } as const;
    await world.tell(world.pam, "review.open", check);
    await world.tell(world.pam, "review.complete", { reviewId: reviewId(check) });
    await world.work();
    expect(world.posted().map((one) => one.event)).toEqual(["digest"]);
  });

  test("hears of no misses where everybody has checked in", async () => {
    const world = await startTellingWorld();
    await world.hook({ says: ["misses"] });
    world.at("2026-03-09T07:00:00.000Z");
    await world.tell(world.ben, "check-in.record", {
      ...{ id: world.id(), keyResultId: world.keyResultId, value: 0.25, confidence: 6 },
    });
    await toldAt(world, missesTime);
    expect(world.posted()).toEqual([]);
    expect((await world.listed())[0]?.sent).toMatchObject([{ state: "skipped", reason: "nothing-to-say" }]);
  });

  test("of Teams gets one card in the wrapper it expects", async () => {
    const world = await startTellingWorld();
    await world.hook({ kind: "teams", says: ["focus"] });
    await toldAt(world, focusTime.replace("02T", "03T"));
    const [{ type, attachments } = {} as TeamsBody] = world.posted<TeamsBody>();
    expect([type, attachments.length]).toEqual(["message", 1]);
    expect(attachments[0].contentType).toBe("application/vnd.microsoft.card.adaptive");
    const { content } = attachments[0];
    expect(content.body[0]?.inlines[0].text).toBe("Podcasts today: Listeners who finish a show");
    expect(content.actions).toEqual([
      {
        type: "Action.OpenUrl",
        title: "Open today's focus",
        url: `${world.origin}/focus/${world.squadId}`,
      },
    ]);
  });

  test("hears at once what is unusual, once, and not what was answered before", async () => {
    const world = await startTellingWorld();
    await world.hook({ says: ["anomalies"] });
    const found = {
      series: { kind: "key-result", id: world.keyResultId },
      ...{ squadId: world.squadId, on: "2026-03-02", onset: "2026-03-02", direction: "down", rule: "last-1" },
      ...{ value: 0.1, expected: { low: 0.25, centre: 0.3, high: 0.35 }, preset: "calm", adverse: true },
    } as const;
    const raise = async (onset: string) => {
      const args = { ...found, onset };
      const at = new Date(world.clock.now).toISOString();
      const mutation = { id: world.id(), name: "anomaly.raise", args, at } as const;
      const actor = { memberId: world.ada.memberId, server: true };
      const [result] = await world.northing.sync.apply(world.ada.workspaceId, actor, [mutation]);
      expect(result?.outcome).toBe("applied");
    };
    await raise("2026-03-02");
    await world.work();
    await world.work();
    const [told, ...more] = world.posted<{ title: string; parts: { lines: string[] }[]; url: string }>();
    expect(more).toEqual([]);
    expect(told?.title).toBe("Unusual: Listeners who finish a show");
    expect(told?.parts[0]?.lines[0]).toMatch(/fell to 10\s?%/);
    const path = told!.url.slice(`${world.origin}/signals/`.length);
    const [row] = await world.northing.database.read("select id from row where kind = 'anomaly'");
    expect(decodeURIComponent(path)).toBe(row?.id);
    await raise("2026-03-01");
    const answered = (await world.northing.database.read("select id from row where kind = 'anomaly'")).find(
      (one) => one.id !== row?.id,
    );
    await world.tell(world.pam, "anomaly.answer", {
      anomalyId: String(answered?.id),
      as: "explained",
      text: "A holiday.",
    });
    await world.work();
    expect(world.posted()).toHaveLength(1);
  });

  test("hears the report of the company once a month, on the fifth working day, whatever squad it is of", async () => {
    const world = await startTellingWorld();
    await world.hook({ says: ["report"] });
    for (const day of ["05", "06", "06", "09"]) await toldAt(world, `2026-03-${day}T08:00:00.000Z`);
    const [told, ...more] = world.posted().map((one) => genericBody.parse(one));
    expect(more).toEqual([]);
    expect(told).toMatchObject({ event: "report", at: "2026-03-06T08:00:00.000Z" });
    expect(told?.squad).toBeUndefined();
    expect(told?.title).toMatch(/^The report of .+, Q1$/);
    expect(told?.parts.map((one) => one.heading)).toContain("How sure we are");
    expect(told?.url).toBe(`${world.origin}/rhythm/report?cycle=${world.cycleId}&on=2026-03-06`);
  });

  test("hears nothing of a squad that is dismissed", async () => {
    const world = await startTellingWorld();
    await world.hook({ says: ["focus"] });
    await world.work();
    await world.northing.database.write([
      {
        sql: "update row set body = json_set(body, '$.state', 'dismissed') where kind = 'squad'",
      },
    ]);
    world.at(focusTime);
    await world.job("tell webhooks");
    expect(world.posted()).toEqual([]);
  });

  test("of the whole workspace hears of every squad", async () => {
    const world = await startTellingWorld();
    const other = world.id();
    await world.tell(world.ada, "squad.form", { id: other, name: "Radio" });
    await world.hook({ squadId: undefined, says: ["focus"] });
    await toldAt(world, tuesday);
    const { sent } = (await world.listed())[0]!;
    expect(sent.map((one) => [one.state, one.reason]).sort()).toEqual([
      ["accepted", undefined],
      ["skipped", "nothing-to-say"],
    ]);
  });
});

describe("a test", () => {
  test("is posted at once and stands among the last ten", async () => {
    const world = await startTellingWorld();
    const { id } = await world.hook({ kind: "slack" });
    const { status, body } = await world.ada.at.post(`/api/webhooks/${id}/test`);
    expect([status, body]).toEqual([200, {}]);
    expect(world.posted<SlackBody>()[0]?.text).toBe("Northing reaches this channel");
    expect((await world.listed())[0]?.sent).toMatchObject([{ says: "test", state: "accepted", status: 200 }]);
  });

  test("says why it came to nothing, and not what the receiver said", async () => {
    const world = await startTellingWorld({
      answer: (_, response) => response.writeHead(403).end("invalid_token 7f3a"),
    });
    const { id } = await world.hook({ kind: "slack" });
    const { text, body } = await world.ada.at.post(`/api/webhooks/${id}/test`);
    expect(body).toEqual({ failure: { code: "source_unreachable", why: "status", status: 403 } });
    expect(text).not.toContain("7f3a");
    expect((await world.listed())[0]).toMatchObject({
      failures: 1,
      sent: [{ state: "failed", status: 403 }],
    });
    world.receiver.answer = json({});
    await world.ada.at.post(`/api/webhooks/${id}/test`);
    expect(await world.listed()).toMatchObject([{ failures: 0, sent: [{}, {}] }]);
  });
});
