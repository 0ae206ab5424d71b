import { afterEach, expect, test, vi } from "vitest";
import { call, follow, request } from "../../../web/api-client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What the next request meets. */
function answering(answer: () => Promise<Response> | Response) {
  const asked: [string, RequestInit][] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push([path, init]);
    return answer();
  });
  return asked;
}

test("a request speaks JSON to our own server, is never cached and follows no redirect", async () => {
  const asked = answering(() =>
    Response.json({ ok: true }, { status: 201, headers: { "retry-after": "9" } }),
  );
  expect(await request("POST", "/api/sync", { a: 1 })).toEqual({
    status: 201,
    body: { ok: true },
    retryAfter: 9,
  });
  expect(asked[0]).toMatchObject([
    "/api/sync",
    { method: "POST", body: '{"a":1}', cache: "no-store", redirect: "error" },
  ]);
});

test("no network, a redirect elsewhere and an answer cut short are no answer", async () => {
  answering(() => Promise.reject(new TypeError("Failed to fetch")));
  expect(await request("GET", "/api/me")).toEqual({ status: 0 });
  await expect(call("GET", "/api/me")).rejects.toMatchObject({ code: "offline", status: 0 });
  answering(() => new Response('{"results":['));
  expect(await request("GET", "/api/me")).toEqual({ status: 200, body: undefined });
});

test("a refusal is thrown with its code and field; an answer that is not ours as unreadable", async () => {
  const error = { code: "invalid_request", message: "No.", field: "zone" };
  answering(() => Response.json({ error, requestId: "r" }, { status: 400 }));
  await expect(call("POST", "/api/join", {})).rejects.toMatchObject({
    code: "invalid_request",
    field: "zone",
    status: 400,
  });
  answering(() => new Response("<html>", { status: 502 }));
  await expect(call("GET", "/api/devices")).rejects.toMatchObject({ code: "unreadable", status: 502 });
  answering(() => new Response("<html>welcome to our wifi</html>"));
  await expect(call("GET", "/api/devices")).rejects.toMatchObject({ code: "unreadable", status: 200 });
});

test("an endless answer is heard as it comes, and ends quietly however it ends", async () => {
  const heard: string[] = [];
  const parts = ["event: po", "ke\n\n"].map((text) => new TextEncoder().encode(text));
  answering(() => new Response(new Blob(parts).stream()));
  await follow("/api/live", (text) => heard.push(text), new AbortController().signal);
  expect(heard).toEqual(["event: po", "ke\n\n"]);
  answering(() => new Response("no", { status: 503 }));
  await follow("/api/live", (text) => heard.push(text), new AbortController().signal);
  answering(() => Promise.reject(new TypeError("gone")));
  await follow("/api/live", (text) => heard.push(text), new AbortController().signal);
  expect(heard).toHaveLength(2);
});
