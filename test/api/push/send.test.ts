import { createECDH } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isPublicAddress } from "../../../api/public-address.ts";
import { createSender, maxPayload, type Outgoing, type SenderDeps } from "../../../api/push/send.ts";
import { type PushService, type Reply, startPushService } from "../../support/push-service.ts";

const ecdh = createECDH("prime256v1");
const publicKey = ecdh.generateKeys("base64url");
const vapid = { subject: "mailto:ops@example.org", publicKey, privateKey: ecdh.getPrivateKey("base64url") };
const start = Date.parse("2026-11-23T09:00:00Z");

let service: PushService;
let moment = start;
const opened: { close(): void }[] = [];
const sender = (changes: Partial<SenderDeps> = {}) => {
  const deps = { vapid, extraHosts: [service.host], now: () => moment, ca: service.certificate, ...changes };
  const made = createSender(deps);
  opened.push(made);
  return made;
};
const unreachable = { outcome: "retry", reason: "unreachable" };
const message: Outgoing = { payload: '{"web_push":8030}', topic: "nudge-1", ttl: 3600, urgency: "high" };

beforeAll(async () => {
  service = await startPushService({ now: () => moment });
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  service.always(undefined);
  service.received.length = 0;
  moment = start;
});
afterAll(() => service.close());

describe("a message that is sent", () => {
  it("reaches the device readable, with TTL, Topic and Urgency, signed for exactly this service", async () => {
    const device = service.device(publicKey);
    const payload = JSON.stringify({ web_push: 8030, notification: { title: "Größe 📈" } });
    expect(await sender().send(device.subscription, { ...message, payload })).toEqual({
      outcome: "accepted",
      status: 201,
    });
    expect(service.faults).toEqual([]);
    expect(service.received).toMatchObject([
      { id: device.id, plaintext: payload, ttl: 3600, topic: "nudge-1", urgency: "high" },
    ]);
  });

  it("shares one connection and one signature with the next, until half a day has passed", async () => {
    const device = service.device(publicKey);
    const sending = sender();
    const before = service.connections.opened;
    for (let i = 0; i < 5; i += 1) await sending.send(device.subscription, message);
    moment += 7 * 3_600_000;
    await sending.send(device.subscription, message);
    expect(service.connections.opened - before).toBe(1);
    const signatures = service.received.map((one) => one.authorization);
    expect(new Set(signatures.slice(0, 5)).size).toBe(1);
    expect(signatures[5]).not.toBe(signatures[0]);
    expect(service.faults).toEqual([]);
  });

  it("may be as large as a push service takes, and not a byte larger", async () => {
    const device = service.device(publicKey);
    const fits = { ...message, payload: "x".repeat(maxPayload) };
    expect(await sender().send(device.subscription, fits)).toMatchObject({ outcome: "accepted" });
    expect(service.received[0]!.body.length).toBeLessThanOrEqual(4096);
    const more = { ...message, payload: `${fits.payload}x` };
    expect(await sender().send(device.subscription, more)).toEqual({
      outcome: "failed",
      reason: "too-large",
    });
    expect(service.received).toHaveLength(1);
  });
});

describe("a connection that is used again and turns out to be closed", () => {
  /** A sender with a connection that has served once, and how often it knocks from now on. */
  const warmed = async () => {
    const sending = sender();
    const device = service.device(publicKey);
    await sending.send(device.subscription, message);
    const knocks: (string | undefined)[] = [];
    const breakOff: Reply = (request) => {
      knocks.push(request.headers.topic as string);
      request.socket.destroy();
    };
    return { device, breakOff, knocks, send: () => sending.send(device.subscription, message) };
  };

  it("costs no message: it goes once more at once, over a new one, under the same Topic", async () => {
    const { breakOff, knocks, send } = await warmed();
    const before = service.connections.opened;
    service.reply(breakOff);
    expect(await send()).toEqual({ outcome: "accepted", status: 201 });
    expect(service.connections.opened - before).toBe(1);
    expect(knocks.concat(service.received.map((one) => one.topic))).toEqual(Array(3).fill("nudge-1"));
    expect(service.faults).toEqual([]);
  });

  it("is tried again once and no more", async () => {
    const { breakOff, knocks, send } = await warmed();
    service.always(breakOff);
    expect(await send()).toEqual(unreachable);
    expect(knocks).toHaveLength(2);
  });

  it("is not tried again when it was new, or when an answer had begun", async () => {
    const { breakOff, knocks, device, send } = await warmed();
    service.reply(breakOff);
    expect(await sender().send(device.subscription, message)).toEqual(unreachable);
    expect(knocks).toHaveLength(1);
    service.reply((request) => {
      request.socket.write("HTTP/1.1 201 Crea", () => request.socket.destroy());
    });
    expect(await send()).toEqual(unreachable);
    expect(service.received).toHaveLength(1);
  });

  it("takes no longer than one deadline for both tries", async () => {
    const sending = sender({ patience: 200 });
    const { subscription } = service.device(publicKey);
    await sending.send(subscription, message);
    let tries = 0;
    service.always((request) => {
      tries += 1;
      if (tries === 1) request.socket.destroy();
    });
    expect(await sending.send(subscription, message)).toEqual(unreachable);
  });
});

describe("the answer of a push service", () => {
  const tried = async (reply: Parameters<PushService["reply"]>[0], changes: Partial<SenderDeps> = {}) => {
    service.reply(reply);
    return sender(changes).send(service.device(publicKey).subscription, message);
  };

  it.each([404, 410])("%i means that the subscription is over", async (status) => {
    expect(await tried({ status })).toEqual({ outcome: "gone", status });
  });

  it.each([408, 429, 500, 502, 503, 504])("%i means later", async (status) => {
    expect(await tried({ status })).toEqual({ outcome: "retry", reason: "busy", status });
  });

  it.each([
    ["120", 120],
    ["Mon, 23 Nov 2026 09:05:00 GMT", 300],
    ["Mon, 23 Nov 2026 08:00:00 GMT", 0],
    ["soon", undefined],
    ["-5", undefined],
  ])("may say how much later: %s", async (header, seconds) => {
    const sent = await tried({ status: 429, headers: { "Retry-After": header } });
    expect(sent).toEqual({
      outcome: "retry",
      reason: "busy",
      status: 429,
      ...(seconds === undefined ? {} : { retryAfter: seconds }),
    });
  });

  it.each([400, 401, 403])("%i is our fault and keeps the subscription", async (status) => {
    expect(await tried({ status })).toEqual({ outcome: "failed", reason: "refused", status });
  });

  it("413 is a bug", async () => {
    expect(await tried({ status: 413 })).toEqual({ outcome: "failed", reason: "too-large", status: 413 });
  });

  it.each([301, 302, 307, 308])("%i is not followed", async (status) => {
    const canary = await loopbackCanary();
    const sent = await tried({ status, headers: { Location: `http://127.0.0.1:${canary.port}/` } });
    expect(sent).toEqual({ outcome: "failed", reason: "unexpected", status });
    expect(canary.hits()).toBe(0);
    canary.close();
  });

  it("that never comes, or breaks off, means later", async () => {
    // Standing until the end of the try: patience may run out before the connection is even made.
    service.always("hang");
    const { subscription } = service.device(publicKey);
    expect(await sender({ patience: 50 }).send(subscription, message)).toEqual(unreachable);
    service.always(undefined);
    service.letGo();
    expect(await tried("reset")).toEqual(unreachable);
  });

  it("without end is cut off and counts by its status", async () => {
    const closed = new Promise<void>((done) => {
      service.reply((_request, response) => {
        response.on("close", done);
        const more = () => {
          while (!response.destroyed && response.write("x".repeat(65_536)));
        };
        response.writeHead(201).on("drain", more);
        more();
      });
    });
    const sent = await sender().send(service.device(publicKey).subscription, message);
    expect(sent).toEqual({ outcome: "accepted", status: 201 });
    await closed;
  });

  it("under a certificate nobody vouches for is not read", async () => {
    const device = service.device(publicKey);
    const strict = createSender({ vapid, extraHosts: [service.host], now: () => moment });
    opened.push(strict);
    expect(await strict.send(device.subscription, message)).toEqual({
      outcome: "retry",
      reason: "unreachable",
    });
    expect(service.received).toEqual([]);
  });
});

describe("where messages may go", () => {
  it("is checked again at sending, whatever is stored", async () => {
    const device = service.device(publicKey);
    const strict = sender({ extraHosts: [] });
    const refused = { outcome: "failed", reason: "endpoint" };
    expect(await strict.send(device.subscription, message)).toEqual(refused);
    for (const endpoint of ["", "nonsense", "http://fcm.googleapis.com/x", "https://169.254.169.254/x"])
      expect(await strict.send({ ...device.subscription, endpoint }, message)).toEqual(refused);
    expect(service.received).toEqual([]);
  });

  it.each(["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "::1", "fd00::1", "::ffff:127.0.0.1"])(
    "is never %s, though a known name resolves to it",
    async (address) => {
      const canary = await loopbackCanary();
      const strict = sender({ resolve: async () => [{ address, family: address.includes(":") ? 6 : 4 }] });
      const endpoint = "https://fcm.googleapis.com/fcm/send/x";
      const sent = await strict.send({ ...service.device(publicKey).subscription, endpoint }, message);
      expect(sent).toEqual({ outcome: "failed", reason: "endpoint" });
      expect(canary.hits()).toBe(0);
      canary.close();
    },
  );

  it("that does not resolve is tried later, and is not refused", async () => {
    const none = sender({ resolve: () => Promise.reject(new Error("dns")) });
    const empty = sender({ resolve: async () => [] });
    const { subscription } = service.device(publicKey);
    const known = { ...subscription, endpoint: "https://fcm.googleapis.com/fcm/send/x" };
    for (const one of [none, empty]) expect(await one.send(known, message)).toEqual(unreachable);
  });

  it("with keys that are no point on the curve fails without a throw", async () => {
    const { endpoint, keys } = service.device(publicKey).subscription;
    const p256dh = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 255)]).toString("base64url");
    expect(await sender().send({ endpoint, keys: { ...keys, p256dh } }, message)).toEqual({
      outcome: "failed",
      reason: "keys",
    });
  });
});

describe("a public address", () => {
  it.each(["8.8.8.8", "142.250.1.1", "100.128.0.1", "172.32.0.1", "2a00:1450::1", "2606:4700::1111"])(
    "is %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each(
    (
      "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 " +
      "172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1 " +
      "203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:8.8.8.8 ::ffff:127.0.0.1 64:ff9b::8.8.8.8 " +
      "64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1::1 3fff::1 5f00::1 fc00::1 fd12::1 fe80::1 fec0::1 " +
      "ff02::1 fe80::1%eth0 localhost 2130706433 0x7f.1 127.1 example.org"
    ).split(" "),
  )("is not %s", (address) => expect(isPublicAddress(address)).toBe(false));
});

/** A socket on loopback nobody may knock at. */
async function loopbackCanary() {
  let hits = 0;
  const server = createServer((socket) => {
    hits += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { port: (server.address() as AddressInfo).port, hits: () => hits, close: () => server.close() };
}
