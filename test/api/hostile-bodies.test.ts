import { expect, test } from "vitest";
import { requestCodes } from "../../shared/sync/codes.ts";
import { dump } from "../support/dump.ts";
import { addressOf, routesOf } from "../support/routes.ts";
import type { Visitor } from "../support/visitor.ts";
import { startWorld, tokenOf } from "../support/world.ts";

const json = { "content-type": "application/json", origin: "http://localhost:4170" };

async function send(at: Visitor, method: string, path: string, body: BodyInit) {
  const response = await at.send(path, { method, body, headers: json, duplex: "half" } as never);
  const text = await response.text();
  return {
    status: response.status,
    code: text ? (JSON.parse(text).error?.code as string | undefined) : undefined,
  };
}

const texts: [what: string, body: string][] = [
  ["nothing", ""],
  ["half an object", '{"token":'],
  ["two objects", "{}{}"],
  ["a bare word", "undefined"],
  ["not a number", '{"token":NaN}'],
  ["an endless number", '{"token":1e400}'],
  ["a null", "null"],
  ["a list", "[]"],
  ["a string", '"token"'],
  ["a number", "17"],
  ["a comment", '{/**/"token":"a"}'],
  ["another type", '{"token":{"$ne":null}}'],
  ["a list in place of a word", '{"token":["a","b"]}'],
  ["an unknown field", '{"token":"aaaaaaaaaaaaaaaaaaaaaaaa","admin":true}'],
  ["a prototype", '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}'],
  ["the same key twice", '{"role":"viewer","role":"root"}'],
  ["deep nesting", `${"[".repeat(100_000).slice(0, 60_000)}`],
  ["deep objects", `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`],
  ["ten thousand keys", `{${Array.from({ length: 5000 }, (_, i) => `"k${i}":1`).join()}}`],
  ["SQL", `{"token":"' or 1=1; drop table person; --"}`],
  ["a NUL", '{"token":"aaaaaaaaaaaaaaaa\\u0000aaaa"}'],
  ["half a character", '{"token":"\\ud800aaaaaaaaaaaaaaaaaaa"}'],
];

test("no door takes a hostile body, each answers with a closed code, and nothing changes", async () => {
  const { northing, ada, id } = await startWorld();
  const doors = routesOf(northing).filter(
    ({ method, path }) => method !== "GET" && method !== "DELETE" && !bodyless.test(path),
  );
  const before = { ...(await dump(northing.database)), rate_limit: [] };
  for (const route of doors)
    for (const [what, body] of texts) {
      const { status, code } = await send(ada.at, route.method, addressOf(route, id()), body);
      const said = `${route.method} ${route.path} with ${what}`;
      // A program's door asks for its token before it looks at anything.
      expect(route.door === "readings.ingest" ? [401, 429] : [400, 404, 413, 429], said).toContain(status);
      expect(requestCodes, said).toContain(code);
    }
  expect({ ...(await dump(northing.database)), rate_limit: [] }).toEqual(before);
  expect(({} as Record<string, unknown>).role).toBeUndefined();
});

/** These read no body, so there is nothing to be hostile with. */
const bodyless = /sign-out|\/devices\/link|\/confirm$|-options$|\/test$|\/calendar$|-subscriptions\/lost$/;

test("a body is cut off where it gets too large, whatever it claims to be", async () => {
  const { stranger } = await startWorld();
  const at = stranger();
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(16_384).fill(32));
    },
  });
  expect(await send(at, "POST", "/api/join", endless)).toEqual({ status: 413, code: "too_large" });
  expect(sent).toBeLessThan(10);
  expect(await send(at, "POST", "/api/join", "x".repeat(2 * 1024 * 1024))).toEqual({
    status: 413,
    code: "too_large",
  });
  const lying = await at.send("/api/join", {
    method: "POST",
    body: "{}",
    headers: { ...json, "content-length": "9e9" },
  });
  expect([400, 413]).toContain(lying.status);
});

test("bytes that are no text are refused, compressed ones are not unpacked", async () => {
  const { stranger } = await startWorld();
  const at = stranger();
  expect(await send(at, "POST", "/api/join", new Uint8Array([0xff, 0xfe, 0x7b]))).toEqual({
    status: 400,
    code: "malformed_json",
  });
  const bomb = new Uint8Array([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3]);
  const packed = await at.send("/api/join", {
    method: "POST",
    body: bomb,
    headers: { ...json, "content-encoding": "gzip" },
  });
  expect(packed.status).toBe(400);
});

test.each([
  ["a name with nothing in it", { name: "   " }, "name"],
  ["a name as long as a book", { name: "x".repeat(201) }, "name"],
  ["a zone as long as a book", { name: "Zoe", zone: "x".repeat(65) }, "zone"],
  ["a zone that is a path", { name: "Zoe", zone: "../../etc/passwd" }, "zone"],
  ["a device name with a line break", { name: "Zoe", deviceName: "phone\r\nSet-Cookie: a=b" }, "deviceName"],
  ["a member id of one's own", { name: "Zoe", id: "0190a0a0-0000-7000-8000-000000000000" }, undefined],
  ["a workspace of one's own", { name: "Zoe", workspace: { name: "x", zone: "UTC", id: "1" } }, "workspace"],
])("%s does not join, and the link stays good", async (_what, answers, field) => {
  const world = await startWorld();
  const { url } = (await world.ada.at.post("/api/invites", { role: "member" })).body;
  const answer = await world.stranger().post("/api/join", { token: tokenOf(url), ...answers });
  expect([answer.status, answer.body.error.code]).toEqual([400, "invalid_request"]);
  if (field !== undefined) expect(answer.body.error.field).toBe(field);
  expect((await world.join("Zoe", url, { name: "Zoe 🦉 O'Neill <b>" })).name).toBe("Zoe");
});
