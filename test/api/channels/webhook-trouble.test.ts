import { describe, expect, test } from "vitest";
import { createOutbound, type Outbound } from "../../../api/outbound.ts";
import { type Answer, json, loopbackCanary, startSource } from "../../support/source-server.ts";
import { startTellingWorld, type TellingWorld } from "../../support/telling.ts";

const focusTime = "2026-03-02T08:30:00.000Z";
const minute = 60_000;

/** A world whose only message is due now. */
async function dueNow(answer: Answer, options: { patience?: number } = {}): Promise<TellingWorld> {
  const world = await startTellingWorld({ answer, ...options });
  await world.hook({ says: ["focus"] });
  world.at(focusTime);
  return world;
}

async function lines(world: TellingWorld) {
  return world.northing.database.read(
    "select state, reason, status, attempts, due_at as dueAt, lease from webhook_message order by planned_for",
  );
}

/** Looks once a minute for so many minutes. */
async function forMinutes(world: TellingWorld, minutes: number) {
  for (let i = 0; i < minutes; i += 1) {
    world.clock.now += minute;
    await world.work();
  }
}

describe("a receiver in trouble", () => {
  test.each([500, 503, 429, 408])(
    "that says %i is asked again until it takes the message, once",
    async (status) => {
      const world = await dueNow((_, response) => response.writeHead(status).end());
      await world.work();
      expect(await lines(world)).toMatchObject([
        { state: "retry", reason: "status", status, attempts: 1 },
        {},
      ]);
      world.receiver.answer = json({});
      await forMinutes(world, 5);
      expect(await lines(world)).toMatchObject([{ state: "accepted", attempts: 2 }, {}]);
      expect(new Set(world.posted().map((one) => one.id)).size).toBe(1);
      expect(await world.listed()).toMatchObject([{ state: "on", failures: 0 }]);
    },
  );

  test("that names a wait is not asked before", async () => {
    const world = await dueNow((_, response) => response.writeHead(429, { "retry-after": "3600" }).end());
    await world.work();
    await forMinutes(world, 59);
    expect(world.receiver.asked).toHaveLength(1);
    await forMinutes(world, 4);
    expect(world.receiver.asked).toHaveLength(2);
  });

  test.each([400, 401, 403, 404, 410, 413])(
    "that says %i is not asked for this message again",
    async (status) => {
      const world = await dueNow((_, response) => response.writeHead(status).end());
      await world.work();
      await forMinutes(world, 10);
      expect(world.receiver.asked).toHaveLength(1);
      expect(await lines(world)).toMatchObject([{ state: "failed", status, lease: null }, {}]);
    },
  );

  test("is left alone once the message says nothing new any more", async () => {
    const world = await dueNow((_, response) => response.writeHead(500).end());
    await world.work();
    world.at("2026-03-02T23:30:00.000Z");
    await world.work();
    const asked = world.receiver.asked.length;
    await forMinutes(world, 120);
    expect(world.receiver.asked).toHaveLength(asked);
    expect(await lines(world)).toContainEqual(expect.objectContaining({ state: "failed" }));
  });

  test("ten times in a row for more than an hour is switched off, says why, and can be switched on", async () => {
    const world = await dueNow((_, response) => response.writeHead(500).end());
    const { id } = (await world.listed())[0]!;
    await world.work();
    for (let hours = 0; hours < 12; hours += 1) {
      world.clock.now += 60 * minute;
      await world.work();
      const [{ state, failures } = { state: "on", failures: 0 }] = await world.listed();
      expect(state, String(failures)).toBe(failures >= 10 ? "off" : "on");
    }
    const off = (await world.listed())[0]!;
    expect(off).toMatchObject({ state: "off", failures: 10, failure: { why: "status", status: 500 } });
    const asked = world.receiver.asked.length;
    world.receiver.answer = json({});
    await forMinutes(world, 30);
    expect(world.receiver.asked).toHaveLength(asked);
    expect((await world.pam.at.post(`/api/webhooks/${id}/on`)).body).toMatchObject({
      ...{ state: "on", failures: 0, memberId: world.pam.memberId },
    });
    world.at("2026-03-03T08:30:00.000Z");
    await world.work();
    expect(world.receiver.asked).toHaveLength(asked + 1);
  });

  test("ten times in one bad minute stays on", async () => {
    const world = await dueNow((_, response) => response.writeHead(403).end());
    const { id } = (await world.listed())[0]!;
    for (let i = 0; i < 12; i += 1) {
      await world.ada.at.post(`/api/webhooks/${id}/test`);
      world.clock.now += 4000;
    }
    expect(await world.listed()).toMatchObject([{ state: "on", failures: 12 }]);
  });
});

describe("a receiver that means harm", () => {
  const endless: Answer = (_, response) => {
    const chunk = "x".repeat(65_536);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", more);
    more();
  };
  const slow: Answer = (_, response) => {
    response.flushHeaders();
    const drop = setInterval(() => response.write("1"), 50);
    response.on("close", () => clearInterval(drop));
  };

  test.each<[string, Answer]>([
    ["never ends", endless],
    ["sends a byte now and then", slow],
    ["stops after its head", (_, response) => response.flushHeaders()],
  ])("and %s has said all that counts with its head", async (_what, answer) => {
    const world = await dueNow(answer);
    await world.work();
    expect(await lines(world)).toMatchObject([{ state: "accepted", status: 200 }, {}]);
  });

  test("and hangs is left when the time is over, and nobody else waits longer for it", async () => {
    const receiver = await startSource((request, response) => {
      if (request.url?.endsWith("/good-one-here")) response.end();
    });
    // Only who hangs is short of time, so that a busy machine does not fail the other.
    const [short, long] = [200, 60_000].map((patience) =>
      createOutbound({ extraHosts: [receiver.host], patience }),
    ) as [Outbound, Outbound];
    const send: Outbound["send"] = (request) =>
      (request.url.endsWith("/hangs-for-ever") ? short : long).send(request);
    const hanging = await startTellingWorld({ outbound: { ...long, send } });
    await hanging.hook({ name: "Good", says: ["focus"], url: `${receiver.url}/good-one-here` });
    await hanging.hook({ name: "Bad", says: ["focus"], url: `${receiver.url}/hangs-for-ever` });
    hanging.at(focusTime);
    await hanging.work();
    const listed = await hanging.listed();
    expect(listed.map((one) => [one.name, one.sent[0]?.state, one.sent[0]?.reason])).toEqual([
      ["Bad", "retrying", "timeout"],
      ["Good", "accepted", undefined],
    ]);
  });

  test.each([301, 302, 307, 308])("and leads elsewhere by a %i is not followed", async (status) => {
    const canary = await loopbackCanary();
    const location = `http://127.0.0.1:${canary.port}/`;
    const world = await dueNow((_, response) => response.writeHead(status, { location }).end());
    await world.work();
    expect(await lines(world)).toMatchObject([{ state: "failed", reason: "redirect" }, {}]);
    expect(canary.hits()).toBe(0);
  });
});

test("a refused address is told apart from a name that is not found, and only that is tried again", async () => {
  const answers = new Map([
    ["inside.example.org", async () => [{ address: "10.0.0.1", family: 4 }]],
    ["lost.example.org", async () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" }))],
  ]);
  let isOpen = true;
  const open = async () => [{ address: "8.8.8.8", family: 4 }];
  const resolve = async (host: string) => (isOpen ? open() : answers.get(host)!());
  const outbound = createOutbound({ extraHosts: [], resolve });
  const world = await startTellingWorld({ outbound });
  await world.hook({ name: "Inside", says: ["focus"], url: "https://inside.example.org/hook/abcdef" });
  await world.hook({ name: "Lost", says: ["focus"], url: "https://lost.example.org/hook/abcdef" });
  isOpen = false;
  world.at(focusTime);
  await world.work();
  expect((await world.listed()).map((one) => [one.name, one.sent[0]?.state, one.failure])).toEqual([
    ["Inside", "failed", { code: "address_refused", why: "not-public" }],
    ["Lost", "retrying", { code: "source_unreachable", why: "no-name" }],
  ]);
});
