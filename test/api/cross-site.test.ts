import { expect, test } from "vitest";
import { dump } from "../support/dump.ts";
import { addressOf, routesOf } from "../support/routes.ts";
import { startWorld } from "../support/world.ts";

const json = "application/json";
const ours = "http://localhost:4170";

/** What a page of another site could make a browser send, and the refusal it must get. */
const attacks: [what: string, code: string, headers: Record<string, string>][] = [
  ["without an origin", "origin_refused", { "content-type": json }],
  ["from another origin", "origin_refused", { origin: "https://evil.example", "content-type": json }],
  ["from a sandboxed frame", "origin_refused", { origin: "null", "content-type": json }],
  ["from another port", "origin_refused", { origin: "http://localhost:4171", "content-type": json }],
  [
    "from a name that begins like ours",
    "origin_refused",
    { origin: `${ours}.evil.example`, "content-type": json },
  ],
  [
    "marked as cross-site",
    "origin_refused",
    { origin: ours, "sec-fetch-site": "cross-site", "content-type": json },
  ],
  [
    "marked as from a sibling site",
    "origin_refused",
    { origin: ours, "sec-fetch-site": "same-site", "content-type": json },
  ],
  ["as plain text", "json_expected", { origin: ours, "content-type": "text/plain" }],
  ["as a form", "json_expected", { origin: ours, "content-type": "application/x-www-form-urlencoded" }],
  ["as a file upload", "json_expected", { origin: ours, "content-type": "multipart/form-data; boundary=x" }],
  [
    "as something like JSON",
    "json_expected",
    { origin: ours, "content-type": "text/plain; application/json" },
  ],
  ["without saying what it is", "json_expected", { origin: ours }],
];

/** Programs have no origin; neither has a page the token their door asks for, and a cookie is nothing there. */
const withoutOrigin: Record<string, [status: number, code: string]> = {
  "readings.ingest": [401, "token_refused"],
  "mail.unsubscribe": [404, "not_found"],
};

test("no mutating route takes a request another site could have caused, and nothing changes", async () => {
  const { northing, ada, id } = await startWorld();
  const changing = async () => ({ ...(await dump(northing.database)), rate_limit: [] });
  const before = await changing();
  const mutating = routesOf(northing).filter(({ method }) => method !== "GET");
  expect(mutating.length).toBeGreaterThan(15);
  for (const route of mutating)
    for (const [what, code, headers] of attacks) {
      const body = new Blob(["{}"]).stream();
      const init = { method: route.method, headers, body, duplex: "half" } as RequestInit & {
        headers: typeof headers;
      };
      if (code === "json_expected" && headers["content-type"] === undefined)
        init.headers["transfer-encoding"] = "chunked";
      const answer = await ada.at.send(addressOf(route, id()), init);
      const said = `${route.method} ${route.path} ${what}`;
      const refused = ((await answer.json()) as { error: { code: string } }).error.code;
      const [status, expected] = withoutOrigin[route.door ?? ""] ?? [
        code === "json_expected" ? 415 : 403,
        code,
      ];
      expect([said, answer.status, refused]).toEqual([said, status, expected]);
    }
  expect(await changing()).toEqual(before);
});

test("reading never writes, not even when a session has grown old", async () => {
  const { northing, ada, clock, id } = await startWorld();
  clock.now += 30 * 86_400_000;
  // A link that is guessed at counts the tries of whoever guesses, and that is all.
  const all = async () => ({ ...(await dump(northing.database)), rate_limit: [] });
  const before = await all();
  for (const route of routesOf(northing).filter(({ method }) => method === "GET")) {
    const answer = await ada.at.send(addressOf(route, id()), {});
    await answer.body?.cancel();
    expect(answer.status, route.path).toBeLessThan(500);
    expect(answer.headers.getSetCookie(), route.path).toEqual([]);
  }
  expect(await all()).toEqual(before);
});

test("our own page may send JSON, and nothing at all where there is nothing to say", async () => {
  const { ada, origin } = await startWorld();
  expect((await ada.at.post("/api/invites", { role: "viewer" })).status).toBe(200);
  const bare = await ada.at.send("/api/sign-out", { method: "POST", headers: { origin } });
  expect(bare.status).toBe(200);
  expect((await ada.at.get("/api/me")).status).toBe(401);
});
