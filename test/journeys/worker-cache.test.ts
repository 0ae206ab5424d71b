import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumFlags, chromiumPath, skipBrowsers } from "../support/browsers.ts";
import { lookOften } from "../support/looking.ts";
import { until } from "../support/server.ts";

type Answer = (response: ServerResponse, file: Buffer, type: string) => void;

const root = fileURLToPath(new URL("../../dist/web", import.meta.url));
const types: Record<string, string> = {
  ...{ ".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml" },
  ...{ ".png": "image/png", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json" },
};
const soundly: Answer = (response, file, type) => response.writeHead(200, { "content-type": type }).end(file);
const portal = "<!doctype html><title>Welcome to the hotel</title>";

describe.skipIf(skipBrowsers)("the worker's cache", () => {
  let answer: Answer = soundly;
  let version = 1;
  let down = false;
  let phone: BrowserContext;
  let page: Page;
  let origin: string;

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, "http://localhost");
    if (down) return response.destroy();
    if (pathname.startsWith("/api/"))
      return response.writeHead(401, { "content-type": "application/json" }).end("{}");
    const name = extname(pathname) === "" ? "/index.html" : pathname;
    const type = types[extname(name)] ?? "application/octet-stream";
    try {
      const file = readFileSync(join(root, name));
      if (name !== "/service-worker.js") return answer(response, file, type);
      // Each version of the worker gives every file another revision, so that it has to fetch them all.
      const text = file.toString().replaceAll(/(["']?revision["']?:)null/g, `$1"${version}"`);
      soundly(response, Buffer.from(`${text}//${version}`), type);
    } catch {
      response.writeHead(404).end();
    }
  });

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "localhost", done));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    phone = await chromium.launchPersistentContext("", {
      ...{ executablePath: chromiumPath()!, headless: true, args: chromiumFlags },
    });
    page = phone.pages()[0]!;
    lookOften(page);
    await page.goto(origin);
    await page.getByRole("heading").first().waitFor();
    await until(async () => (await state()).active === "activated", "the first worker");
  });
  afterAll(async () => {
    await phone?.close();
    server.closeAllConnections();
    server.close();
  });

  const state = () =>
    page.evaluate(async () => {
      const found = await navigator.serviceWorker.getRegistration();
      return {
        active: found?.active?.state,
        waiting: found?.waiting?.state,
        installing: found?.installing?.state,
      };
    });
  /** Everything that is kept, as address, type and whether it begins like a page. */
  const kept = () =>
    page.evaluate(async () => {
      const all = await Promise.all(
        (await caches.keys()).map(async (name) => {
          const cache = await caches.open(name);
          return Promise.all(
            (await cache.keys()).map(async ({ url }) => {
              const held = (await cache.match(url))!;
              const text = await held.clone().text();
              return {
                url: new URL(url).pathname,
                status: held.status,
                page: /^\s*<!doctype html>/i.test(text),
              };
            }),
          );
        }),
      );
      return all.flat();
    });
  const soundlyKept = async () => {
    const all = await kept();
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((one) => one.status !== 200)).toEqual([]);
    expect(all.filter((one) => one.page).map((one) => one.url)).toEqual(["/index.html"]);
    expect(all.filter((one) => one.url.startsWith("/api/"))).toEqual([]);
  };

  it("holds the files of this build and nothing of the API", soundlyKept);

  const hostile: [string, Answer][] = [
    [
      "a network's own page for every file",
      (response) => response.writeHead(200, { "content-type": "text/html" }).end(portal),
    ],
    [
      "a network's own page under the right type",
      (response, _file, type) => response.writeHead(200, { "content-type": type }).end(portal),
    ],
    ["faults", (response) => response.writeHead(500).end()],
    ["a redirect to a login", (response) => response.writeHead(302, { location: "/elsewhere" }).end()],
    [
      "half of each file",
      (response, file, type) => response.writeHead(206, { "content-type": type }).end(file.subarray(0, 9)),
    ],
    [
      "files that break off",
      (response, file, type) => {
        response.writeHead(200, { "content-type": type, "content-length": file.length });
        response.write(file.subarray(0, file.length / 2), () => response.destroy());
      },
    ],
  ];
  it.each(hostile)("does not take a new version made of %s; the old one goes on", async (_name, badly) => {
    version += 1;
    answer = badly;
    const ended = await page.evaluate(async () => {
      const found = (await navigator.serviceWorker.getRegistration())!;
      await found.update();
      const fresh = found.installing;
      if (fresh === null) return "nothing new";
      return new Promise<string>((done) => {
        fresh.onstatechange = () => /redundant|installed/.test(fresh.state) && done(fresh.state);
      });
    });
    expect(ended).toBe("redundant");
    answer = soundly;
    await soundlyKept();
    down = true;
    await page.goto(`${origin}/cycle`);
    await page.getByRole("heading").first().waitFor();
    down = false;
  });
});
