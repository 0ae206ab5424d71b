import { expect, test } from "vitest";
import { everythingIn, plannedNorthwind } from "../../support/importing.ts";
import { startWorld } from "../../support/world.ts";

const ours = "http://localhost:4170";
const file = "metric,on,value\nminutes,2026-02-02,1\n";

test("a file comes as CSV from our own page only, and as nothing a form of another site could send", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const before = await everythingIn(world);
  const attempts: [headers: Record<string, string>, code: string][] = [
    [{ "content-type": "text/csv" }, "origin_refused"],
    [{ "content-type": "text/csv", origin: "https://evil.example" }, "origin_refused"],
    [{ "content-type": "text/csv", origin: "null" }, "origin_refused"],
    [{ "content-type": "text/csv", origin: ours, "sec-fetch-site": "cross-site" }, "origin_refused"],
    [{ "content-type": "text/csv", origin: ours, "sec-fetch-site": "same-site" }, "origin_refused"],
    [{ "content-type": "text/plain", origin: ours }, "json_expected"],
    [{ "content-type": "text/plain; charset=text/csv", origin: ours }, "json_expected"],
    [{ "content-type": "multipart/form-data; boundary=text/csv", origin: ours }, "json_expected"],
    [{ "content-type": "application/x-www-form-urlencoded", origin: ours }, "json_expected"],
  ];
  for (const path of ["/api/v1/import/readings", "/api/v1/import/readings?dry-run=1"])
    for (const [headers, code] of attempts) {
      const answer = await world.ada.at.send(path, { method: "POST", headers, body: file });
      const said = (await answer.json()) as { error: { code: string } };
      expect([JSON.stringify(headers), said.error.code]).toEqual([JSON.stringify(headers), code]);
    }
  const headers = { "content-type": "Text/CSV; charset=utf-8", origin: ours };
  const taken = await world.ada.at.send("/api/v1/import/readings?dry-run", {
    method: "POST",
    headers,
    body: file,
  });
  expect(taken.status).toBe(200);
  expect(await everythingIn(world)).toBe(before);
});

test("no other door takes CSV", async () => {
  const world = await startWorld();
  const headers = { "content-type": "text/csv", origin: ours };
  for (const path of [
    "/api/sync",
    "/api/invites",
    "/api/v1/import",
    "/api/v1/import/a/b",
    "/api/imports/x",
  ]) {
    const answer = await world.ada.at.send(path, { method: "POST", headers, body: "{}" });
    expect([path, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
      path,
      "json_expected",
    ]);
  }
});

test("JSON that is none is refused as everywhere, and one that is no list is explained", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const headers = { "content-type": "application/json", origin: ours };
  const send = async (body: string) => {
    const answer = await world.ada.at.send("/api/v1/import/readings?dry-run=1", {
      method: "POST",
      headers,
      body,
    });
    const { error, report } = (await answer.json()) as never as {
      error?: { code: string };
      report?: { problems: { code: string }[] };
    };
    return [answer.status, error?.code ?? report?.problems[0]?.code];
  };
  expect(await send("{")).toEqual([400, "malformed_json"]);
  expect(await send("[".repeat(50_000))).toEqual([400, "malformed_json"]);
  expect(await send('{"rows":[]}')).toEqual([200, "not_json"]);
  expect(await send("[]")).toEqual([200, "file_empty"]);
  expect(await send(`[${'{"on":1},'.repeat(1_000_000)}{}]`)).toEqual([413, "too_large"]);
  expect(await send('[{"metric":"minutes","on":"2026-02-02","value":1e400}]')).toEqual([200, "bad_number"]);
  expect(await send('[{"metric":"minutes","on":"2026-02-02","value":{"$gt":0}}]')).toEqual([
    200,
    "ragged_row",
  ]);
  expect(({} as Record<string, unknown>).value).toBeUndefined();
});
