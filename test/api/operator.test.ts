import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseFile } from "../../api/northing.ts";
import { run } from "../../api/operator/commands.ts";
import { OperatorMistake } from "../../api/operator/report.ts";
import { restore } from "../../api/operator/restore.ts";
import { type BuiltApi, buildApi, linkLabelled } from "../support/built-api.ts";
import { temporaryFolder } from "../support/database.ts";
import { startWorld, tokenOf, type World } from "../support/world.ts";

const deps = { now: () => Date.UTC(2026, 2, 3), wait: async () => {}, random: () => 0.5 };

/** A backup as it was when `meanwhile` began; the world is closed, as a server must be for a restore. */
async function backedUp(world: World, meanwhile: () => Promise<unknown>): Promise<string> {
  const file = join(temporaryFolder(), "backup.db");
  expect((await run(world.northing, "backup", [file])).ok).toBe(true);
  await meanwhile();
  await world.close();
  return file;
}

/** The same data under a new server, with everybody's cookies still in their browsers. */
async function reopened({ env, ada, ben, cleo }: World) {
  const after = await startWorld({ folder: env.DATA_DIR, empty: true });
  const as = (one: World["ada"]) => {
    const at = after.stranger();
    for (const [name, value] of one.at.cookies) at.cookies.set(name, value);
    return { ...one, at };
  };
  return { ...after, ada: as(ada), ben: as(ben), cleo: as(cleo) };
}

describe("restore", () => {
  test("what was taken back since the backup stays taken back; everybody else goes on", async () => {
    const world = await startWorld();
    const { ada, ben } = world;
    const laptop = await world.join("Ben", await world.linkFor(ben));
    const used = (await ada.at.post("/api/invites", { role: "member" })).body.url;
    const withdrawn = (await ada.at.post("/api/invites", { role: "member" })).body;
    const zed = await world.admit("member", "Zed");
    const cleosCookie = `northing=${world.cleo.at.cookies.get("northing")}`;
    const file = await backedUp(world, async () => {
      await ben.at.delete(`/api/devices/${laptop.deviceId}`);
      await world.join("Zoe", used, { name: "Zoe" });
      await ada.at.delete(`/api/invites/${withdrawn.id}`);
      await world.mutate(ada, "member.remove", { memberId: zed.memberId });
      await world.cleo.at.post("/api/sign-out");
    });
    expect((await restore(world.env, file, deps)).ok).toBe(true);

    const after = await reopened(world);
    const borrowed = after.stranger();
    for (const [name, value] of laptop.at.cookies) borrowed.cookies.set(name, value);
    expect((await borrowed.get("/api/me")).body.error.code).toBe("device_revoked");
    for (const token of [tokenOf(used), tokenOf(withdrawn.url)])
      expect((await after.stranger().post("/api/join/preview", { token })).status).toBe(410);
    const zeds = after.stranger();
    for (const [name, value] of zed.at.cookies) zeds.cookies.set(name, value);
    expect((await zeds.get("/api/me")).body.error.code).toBe("not_a_member");
    expect((await after.stranger().get("/api/me", { cookie: cleosCookie })).body.error.code).toBe(
      "device_revoked",
    );
    expect((await after.ada.at.get("/api/me")).status).toBe(200);
    expect((await after.ben.at.get("/api/me")).status).toBe(200);
  });

  test("it begins a new epoch, keeps what it replaced, and leaves nothing half-made behind", async () => {
    const world = await startWorld();
    const epoch = async ({ northing }: Pick<World, "northing">) =>
      (await northing.database.read("select epoch from workspace order by id"))[0]?.epoch;
    const before = await epoch(world);
    const file = await backedUp(world, () =>
      world.mutate(world.ada, "workspace.rename", { name: "Renamed" }),
    );
    const { lines } = await restore(world.env, file, deps);
    expect(lines.join("\n")).toContain("northing-replaced-20260303T000000Z.db");
    const left = readdirSync(world.env.DATA_DIR);
    expect(left.filter((name) => name.includes("restoring"))).toEqual([]);

    const replaced = await startWorld({
      folder: temporaryFolder(),
      env: { DATABASE_URL: `file:${join(world.env.DATA_DIR, "northing-replaced-20260303T000000Z.db")}` },
      empty: true,
    });
    const names = "select body->>'name' as name from row where kind = 'workspace' and id = ?";
    const nameIn = async ({ northing }: Pick<World, "northing">) =>
      (await northing.database.read(names, [world.ada.workspaceId]))[0]?.name;
    expect(await nameIn(replaced)).toBe("Renamed");

    const after = await reopened(world);
    expect(await epoch(after)).not.toBe(before);
    expect(await nameIn(after)).toBe("Northwind");
    expect(statSync(databaseFile(world.env) ?? "").mode & 0o777).toBe(0o600);
  });

  test("a damaged file, another program's file and no file at all change nothing", async () => {
    const world = await startWorld();
    const file = await backedUp(world, async () => {});
    const folder = temporaryFolder();
    const damaged = join(folder, "damaged.db");
    writeFileSync(damaged, "SQLite format 3\0 but not really".repeat(500));
    const text = join(folder, "notes.txt");
    writeFileSync(text, "not a database");
    const empty = join(folder, "empty.db");
    writeFileSync(empty, "");
    for (const path of [damaged, text, empty, join(folder, "absent.db"), undefined])
      await expect(restore(world.env, path, deps), path).rejects.toThrow(OperatorMistake);
    expect(readdirSync(world.env.DATA_DIR).filter((name) => /replaced|restoring/.test(name))).toEqual([]);
    expect((await (await reopened(world)).ada.at.get("/api/me")).status).toBe(200);
    expect(existsSync(file)).toBe(true);
  });

  test("while a server runs on the data it is refused", async () => {
    const world = await startWorld();
    const file = join(temporaryFolder(), "backup.db");
    await run(world.northing, "backup", [file]);
    await expect(restore(world.env, file, deps)).rejects.toThrow(/already in use/);
    expect((await world.ada.at.get("/api/me")).status).toBe(200);
  });
});

describe("commands", () => {
  test("reset-link finds a person by name or address and asks which one when there are two", async () => {
    const world = await startWorld();
    const byName = await run(world.northing, "reset-link", ["ben"]);
    const again = await world.join("Ben", linkLabelled("Ben (member)", byName.lines.join("\n")));
    expect(again.personId).toBe(world.ben.personId);
    await world.admit("viewer", "Ben");
    await expect(run(world.northing, "reset-link", ["Ben"])).rejects.toThrow(/the name of 2 people/);
    await expect(run(world.northing, "reset-link", ["nobody@example.com"])).rejects.toThrow(/Nobody here/);
    await expect(run(world.northing, "reset-link", [])).rejects.toThrow(/reset-link EMAIL-OR-NAME/);
  });

  test("invite takes a role and says which workspaces there are", async () => {
    const { northing, join: joins } = await startWorld();
    await expect(run(northing, "invite", [])).rejects.toThrow(
      /--workspace NAME.*Northwind, Elsewhere|Elsewhere, Northwind/,
    );
    await expect(run(northing, "invite", ["--role", "king"])).rejects.toThrow(
      /admin, director, member or viewer/,
    );
    const { lines } = await run(northing, "invite", ["--role=director", "--workspace", "Northwind"]);
    const dora = await joins("Dora", linkLabelled("Invite as director to Northwind", lines.join("\n")), {
      name: "Dora",
    });
    expect((await dora.at.get("/api/me")).body.workspaces[0].role).toBe("director");
  });

  test("check finds nothing wrong with a good database, and says what is wrong with a bad one", async () => {
    const { northing } = await startWorld();
    expect(await run(northing, "check", [])).toMatchObject({ ok: true });
    await northing.database.write([
      { sql: "update row set body = '{' where kind = 'member'" },
      { sql: "delete from revision where revision = 1" },
    ]);
    const { ok, lines } = await run(northing, "check", []);
    expect(ok).toBe(false);
    expect(lines.join("\n")).toMatch(/BAD {2}Workspace .* is at revision 3 but has 2 of them/);
    expect(lines.join("\n")).toMatch(/BAD {2}member .* cannot be read/);
  });

  test("an unknown command is no command", async () => {
    const { northing } = await startWorld();
    await expect(run(northing, "destroy", [])).rejects.toThrow(/no command "destroy"/);
  });
});

describe("the command line", () => {
  let api: BuiltApi;
  beforeAll(() => {
    api = buildApi();
  }, 60_000);
  afterAll(() => api.remove());

  test("backup, check and reset-link go through the running server, restore waits until it is gone", async () => {
    const env = { DATA_DIR: temporaryFolder() };
    const server = await api.start(env);
    const token = new URL(linkLabelled("Set up", server.printed())).hash.slice(1);
    const zone = "Europe/Berlin";
    const body = JSON.stringify({ token, name: "Ada", zone, workspace: { name: "Northwind", zone } });
    const headers = { origin: server.origin, "content-type": "application/json" };
    await fetch(`${server.origin}/api/join`, { method: "POST", headers, body });

    const file = join(temporaryFolder(), "backup.db");
    expect((await api.operate(env, "backup", file)).code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await api.operate(env, "check")).out).toContain("All is well.");
    const { out } = await api.operate(env, "reset-link", "Ada");
    expect(linkLabelled("Ada (admin)", out)).toMatch(new RegExp(`^${server.origin}/join#`));
    const early = await api.operate(env, "restore", file);
    expect(early).toMatchObject({ code: 1, out: "" });
    expect(early.err).toContain("Stop that process first");

    await server.end("SIGKILL");
    expect((await api.operate(env, "check")).code).toBe(0);
    expect((await api.operate(env, "restore", file)).out).toContain("Restored");
    expect((await api.operate(env, "nonsense")).code).toBe(1);
    expect((await api.operate(env)).out).toContain("reset-link EMAIL-OR-NAME");
  }, 60_000);

  test("the operator's door is on loopback, wants its token, and is not on the public port", async () => {
    const env = { DATA_DIR: temporaryFolder() };
    const server = await api.start(env);
    const { port, token } = JSON.parse(await readDoor(env.DATA_DIR));
    const ask = (authorization: string) =>
      fetch(`http://127.0.0.1:${port}/run`, {
        method: "POST",
        headers: { authorization, "content-type": "application/json" },
        body: '{"command":"check","args":[]}',
      });
    expect((await ask(`Bearer ${token}`)).status).toBe(200);
    for (const wrong of ["", "Bearer ", `Bearer ${token}x`, `Basic ${token}`])
      expect((await ask(wrong)).status).toBe(403);
    const outside = await fetch(`${server.origin}/run`, { method: "POST", body: "{}" });
    expect(outside.status).toBe(404);
    await server.end("SIGTERM");
    expect(existsSync(join(env.DATA_DIR, "secrets", "operator.json"))).toBe(false);
  }, 30_000);
});

async function readDoor(dataDir: string): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(join(dataDir, "secrets", "operator.json"), "utf8");
}
