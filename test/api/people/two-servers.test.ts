import { describe, expect, onTestFinished, test } from "vitest";
import { setUpLink } from "../../../api/people/links.ts";
import { authenticator } from "../../support/authenticator.ts";
import { sqldMissing, startSqld, warnWithoutSqld } from "../../support/sqld.ts";
import type { Visitor } from "../../support/visitor.ts";
import { visitor } from "../../support/visitor.ts";
import { startWorld, tokenOf } from "../../support/world.ts";

warnWithoutSqld();

/** A database server, and as many Northings on it as a test starts. */
async function ground(): Promise<{ DATABASE_URL: string }> {
  const server = await startSqld();
  onTestFinished(() => server.stop());
  return { DATABASE_URL: server.url };
}

describe.skipIf(sqldMissing() !== undefined)("two servers on one libSQL database", () => {
  test("one person's sign-in, limits and passkeys hold on both", async () => {
    const env = await ground();
    const here = await startWorld({ env });
    const there = await startWorld({ env, empty: true });
    const { ben, origin } = here;
    const onThere = visitor(there.northing.app, origin);
    for (const [name, value] of ben.at.cookies) onThere.cookies.set(name, value);
    expect((await onThere.get("/api/me")).body.person.name).toBe("Ben");
    const key = authenticator(origin);
    const options = (await ben.at.post("/api/passkeys/registration-options")).body;
    expect((await onThere.post("/api/passkeys/registration", { response: key.create(options) })).status).toBe(
      200,
    );
    const challenge = (await there.stranger().post("/api/passkeys/sign-in-options")).body;
    const back = await here.stranger().post("/api/passkeys/sign-in", { response: key.get(challenge) });
    expect(back.body.person.id).toBe(ben.personId);
    const guess = (at: Visitor, i: number) =>
      at.post("/api/join/preview", { token: `${i}`.padStart(24, "g") });
    const [one, other] = [here, there].map((world) => visitor(world.northing.app, origin, "192.0.2.66"));
    const statuses: number[] = [];
    for (let i = 0; i < 124; i += 1) statuses.push((await guess((i % 2 ? one : other) as Visitor, i)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  }, 30_000);

  test("a device revoked on one loses its stream on the other at the next look, and its session at once", async () => {
    const env = await ground();
    const here = await startWorld({ env });
    const there = await startWorld({ env, empty: true });
    const onThere = visitor(there.northing.app, here.origin);
    for (const [name, value] of here.ben.at.cookies) onThere.cookies.set(name, value);
    const stream = await onThere.send("/api/live", {});
    const untilEnd = new Response(stream.body).text();
    await here.ada.at.delete(`/api/devices/${here.ben.deviceId}`);
    expect((await onThere.get("/api/me")).body.error.code).toBe("device_revoked");
    for (const { name, work } of there.northing.recurring) if (name === "catch up with pokes") await work();
    expect(await untilEnd).toContain("retry:");
  }, 30_000);

  test("both print a set-up link, one of them works, and there is one admin", async () => {
    const env = await ground();
    const nodes = [await startWorld({ env, empty: true }), await startWorld({ env, empty: true })];
    const links = await Promise.all(nodes.map(({ northing }) => setUpLink(northing.people)));
    const zone = "Europe/Berlin";
    const answers = { name: "Ada", zone, workspace: { name: "Northwind", zone } };
    const tries = links.flatMap((link) =>
      nodes.map((node) =>
        node.stranger().post("/api/join", { token: tokenOf(link ?? "http://x/#none"), ...answers }),
      ),
    );
    const statuses = (await Promise.all(tries)).map((one) => one.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const [members] = await (nodes[0] as (typeof nodes)[0]).northing.database.read(
      "select count(*) as n from row where kind = 'member'",
    );
    expect(members?.n).toBe(1);
  }, 30_000);

  test("of thirty who redeem one invite on both at once, exactly one becomes a member", async () => {
    const env = await ground();
    const here = await startWorld({ env });
    const there = await startWorld({ env, empty: true });
    const token = tokenOf((await here.ada.at.post("/api/invites", { role: "member" })).body.url);
    const tries = Array.from({ length: 30 }, (_, i) =>
      (i % 2 ? here : there).stranger().post("/api/join", { token, name: "Zoe" }),
    );
    const statuses = (await Promise.all(tries)).map((one) => one.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const [members] = await here.northing.database.read(
      "select count(*) as n from row where kind = 'member' and body->>'name' = 'Zoe'",
    );
    expect(members?.n).toBe(1);
  }, 30_000);
});
