import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../../api/operator/commands.ts";
import { temporaryFolder } from "../../support/database.ts";
import { startWorld, tokenOf } from "../../support/world.ts";

describe("northing export and import", () => {
  test("a workspace moves to another server, and its people sign in there", async () => {
    const world = await startWorld();
    const file = join(temporaryFolder(), "export.json");
    const workspace = (await world.ada.at.get("/api/me")).body.workspaces[0].name;
    const exported = await run(world.northing, "export", [file, "--workspace", workspace]);
    expect(exported).toEqual({ lines: [`Exported ${workspace} to ${file}.`], ok: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).not.toContain(world.ada.at.cookies.get("northing"));

    const other = await startWorld({ empty: true });
    const imported = await run(other.northing, "import", [file]);
    expect(imported.lines[0]).toMatch(/^Imported \d+ rows/);
    const link = imported.lines
      .find((one) => one.startsWith("Ben"))!
      .split(": ")
      .slice(1)
      .join(": ");
    const ben = other.stranger();
    expect((await ben.post("/api/join", { token: tokenOf(link) })).status).toBe(200);
    expect((await ben.get("/api/me")).body.workspaces).toMatchObject([{ name: workspace, role: "member" }]);
    const again = await run(other.northing, "reset-link", ["Ada"]);
    expect(again.lines[0]).toMatch(/^Ada \(admin\): http/);
    const second = join(temporaryFolder(), "again.json");
    await run(other.northing, "export", [second]);
    expect(readFileSync(second, "utf8")).toBe(readFileSync(file, "utf8"));
  });

  test("a file that is there is not written over, one that is not an export changes nothing", async () => {
    const world = await startWorld();
    const folder = temporaryFolder();
    const taken = join(folder, "taken.json");
    writeFileSync(taken, "mine");
    const refused = (command: string, args: string[]) =>
      run(world.northing, command, args).catch((error: Error) => error.message);
    expect(await refused("export", [taken])).toMatch(/there already/);
    expect(readFileSync(taken, "utf8")).toBe("mine");
    expect(await refused("export", [])).toBe("Say where to: export FILE");
    expect(await refused("import", [taken])).toMatch(/was not imported, and nothing was changed/);
    expect(await refused("import", [join(folder, "none.json")])).toMatch(/There is no file/);
    const nowhere = join(folder, "no", "folder.json");
    const name = (await world.ada.at.get("/api/me")).body.workspaces[0].name;
    expect(await refused("export", [nowhere, "--workspace", name])).toMatch(/could not be written/);
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe("exports over HTTP", () => {
  test("everybody in a workspace may take it away, and only theirs", async () => {
    const world = await startWorld();
    const viewer = await world.admit("viewer", "Vera");
    const answer = await viewer.at.send("/api/v1/export.json", {});
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="northing-export.json"');
    const text = await answer.text();
    const cleos = await (await world.cleo.at.send("/api/v1/export.json", {})).text();
    expect(JSON.parse(text).workspaceId).not.toBe(JSON.parse(cleos).workspaceId);
    expect(text).toContain("Vera");
    expect(cleos).not.toContain("Vera");
  });

  test("a kind comes as a table that no spreadsheet runs", async () => {
    const world = await startWorld();
    await world.mutate(world.ada, "member.rename", { memberId: world.ben.memberId, name: "=HYPERLINK(1)" });
    const answer = await world.ada.at.send("/api/v1/member.csv", {});
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const text = Buffer.from(await answer.arrayBuffer()).toString("utf8");
    expect(text.startsWith("\uFEFFid,name,email,role,")).toBe(true);
    expect(text).toContain(",'=HYPERLINK(1),");
    expect((await world.ada.at.get("/api/v1/ghost.csv")).status).toBe(404);
  });
});
