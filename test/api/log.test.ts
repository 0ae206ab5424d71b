import { expect, test } from "vitest";
import { createLog, type Level } from "../../api/log.ts";
import { startWorld, tokenOf } from "../support/world.ts";

function logOf(least: Level) {
  const lines: string[] = [];
  return {
    lines,
    log: createLog(
      least,
      () => 0,
      (line) => lines.push(line),
    ),
  };
}

test("a value with line breaks stays on its own line", () => {
  const { lines, log } = logOf("info");
  const hostile = 'x\r\n{"level":"error","event":"forged"}\u2028\u0085\u0000\u001b[2J';
  log.info("request", { agent: hostile });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[\x20-\x7e]*\n$/);
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    at: "1970-01-01T00:00:00.000Z",
    level: "info",
    event: "request",
    agent: hostile,
  });
});

test("a quiet log leaves out what is below its level", () => {
  const { lines, log } = logOf("warn");
  log.info("request");
  log.warn("limit.hit");
  expect(lines).toHaveLength(1);
});

test("no token, cookie, body or address of a link ever reaches the log", async () => {
  const { ada, ben, stranger, linkFor, logged } = await startWorld();
  const canary = "canary-in-a-body";
  const token = tokenOf(await linkFor(ben));
  await stranger().post("/api/join/preview", { token, canary });
  await stranger().post("/api/join", { token });
  await stranger().post(`/api/join?token=${token}`, { token });
  await ada.at.get(`/api/${canary}?q=${canary}`);
  await ada.at.post("/api/invites", { role: "member", name: canary });
  const log = logged.join("");
  expect(log).toContain('"event":"signed_in"');
  for (const secret of [token, canary, ...ada.at.cookies.values(), ...ben.at.cookies.values()])
    expect(log).not.toContain(secret);
});

test("sign-ins, refusals and an admin's acts are told, with the request they belong to", async () => {
  const { ada, ben, stranger, logged } = await startWorld();
  await ben.at.post("/api/invites", { role: "admin" });
  await stranger().post("/api/join", { token: "a".repeat(24) });
  await ada.at.delete(`/api/devices/${ben.deviceId}`);
  const events = logged.map((line) => JSON.parse(line));
  const refusals = events.filter((one) => one.event === "request.refused").map((one) => one.code);
  expect(refusals).toEqual(["forbidden", "token_unusable"]);
  expect(events.filter((one) => one.event === "device.revoked")).toMatchObject([
    { deviceId: ben.deviceId, byDevice: ada.deviceId },
  ]);
  for (const one of events.filter((event) => event.event === "request"))
    expect(one.requestId).toMatch(/^[\w-]{16}$/);
});
