import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { builtWeb } from "../support/built-web.ts";
import { startWorld } from "../support/world.ts";

async function visit() {
  const webRoot = builtWeb();
  const { stranger } = await startWorld({ webRoot });
  return { webRoot, at: stranger() };
}

describe("the web app", () => {
  test("a screen's address answers the shell, which is to be asked for again", async () => {
    const { at } = await visit();
    for (const path of ["/", "/check-in", "/key-results/0190-a", "/join"]) {
      const page = await at.get(path);
      expect(page.text).toContain("<title>Northing</title>");
      expect(page.headers.get("cache-control")).toBe("no-cache");
      expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    }
  });

  test("a hashed asset is kept for ever, and one that is gone is never replaced by a page", async () => {
    const { at } = await visit();
    const asset = await at.get("/assets/main-BIp3nR7k.js");
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const gone = await at.get("/assets/main-00000000.js");
    expect([gone.status, gone.body.error.code]).toEqual([404, "not_found"]);
    expect(gone.headers.get("cache-control")).toBeNull();
    expect((await at.get("/favicon.ico")).status).toBe(404);
  });

  test("what was compressed at build time is sent as it is", async () => {
    const { at } = await visit();
    const packed = await at.send("/assets/main-BIp3nR7k.js", { headers: { "accept-encoding": "gzip, br" } });
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect(packed.headers.get("vary")).toContain("Accept-Encoding");
    expect(packed.headers.get("content-type")).toMatch(/javascript/);
    const plain = await at.get("/assets/main-BIp3nR7k.js");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(plain.text);
  });

  test("the worker is asked for again each time, and not sent twice when it has not changed", async () => {
    const { at, webRoot } = await visit();
    const first = await at.get("/service-worker.js");
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("no-cache");
    expect((await at.get("/service-worker.js", { "if-none-match": etag })).status).toBe(304);
    writeFileSync(join(webRoot, "service-worker.js"), "// a new version");
    const changed = await at.get("/service-worker.js", { "if-none-match": etag });
    expect([changed.status, changed.text]).toEqual([200, "// a new version"]);
  });

  test("the build's own notes, compressed siblings and anything outside are not served", async () => {
    const { at } = await visit();
    const paths = ["/.vite/manifest.json", "/%2evite/manifest.json", "/assets/../.vite/manifest.json"];
    paths.push(
      "/index.html.br",
      "/assets/main-BIp3nR7k.js.gz",
      "/..%2f..%2fetc%2fpasswd",
      "/%2e%2e/package.json",
    );
    for (const path of paths) {
      const answer = await at.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test.skipIf(process.platform !== "linux")(
    "a file that cannot be read is an error without its path",
    async () => {
      const { at, webRoot } = await visit();
      symlinkSync("/proc/self/mem", join(webRoot, "unreadable.txt"));
      const answer = await at.get("/unreadable.txt");
      expect([answer.status, answer.body.error.code]).toEqual([500, "internal"]);
      expect(answer.text).not.toContain("/");
    },
  );
});

test("the API's own 404 is JSON, never a page, and nothing of it is stored", async () => {
  const { at } = await visit();
  for (const path of ["/api", "/api/", "/api/nothing", "/api/devices/link/x/y"]) {
    const answer = await at.get(path);
    expect([path, answer.status, answer.body?.error.code]).toEqual([path, 404, "not_found"]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

test("health is told without a sign-in, and readiness ends when the server leaves", async () => {
  const { northing, stranger } = await startWorld();
  expect((await stranger().get("/healthz")).body).toMatchObject({ status: "ok", version: /\d/ });
  expect((await stranger().get("/readyz")).body).toEqual({ status: "ready" });
  northing.leave();
  const leaving = await stranger().get("/readyz");
  expect([leaving.status, leaving.body]).toEqual([503, { status: "unready", reason: "stopping" }]);
  expect((await stranger().get("/healthz")).status).toBe(200);
});

test("readiness says in one word that the database is gone", async () => {
  const { northing, stranger } = await startWorld();
  await northing.database.close();
  const answer = await stranger().get("/readyz");
  expect([answer.status, answer.body.reason]).toEqual([503, "the database does not answer"]);
});
