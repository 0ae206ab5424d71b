import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { cast } from "../../../api/operator/demo/cast.ts";
import { createChance } from "../../../api/operator/demo/chance.ts";
import { seriesOf } from "../../../api/operator/demo/metrics.ts";
import { demoSeed, play } from "../../../api/operator/demo/play.ts";
import { type Story, tellStory } from "../../../api/operator/demo/story.ts";
import { asOf } from "../../../api/sync/history.ts";
import { createSyncStore } from "../../../api/sync/store.ts";
import { createSync } from "../../../api/sync/sync.ts";
import { owed } from "../../../shared/check-ins/owed.ts";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import type { Kind } from "../../../shared/sync/catalog.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { temporaryDatabase } from "../../support/database.ts";

const today = "2026-11-21T12:00:00.000Z";

function hashOf(story: Story): string {
  return createHash("sha256").update(JSON.stringify(story)).digest("hex");
}

async function played(now: string) {
  const database = await temporaryDatabase();
  let byte = 0;
  const nextByte = () => {
    byte = (byte + 7) % 256;
    return byte;
  };
  const world = {
    now: () => Date.parse(now),
    bytes: (count: number) => Uint8Array.from({ length: count }, () => nextByte()),
    log: (event: string, fields: object) => {
      throw new Error(`${event} ${JSON.stringify(fields)}`);
    },
  };
  const sync = createSync({ store: createSyncStore(database), world });
  const story = tellStory(demoSeed, now);
  await play(sync, story);
  const { workspaceId } = story;
  const count = async (kind: string, where = "1 = 1") =>
    Number((await database.read(`select count(*) as n from row where kind = ? and ${where}`, [kind]))[0]!.n);
  const rows = async <K extends Kind>(kind: K) =>
    (await database.read("select id, revision, body from row where kind = ? and deleted = 0", [kind])).map(
      ({ id, revision, body }) => ({ ...JSON.parse(String(body)), id, revision }) as RowOf<K>,
    );
  return { database, count, rows, workspaceId };
}

test("the same seed and date tell the same story, another seed another one", () => {
  expect(hashOf(tellStory(demoSeed, today))).toBe(hashOf(tellStory(demoSeed, today)));
  expect(hashOf(tellStory(demoSeed + 1, today))).not.toBe(hashOf(tellStory(demoSeed, today)));
});

test("any day of its past can be looked at as it stood", async () => {
  const { database, workspaceId } = await played(today);
  const deps = { database, now: () => Date.parse(today) };
  const states = async (on: string) => {
    const page = JSON.parse(await asOf(deps, workspaceId, { on, kinds: ["cycle"] }));
    return page.rows.map((row: { body: { state: string } }) => row.body.state).sort();
  };
  expect(await states("2025-01-01")).toEqual([]);
  expect(await states("2026-06-01")).toEqual(["running"]);
  expect(await states("2026-10-01")).toEqual(["closed", "running", "running"]);
  expect(await states("2026-11-21")).toEqual(["closed", "closed", "planning", "running"]);
});

test("every rule accepts the example, and it is as large as promised", async () => {
  const { count } = await played(today);
  expect(await count("squad")).toBe(5);
  expect(await count("member")).toBe(Object.keys(cast).length);
  expect(await count("cycle", "body ->> 'state' = 'planning'")).toBe(1);
  expect(await count("cycle", "body ->> 'state' = 'running'")).toBe(1);
  expect(await count("cycle", "body ->> 'state' = 'closed'")).toBe(2);
  expect(
    await count(
      "objective",
      "body ->> 'squadId' is null and cycle_id = (select id from row where kind = 'cycle' and body ->> 'state' = 'running')",
    ),
  ).toBe(3);
  // The seven of the tree, and one below a declared exemption.
  expect(await count("key-result", "body ->> 'state' = 'committed'")).toBe(8);
  expect(await count("objective", "body ->> 'exempt' is not null")).toBe(1);
  expect(await count("key-result", "body ->> 'state' = 'graded'")).toBe(8);
  expect(await count("metric", "body ->> 'kind' = 'input'")).toBe(4);
  expect(await count("anomaly", "body ->> 'answer' is null")).toBe(2);
  expect(await count("anomaly", "body ->> 'answer' is not null")).toBeGreaterThan(3);
  expect(await count("event")).toBe(4);
  expect(await count("review", "body ->> 'beat' = 'quarterly'")).toBe(2);
  expect(await count("review", "body ->> 'state' = 'open'")).toBe(0);
  expect(await count("metric", "body ->> 'kind' = 'guardrail'")).toBe(2);
  expect(await count("metric", "body ->> 'kind' = 'outcome'")).toBe(2);
  expect(await count("reading", "body ->> 'source' = 'warehouse'")).toBe(9 * 60 + 3 * 26);
  expect(await count("check-in")).toBeGreaterThan(120);
  expect(await count("north-star", "body ->> 'state' = 'committed'")).toBe(1);
  expect(await count("blocker")).toBeGreaterThan(0);
  expect(await count("candidate", "body ->> 'state' = 'chosen'")).toBe(1);
  expect(await count("candidate", "body ->> 'state' = 'rejected'")).toBe(2);
  expect(await count("bet", "body ->> 'keyResultId' is null")).toBe(2);
  expect(await count("bet", "body ->> 'learning' is not null")).toBe(3);
  expect(await count("recall", "body ->> 'right'")).toBeGreaterThan(10);
  expect(await count("reading", "body ->> 'source' = 'check-in'")).toBeGreaterThan(3);
});

test.each([
  ...["2026-01-01T12:00", "2026-03-28T23:57", "2026-04-01T00:03", "2026-07-06T12:00", "2026-12-31T23:57"],
  ...["2027-02-28T12:00", "2028-02-29T12:00"],
])(
  "told on %s, the example has check-ins in a running cycle, a cycle in planning, and three for Ben to do",
  async (minute) => {
    const now = `${minute}:00.000Z`;
    const { count, rows } = await played(now);
    expect(await count("cycle", "body ->> 'state' = 'planning'")).toBe(1);
    const [members, cycles, all, checkIns] = [
      await rows("member"),
      await rows("cycle"),
      await rows("key-result"),
      await rows("check-in"),
    ];
    const keyResults = all.filter((one) => one.state === "committed");
    expect(keyResults).toHaveLength(8);
    const silent = keyResults.filter((one) => !checkIns.some(({ keyResultId }) => keyResultId === one.id));
    expect(silent).toEqual([]);
    const ben = members.find((one) => one.name === cast.ben.name)!;
    const due = owed(ben.id, { at: now, rhythm: defaultRhythm, members, cycles, keyResults, checkIns });
    expect(due.map((one) => one.keyResult.title)).toEqual([
      expect.stringContaining("two podcast episodes"),
      expect.stringContaining("start an audiobook"),
      expect.stringContaining("started by voice"),
    ]);
  },
);

test("two anomalies are planted among believable weeks", () => {
  const newest = seriesOf("week-2-activation", createChance(demoSeed)).at(-1)!;
  expect(newest).toEqual({ weeksAgo: 0, value: 0.37 });
  const outage = seriesOf("listening-per-wau", createChance(demoSeed)).find((one) => one.note !== undefined)!;
  expect(outage).toMatchObject({ weeksAgo: 9, value: 233 });
  const ordinary = seriesOf("listening-per-wau", createChance(demoSeed)).filter((one) => one.weeksAgo > 20);
  expect(Math.min(...ordinary.map((one) => one.value))).toBeGreaterThan(222);
});
