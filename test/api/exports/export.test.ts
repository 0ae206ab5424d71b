import { describe, expect, test } from "vitest";
import type { Database } from "../../../api/db/client.ts";
import { exportOf } from "../../../api/exports/export.ts";
import { ExportRefused } from "../../../api/exports/export-refused.ts";
import { importExport } from "../../../api/exports/import.ts";
import { demoSeed, play } from "../../../api/operator/demo/play.ts";
import { tellStory } from "../../../api/operator/demo/story.ts";
import { asOf } from "../../../api/sync/history.ts";
import { createSyncStore } from "../../../api/sync/store.ts";
import { createSync } from "../../../api/sync/sync.ts";
import { temporaryDatabase } from "../../support/database.ts";

const now = "2026-11-21T12:00:00.000Z";
const bytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

function syncOn(database: Database) {
  const world = { now: () => Date.parse(now), bytes, log: () => {} };
  return createSync({ store: createSyncStore(database), world });
}

async function example() {
  const database = await temporaryDatabase();
  const sync = syncOn(database);
  const story = tellStory(demoSeed, now);
  await play(sync, story);
  return { database, sync, story, workspaceId: story.workspaceId };
}

async function textOf(database: Database, workspaceId: string): Promise<string> {
  const pieces = await exportOf(database, workspaceId);
  let text = "";
  for await (const piece of pieces!) text += piece;
  return text;
}

describe("a whole workspace", () => {
  test("exported, brought in somewhere empty and exported again is the same to the byte", async () => {
    const { database, workspaceId } = await example();
    const text = await textOf(database, workspaceId);
    const other = await temporaryDatabase();
    const { rows } = await importExport(other, text, bytes, now);
    expect(rows).toBeGreaterThan(900);
    expect(await textOf(other, workspaceId)).toBe(text);
  });

  test("what was brought in goes on living: past days as they stood, and new mutations on top", async () => {
    const { database, story, workspaceId } = await example();
    const other = await temporaryDatabase();
    await importExport(other, await textOf(database, workspaceId), bytes, now);
    const kinds = ["cycle", "key-result"] as const;
    const past = (at: Database) =>
      asOf({ database: at, now: () => Date.parse(now) }, workspaceId, {
        on: "2026-07-15",
        kinds: [...kinds],
      });
    expect(await past(other)).toBe(await past(database));
    const rename = { id: crypto.randomUUID(), name: "workspace.rename", args: { name: "Moved" }, at: now };
    const [result] = await syncOn(other).apply(workspaceId, { memberId: story.members.ada }, [rename], now);
    expect(result).toMatchObject({ outcome: "applied" });
    expect(await textOf(other, workspaceId)).toContain('"name":"Moved"');
  });

  test("a mutation told to the old server is known to the new one", async () => {
    const { database, story, workspaceId } = await example();
    const other = await temporaryDatabase();
    await importExport(other, await textOf(database, workspaceId), bytes, now);
    const told = story.told.find((one) => one.name === "bet.place")!;
    const before = await textOf(other, workspaceId);
    const again = { id: told.id, name: told.name, args: told.args, at: told.at };
    await syncOn(other).apply(workspaceId, { memberId: told.who }, [again], told.at);
    expect(await textOf(other, workspaceId)).toBe(before);
  });

  test("there is none of a workspace that is not here", async () => {
    expect(await exportOf(await temporaryDatabase(), crypto.randomUUID())).toBeUndefined();
  });
});

/** An export with its parts laid open, for spoiling. */
interface Parts {
  [part: string]: unknown;
  revisions: unknown[];
  versions: { kind: string; id: string; body: Record<string, unknown> }[];
}

describe("a file that is wrong changes nothing", () => {
  test("and says what is wrong with it", async () => {
    const { database, workspaceId } = await example();
    const text = await textOf(database, workspaceId);
    const with_ = (change: (file: Parts) => void) => {
      const one = JSON.parse(text) as Parts;
      change(one);
      return JSON.stringify(one);
    };
    const other = await temporaryDatabase();
    const last = (kind: string) => (one: Parts) => one.versions.findLast((row) => row.kind === kind)!;
    for (const [wrong, said] of [
      ["", /not whole JSON/],
      [text.slice(0, -20), /not whole JSON/],
      ["[]", /does not call itself/],
      ["null", /does not call itself/],
      [with_((one) => (one.catalogVersion = 99)), /newer version/],
      [with_((one) => (one.version = 2)), /version/],
      [with_((one) => (one.extra = 1)), /the file/],
      [with_((one) => one.revisions.pop()), /revisions 1 to/],
      [with_((one) => (one.versions[3]!.kind = "ghost")), /no such kind/],
      [with_((one) => one.versions.reverse()), /order of kind/],
      [with_((one) => (last("metric")(one).body.unit = "percent")), /metric .*: unit/],
      [with_((one) => (last("member")(one).body.role = "owner")), /member .*: role/],
      [with_((one) => Reflect.deleteProperty(last("cycle")(one), "body")), /either a body/],
      [with_((one) => (last("workspace")(one).id = "w")), /another one/],
      [
        with_((one) => (one.versions = one.versions.filter((row) => row.kind !== "workspace"))),
        /one workspace row/,
      ],
    ] as const) {
      const refused = await importExport(other, wrong, bytes, now).catch((error: unknown) => error);
      expect(refused, String(said)).toBeInstanceOf(ExportRefused);
      expect((refused as Error).message).toMatch(said);
      expect(await other.read("select count(*) as n from workspace")).toEqual([{ n: 0 }]);
    }
  });

  test("a workspace that is here already is not written over", async () => {
    const { database, workspaceId } = await example();
    const text = await textOf(database, workspaceId);
    await expect(importExport(database, text, bytes, now)).rejects.toThrow(/here already/);
    expect(await textOf(database, workspaceId)).toBe(text);
  });
});
