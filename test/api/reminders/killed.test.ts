import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { describe, expect, it, onTestFinished } from "vitest";
import { type PushingWorld, startPushingWorld, vapidKeys } from "../../support/pushing.ts";
import { memberWithPhone } from "../../support/reminder-servers.ts";
import { sqldMissing, startSqld, warnWithoutSqld } from "../../support/sqld.ts";

const monday = "2026-03-09T08:00:00.000Z";
const people = 48;
/** After so many messages have come to phones, whoever sent the last one is killed before it hears so. */
const kills = [3, 20, 41];

warnWithoutSqld();

describe.skipIf(sqldMissing() !== undefined)("servers that are killed while they send", () => {
  it("miss nobody, and say twice only what was under way, in the same place on the phone", async () => {
    const program = await built();
    const sqld = await startSqld();
    onTestFinished(() => sqld.stop());
    const world = await startPushingWorld({ env: { DATABASE_URL: sqld.url } });
    for (let i = 0; i < people; i += 1) {
      const memberId = await memberWithPhone(world, `Person ${i}`);
      await world.keyResult({ ...world.ben, memberId }, `Key result ${i}`);
    }
    await world.northing.reminders.work.planReminders();

    const servers = new Set<ChildProcess>();
    onTestFinished(() => {
      for (const one of servers) one.kill("SIGKILL");
    });
    const start = async () => {
      const child = await started(program, sqld.url, world);
      servers.add(child);
      child.send(world.clock.now);
    };
    world.at(monday);
    await start();
    await start();

    // The service answers nobody at the moment of a kill: what it has just taken is under way for the server that sent it.
    for (const count of kills) {
      await reached(world, () => world.service.received.length >= count);
      const [victim] = servers;
      servers.delete(victim!);
      const gone = once(victim!, "exit");
      victim!.kill("SIGKILL");
      await gone;
      await start();
      world.clock.now += 61_000;
      for (const one of servers) one.send(world.clock.now);
    }
    let accepted = 0;
    await reached(world, async () => {
      world.clock.now += 1000;
      for (const one of servers) one.send(world.clock.now);
      const [row] = await world.northing.database.read(
        "select count(*) as n from delivery where state = 'accepted'",
      );
      accepted = Number(row?.n);
      return accepted === people;
    });

    const { received } = world.service;
    const phones = [...new Set(received.map((one) => one.id))];
    expect(phones).toHaveLength(people);
    const twice = phones.map((id) => received.filter((one) => one.id === id)).filter((one) => one.length > 1);
    // Two servers hold at most a group of 32 each, and only the killed one leaves its group unsettled.
    expect(twice.flat().length - twice.length).toBeLessThanOrEqual(32 * kills.length);
    for (const copies of twice) {
      expect(new Set(copies.map((one) => one.topic)).size).toBe(1);
      expect(new Set(copies.map((one) => JSON.parse(one.plaintext!).notification.tag)).size).toBe(1);
    }
    const lines = await world.northing.database.read(
      "select state, count(*) as n from reminder where kind = 'nudge' and planned_for = ? group by state",
      [monday],
    );
    expect(lines).toEqual([{ state: "sent", n: people }]);
    const [deliveries] = await world.northing.database.read("select count(*) as n from delivery");
    expect(deliveries).toEqual({ n: people });
    expect(world.service.faults).toEqual([]);
  }, 120_000);
});

/** The program built once into a folder of its own. */
async function built(): Promise<string> {
  mkdirSync(".cache", { recursive: true });
  // Inside the project, so that it finds the packages.
  const outDir = mkdtempSync(join(process.cwd(), ".cache", "node-"));
  onTestFinished(() => rmSync(outDir, { recursive: true, force: true }));
  await build({
    ...{ configFile: false, publicDir: false, logLevel: "error" },
    build: {
      ...{ ssr: true, outDir, target: "node20" },
      rollupOptions: { input: { node: "test/support/reminder-node.ts" } },
    },
  });
  return join(outDir, "node.js");
}

async function started(program: string, url: string, { service }: PushingWorld): Promise<ChildProcess> {
  const settings = { url, vapid: vapidKeys, host: service.host, certificate: service.certificate };
  const child = fork(program, [JSON.stringify(settings)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = once(child, "exit").then(() => "ended");
  if ((await Promise.race([once(child, "message"), ended])) === "ended") throw new Error("it did not start");
  return child;
}

async function reached(world: PushingWorld, isThere: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 4000; tries += 1) {
    if (await isThere()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  const states = await world.northing.database.read(
    "select state, count(*) as n from delivery group by state",
  );
  throw new Error(`never: ${JSON.stringify(states)}, ${world.service.received.length} received`);
}
