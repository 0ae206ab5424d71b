import { expect, test } from "vitest";
import { DatabaseError } from "../../api/db/database-error.ts";
import { builtWeb } from "../support/built-web.ts";
import { startWorld, type World } from "../support/world.ts";

const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types northing";

function expectHardened(headers: Headers, what: string): void {
  expect(headers.get("content-security-policy"), what).toBe(csp);
  expect(headers.get("x-content-type-options"), what).toBe("nosniff");
  expect(headers.get("referrer-policy"), what).toBe("no-referrer");
  expect(headers.get("cross-origin-opener-policy"), what).toBe("same-origin");
  expect(headers.get("cross-origin-resource-policy"), what).toBe("same-origin");
  expect(headers.get("permissions-policy"), what).toContain("camera=()");
  expect(headers.get("x-request-id"), what).toMatch(/^[\w-]{16}$/);
  expect(headers.get("access-control-allow-origin"), what).toBeNull();
}

type Case = [
  what: string,
  status: number,
  ask: (world: World) => Promise<{ status: number; headers: Headers }>,
];
const json = { "content-type": "application/json" };
const cases: Case[] = [
  ["a page", 200, ({ stranger }) => stranger().get("/")],
  ["a screen", 200, ({ stranger }) => stranger().get("/key-results/123")],
  ["an asset", 200, ({ stranger }) => stranger().get("/assets/main-BIp3nR7k.js")],
  ["a missing asset", 404, ({ stranger }) => stranger().get("/assets/gone-1.js")],
  ["the worker", 200, ({ stranger }) => stranger().get("/service-worker.js")],
  ["the manifest", 200, ({ stranger }) => stranger().get("/manifest.webmanifest")],
  ["a hidden file", 404, ({ stranger }) => stranger().get("/.vite/manifest.json")],
  ["a broken path", 200, ({ stranger }) => stranger().get("/%E0%A4%A")],
  ["a head request", 200, ({ stranger }) => stranger().send("/", { method: "HEAD" })],
  ["a post to a page", 404, ({ stranger }) => stranger().post("/", {})],
  ["healthz", 200, ({ stranger }) => stranger().get("/healthz")],
  ["readyz", 200, ({ stranger }) => stranger().get("/readyz")],
  ["data", 200, ({ ada }) => ada.at.get("/api/me")],
  ["a stream", 200, ({ ada }) => streamOf(ada.at.send("/api/live", {}))],
  ["signed out", 401, ({ stranger }) => stranger().get("/api/me")],
  ["not allowed", 403, ({ ben }) => ben.at.get("/api/invites")],
  ["another origin", 403, ({ ada }) => ada.at.send("/api/devices/link", { method: "POST" })],
  ["no such route", 404, ({ ada }) => ada.at.get("/api/nothing")],
  [
    "another method",
    404,
    ({ ada, origin }) => ada.at.send("/api/me", { method: "PATCH", headers: { origin } }),
  ],
  ["a preflight", 403, ({ stranger }) => stranger().send("/api/me", { method: "OPTIONS" })],
  ["a used link", 410, ({ stranger }) => stranger().post("/api/join", { token: "a".repeat(24) })],
  ["a wrong body", 400, ({ stranger }) => stranger().post("/api/join", { hello: 1 })],
  [
    "a body that is no JSON",
    415,
    ({ stranger, origin }) =>
      stranger().send("/api/join", { method: "POST", body: "x", headers: { origin } }),
  ],
  [
    "a large body",
    413,
    ({ stranger, origin }) =>
      stranger().send("/api/join", {
        method: "POST",
        body: "x".repeat(70_000),
        headers: { origin, ...json },
      }),
  ],
];
const inside = "select secret from person /var/lib/northing.db";

async function streamOf(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  await response.body?.cancel();
  return response;
}

async function failing({ northing, ada }: World, error: Error) {
  northing.database.read = async () => {
    throw error;
  };
  const answer = await ada.at.get("/api/me");
  expect(answer.text).not.toMatch(/select|person|\.db|\.ts/);
  expect(Object.keys(answer.body)).toEqual(["error", "requestId"]);
  expect(answer.headers.get("retry-after")).toBe(answer.status === 503 ? "1" : null);
  return answer;
}

test("every class of answer carries every security header", async () => {
  const world = await startWorld({ webRoot: builtWeb() });
  for (const [what, status, ask] of cases) {
    const answer = await ask(world);
    expect(answer.status, what).toBe(status);
    expectHardened(answer.headers, what);
    expect(answer.headers.get("strict-transport-security"), "on http://localhost").toBeNull();
  }
});

test.each([
  [500, new Error(inside)],
  [503, new DatabaseError("unavailable", inside)],
])("a failing database answers %i with the headers and nothing of the inside", async (status, error) => {
  const answer = await failing(await startWorld(), error);
  expect(answer.status).toBe(status);
  expectHardened(answer.headers, "a failing database");
});
