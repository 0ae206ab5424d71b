import { expect, it } from "vitest";
import { createSender, type SenderDeps } from "../../../api/push/send.ts";
import { onFile } from "../../support/database.ts";
import type { Reply } from "../../support/push-service.ts";
import { startPushingWorld, vapidKeys } from "../../support/pushing.ts";
import { anotherServer, everything } from "../../support/reminder-servers.ts";

const monday = "2026-03-09T08:00:00.000Z";
const minute = 60_000;

interface Effect {
  /** What the ledger holds of the message, and what the app says of it and of the subscription. */
  line: { state: string; reason: string | null; status: number | null };
  said: string;
  subscription: "on" | "gone";
  /** What the operator is told, and how loudly. */
  told?: [level: string, event: string];
  /** For another try: at least and at most so many minutes later. */
  again?: [number, number];
}

const gone = (status: number): Effect => ({
  ...{ line: { state: "gone", reason: null, status }, said: "gone", subscription: "gone" },
});
const refused = (status: number): Effect => ({
  ...{ line: { state: "failed", reason: "refused", status }, said: "failed", subscription: "on" },
  told: ["error", "push.refused"],
});
const failed = (status: number, reason: string): Effect => ({
  ...{ line: { state: "failed", reason, status }, said: "failed", subscription: "on" },
  told: ["error", "push.failed"],
});
/** At once or up to a minute later, the first time: twice the first step of half a minute, with full jitter. */
const busy = (status: number, again: [number, number] = [0, 1.1]): Effect => ({
  ...{ line: { state: "retry", reason: "busy", status }, said: "retrying", subscription: "on", again },
});
const unreachable: Effect = {
  ...{ line: { state: "retry", reason: "unreachable", status: null }, said: "retrying", subscription: "on" },
  ...{ told: ["warn", "push.unreachable"], again: [0, 1.1] },
};
const location = { Location: "https://127.0.0.1:1/elsewhere" };

/** What the push service does, how our side differs where it does, and what comes of it. */
const answers: [name: string, reply: Reply | undefined, effect: Effect, ours?: Partial<SenderDeps>][] = [
  [
    "201",
    undefined,
    { line: { state: "accepted", reason: null, status: 201 }, said: "sent", subscription: "on" },
  ],
  ["404", { status: 404 }, gone(404)],
  ["410", { status: 410 }, gone(410)],
  ["400", { status: 400 }, refused(400)],
  ["401", { status: 401 }, refused(401)],
  ["403", { status: 403 }, refused(403)],
  ["413", { status: 413 }, failed(413, "too-large")],
  ["a redirect", { status: 307, headers: location }, failed(307, "unexpected")],
  ["408", { status: 408 }, busy(408)],
  ["429 with Retry-After", { status: 429, headers: { "Retry-After": "1200" } }, busy(429, [20, 21.1])],
  ["500", { status: 500 }, busy(500)],
  ["502", { status: 502 }, busy(502)],
  ["503 with Retry-After", { status: 503, headers: { "Retry-After": "300" } }, busy(503, [5, 6.1])],
  ["no answer in time", "hang", unreachable, { patience: 50 }],
  ["a connection that breaks", "reset", unreachable],
  ["a certificate nobody vouches for", undefined, unreachable, { ca: "" }],
];

it.each(answers)(
  "%s has its stated effect on the message, the subscription and the next one",
  async (_, reply, effect, ours) => {
    const world = await startPushingWorld();
    const { ben, service, northing } = world;
    await world.keyResult(ben);
    await world.subscribe(ben);
    await world.remind();
    world.at(monday);
    const now = () => world.clock.now;
    const deps = { vapid: vapidKeys, extraHosts: [service.host], now, ca: service.certificate, ...ours };
    const sender = createSender(deps.ca === "" ? { ...deps, ca: undefined as never } : deps);
    const logged: [string, string][] = [];
    const tell = (level: string) => (event: string) => void logged.push([level, event]);
    const log = { debug: tell("debug"), info: tell("info"), warn: tell("warn"), error: tell("error") };
    const server = await anotherServer(world, onFile, { sender, log });
    // Standing until the end of the try: patience may run out before the connection is even made.
    if (reply === "hang") service.always(reply);
    else if (reply !== undefined) service.reply(reply);
    await everything(server);
    service.always(undefined);
    service.letGo();

    const [line] = await northing.database.read("select state, reason, status, due_at from delivery");
    expect(line).toMatchObject(effect.line);
    const told = (await ben.at.get("/api/reminders")).body;
    expect(told.reminders[0]).toMatchObject({ kind: "nudge", state: effect.said });
    expect(told.devices).toMatchObject([{ state: effect.subscription }]);
    expect((await ben.at.get("/api/push-subscriptions")).body).toEqual({ state: effect.subscription });
    const loud = logged.filter(([level]) => level === "warn" || level === "error");
    expect(loud).toEqual(effect.told ? [effect.told] : []);

    // Whatever is worth another try comes with it, once; of everything else nothing more is heard.
    const wasTaken = effect.line.state === "accepted";
    if (effect.again) {
      const wait = (Date.parse(String(line!.due_at)) - Date.parse(monday)) / minute;
      expect(wait).toBeGreaterThanOrEqual(effect.again[0]);
      expect(wait).toBeLessThanOrEqual(effect.again[1]);
      world.clock.now = Date.parse(String(line!.due_at)) - 1;
      await world.remind();
      expect(world.messages()).toEqual([]);
    }
    world.clock.now = Date.parse(monday) + 90 * minute;
    await world.remind();
    await world.remind();
    expect(world.messages()).toHaveLength(wasTaken || effect.again ? 1 : 0);

    // The next week's comes wherever the subscription still stands.
    const before = world.messages().length;
    world.at("2026-03-16T08:00:00Z");
    await world.remind();
    expect(world.messages().length > before).toBe(effect.subscription === "on");
  },
);
