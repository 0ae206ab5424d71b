import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createOutbound, maxAnswer, type OutboundDeps } from "../../api/outbound.ts";
import { certificateFile } from "../support/push-service.ts";
import { refusedAddresses, refusedHosts } from "../support/refused-hosts.ts";
import { type Answer, json, loopbackCanary, startSource } from "../support/source-server.ts";

const loopback = [{ address: "127.0.0.1", family: 4 }];
/** Where the answer counts, and not how long a busy machine takes. */
const patient = { patience: 60_000 };
/** Asks a source that the operator has opened. */
async function asked(answer: Answer, changes: Partial<OutboundDeps> = {}) {
  const source = await startSource(answer);
  const outbound = createOutbound({ extraHosts: [source.host], ...changes });
  return { source, outbound, answered: await outbound.send({ url: source.url }) };
}

describe("an answer", () => {
  test("comes as text, with the headers that were asked for and none of a browser", async () => {
    const source = await startSource(json({ total: 7 }));
    const outbound = createOutbound({ extraHosts: [source.host] });
    const headers = { Authorization: "Bearer s3cret" };
    expect(await outbound.send({ url: source.url, headers })).toEqual({ status: 200, text: '{"total":7}' });
    expect(source.asked).toHaveLength(1);
    expect(source.asked[0]).toMatchObject({ url: "/metric", method: "GET", body: "" });
    expect(source.asked[0]?.headers).toEqual({
      authorization: "Bearer s3cret",
      "accept-encoding": "identity",
      "user-agent": "Northing",
      connection: "close",
      host: source.host,
    });
  });

  test("comes to a POST with its body", async () => {
    const source = await startSource(json({}));
    const outbound = createOutbound({ extraHosts: [source.host] });
    await outbound.send({ url: source.url, headers: { "content-type": "text/plain" }, body: "größe" });
    expect(source.asked[0]).toMatchObject({ method: "POST", body: "größe" });
  });

  test("comes over TLS from whom the certificate names", async () => {
    const source = await startSource(json({ total: 7 }), { tls: true });
    const ca = readFileSync(certificateFile, "utf8");
    const outbound = createOutbound({ extraHosts: [source.host], ca });
    expect(await outbound.send({ url: source.url })).toMatchObject({ status: 200 });
  });

  test("may be as large as it may be, and not a byte larger, said or not", async () => {
    const whole =
      (size: number): Answer =>
      (_, response) =>
        response.end("x".repeat(size));
    const bare =
      (size: number): Answer =>
      (_, response) => {
        response.write("x");
        response.end("x".repeat(size - 1));
      };
    for (const sized of [whole, bare]) {
      expect((await asked(sized(maxAnswer))).answered).toHaveProperty("text", "x".repeat(maxAnswer));
      expect((await asked(sized(maxAnswer + 1))).answered).toEqual({
        code: "source_unreadable",
        why: "too-large",
      });
    }
  });
});

describe("a receiver that means harm", () => {
  test.each([301, 302, 303, 307, 308])("is not followed to loopback by a %i", async (status) => {
    const canary = await loopbackCanary();
    const location = `http://127.0.0.1:${canary.port}/`;
    const { answered } = await asked((_, response) => response.writeHead(status, { location }).end());
    expect(answered).toEqual({ code: "source_unreadable", why: "redirect" });
    expect(canary.hits()).toBe(0);
  });

  test("without an end is cut off, and gets no more of our memory than an answer may have", async () => {
    let sent = 0;
    const closed = new Promise<void>((done) => {
      void asked((_, response) => {
        response.on("close", done);
        const chunk = "x".repeat(65_536);
        const more = () => {
          while (!response.destroyed && sent < 1e9 && response.write(chunk)) sent += chunk.length;
        };
        response.on("drain", more);
        more();
      }, patient).then(({ answered }) =>
        expect(answered).toEqual({ code: "source_unreadable", why: "too-large" }),
      );
    });
    await closed;
    expect(sent).toBeLessThan(2e7);
  });

  test.each<[string, Answer]>([
    ["hangs", () => {}],
    ["stops after the head", (_, response) => response.flushHeaders()],
    [
      "sends a byte now and then",
      (_, response) => {
        const drop = setInterval(() => response.write("1"), 20);
        response.on("close", () => clearInterval(drop));
      },
    ],
  ])("and %s is left when the time is over", async (_what, answer) => {
    const { answered } = await asked(answer, { patience: 150 });
    expect(answered).toEqual({ code: "source_unreachable", why: "timeout" });
  });

  test.each([400, 401, 403, 404, 429, 500, 503])("answers %i, and the number is told", async (status) => {
    const { answered } = await asked((_, response) => response.writeHead(status).end("s3cret"));
    expect(answered).toEqual({ code: "source_unreachable", why: "status", status });
  });

  test("sends a bomb, which is not unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    for (const encoding of ["gzip", "br", "deflate", "identity, gzip"]) {
      const { answered } = await asked((_, response) =>
        response.writeHead(200, { "content-encoding": encoding }).end(bomb),
      );
      expect(answered).toEqual({ code: "source_unreadable", why: "encoded" });
    }
  });

  test("sends what is no text", async () => {
    const { answered } = await asked((_, response) => response.end(Buffer.from([0xff, 0xfe, 0x31])));
    expect(answered).toEqual({ code: "source_unreadable", why: "not-text" });
  });

  test.each<[string, Answer]>([
    ["breaks off at once", (request) => request.socket.destroy()],
    [
      "breaks off in the middle",
      (_, response) => {
        response.writeHead(200, { "content-length": "1000" }).write("1");
        response.socket?.end();
      },
    ],
    ["speaks no HTTP", (request) => request.socket.end("hello\r\n\r\n")],
    [
      "has a head without end",
      (request) => request.socket.write(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(99_999)}`),
    ],
    [
      "switches protocols",
      (request) => request.socket.end("HTTP/1.1 101 Go\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
    ],
  ])("%s", async (_what, answer) => {
    expect((await asked(answer)).answered).toEqual({ code: "source_unreachable", why: "connection" });
  });

  test("has a certificate nobody vouches for, or no TLS at all", async () => {
    const selfSigned = await startSource(json({}), { tls: true });
    const plain = await startSource(json({}));
    const outbound = createOutbound({ extraHosts: [selfSigned.host, plain.host] });
    const refused = { code: "source_unreachable", why: "certificate" };
    expect(await outbound.send({ url: selfSigned.url })).toEqual(refused);
    expect(await outbound.send({ url: plain.url.replace("http:", "https:") })).toEqual(refused);
    expect([...selfSigned.asked, ...plain.asked]).toEqual([]);
  });

  test("is not there", async () => {
    const source = await startSource(json({}));
    const { port } = await loopbackCanary();
    const gone = `127.0.0.1:${port}`;
    const outbound = createOutbound({ extraHosts: [gone, source.host] });
    expect(await outbound.send({ url: `http://${gone}/` })).toEqual({
      code: "source_unreachable",
      why: "connection",
    });
  });
});

describe("what is refused", () => {
  const hosts = Object.values(refusedHosts).flat();

  test("is never knocked at, however it is spelled, with every name leading to loopback", async () => {
    const canary = await loopbackCanary();
    const outbound = createOutbound({ extraHosts: [], resolve: async () => loopback, patience: 2000 });
    const urls = [
      ...hosts.flatMap((host) => [
        `https://${host}/`,
        `https://${host}:${canary.port}/`,
        `http://${host}:${canary.port}/`,
      ]),
      ...refusedAddresses,
    ];
    for (const url of urls) {
      expect(await outbound.send({ url }), url).toMatchObject({ code: "address_refused" });
      expect(await outbound.refusal(url), url).toBeDefined();
    }
    expect(canary.hits()).toBe(0);
  });

  test.each([
    ["leads to loopback", loopback],
    ["leads to the metadata of a cloud", [{ address: "169.254.169.254", family: 4 }]],
    ["leads to IPv4 in IPv6", [{ address: "::ffff:127.0.0.1", family: 6 }]],
    [
      "leads to a public address and to a private one",
      [
        { address: "8.8.8.8", family: 4 },
        { address: "10.0.0.1", family: 4 },
      ],
    ],
    [
      "leads to a public address and to loopback by IPv6",
      [
        { address: "2606:4700::1111", family: 6 },
        { address: "::1", family: 6 },
      ],
    ],
  ])("a name that %s", async (_what, found) => {
    const outbound = createOutbound({ extraHosts: [], resolve: async () => found });
    const url = "https://metrics.example.org/";
    expect(await outbound.send({ url })).toEqual({ code: "address_refused", why: "not-public" });
    expect(await outbound.refusal(url)).toBe("not-public");
  });

  test("is not what a name that does not resolve is", async () => {
    const lost = Object.assign(new Error(), { code: "ENOTFOUND" });
    const outbound = createOutbound({ extraHosts: [], resolve: () => Promise.reject(lost) });
    const url = "https://metrics.example.org/";
    expect(await outbound.send({ url })).toEqual({ code: "source_unreachable", why: "no-name" });
    expect(await outbound.refusal(url)).toBeUndefined();
  });

  test("a name that led to the internet when it was saved, and leads to loopback now", async () => {
    const canary = await loopbackCanary();
    const answers = [[{ address: "8.8.8.8", family: 4 }], loopback];
    const outbound = createOutbound({ extraHosts: [], resolve: async () => answers.shift() ?? loopback });
    const url = "https://metrics.example.org/";
    expect(await outbound.refusal(url)).toBeUndefined();
    expect(await outbound.send({ url })).toEqual({ code: "address_refused", why: "not-public" });
    expect(answers).toEqual([]);
    expect(canary.hits()).toBe(0);
  });

  test("a resolver that never answers does not keep anybody waiting for ever", async () => {
    const outbound = createOutbound({ extraHosts: [], resolve: () => new Promise(() => {}), patience: 50 });
    const url = "https://metrics.example.org/";
    expect(await outbound.send({ url })).toEqual({ code: "source_unreachable", why: "timeout" });
    expect(await outbound.refusal(url)).toBeUndefined();
  });
});

test("what is under way when the server stops is broken off, and nothing begins after that", async () => {
  const source = await startSource(() => {});
  const outbound = createOutbound({ extraHosts: [source.host] });
  const sending = outbound.send({ url: source.url });
  while (source.asked.length === 0) await new Promise(setImmediate);
  outbound.close();
  const stopped = { code: "source_unreachable", why: "stopped" };
  expect(await sending).toEqual(stopped);
  expect(await outbound.send({ url: source.url })).toEqual(stopped);
  expect(source.asked).toHaveLength(1);
});
