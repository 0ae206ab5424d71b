import { expect, test } from "vitest";
import { createLog } from "../../../api/log.ts";
import { demoSeed, play } from "../../../api/operator/demo/play.ts";
import { tellStory } from "../../../api/operator/demo/story.ts";
import { createScanner } from "../../../api/signals/scan.ts";
import { createSyncStore } from "../../../api/sync/store.ts";
import { createSync } from "../../../api/sync/sync.ts";
import { temporaryDatabase } from "../../support/database.ts";

const now = () => Date.parse("2026-11-21T12:00:00.000Z");
const bytes = (count: number) => new Uint8Array(count);

test("a whole company that is scanned for the first time keeps the anomalies its example tells of", async () => {
  const database = await temporaryDatabase();
  const sync = createSync({ store: createSyncStore(database), world: { now, bytes, log: () => {} } });
  await play(sync, tellStory(demoSeed, new Date(now()).toISOString()));
  const anomalies = async () =>
    (await database.read("select id, body from row where kind = 'anomaly' order by id")).map((row) => ({
      id: String(row.id),
      ...JSON.parse(String(row.body)),
    }));
  const told = await anomalies();
  expect(told.length).toBeGreaterThan(1);
  const log = createLog("warn", now, (line) => {
    throw new Error(line);
  });
  const scanner = createScanner({ database, sync, now, bytes, wait: async () => {}, log });
  await scanner.work();
  const found = await anomalies();
  expect(found.filter((one) => one.withdrawnAt !== undefined)).toEqual([]);
  for (const one of told) expect(found).toContainEqual(one);
  // What it finds beside them is in check-ins, of which the example tells nothing.
  const more = found.filter((one) => !told.some((other) => other.id === one.id));
  expect(more.filter((one) => one.series.kind === "metric")).toEqual([]);
  expect(more.length).toBeLessThanOrEqual(10);
});
