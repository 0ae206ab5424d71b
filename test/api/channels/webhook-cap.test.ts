import { expect, test } from "vitest";
import type { GenericBody } from "../../../shared/channels/generic.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { startTellingWorld, type TellingWorld } from "../../support/telling.ts";

const minute = 60_000;
const start = "2026-03-02T09:00:00.000Z";

/** A program that hears focus and misses; `due` makes so many of both to be told now. */
async function startCappedWorld() {
  const world = await startTellingWorld();
  const { id } = await world.hook({ says: ["focus", "misses"] });
  world.at(start);
  const { database } = world.northing;
  return Object.assign(world, {
    async due(
      says: "focus" | "misses",
      first: string,
      count: number,
      { lives = 24 * 60, webhookId = id } = {},
    ) {
      const at = new Date(world.clock.now).toISOString();
      const ends = new Date(world.clock.now + lives * minute).toISOString();
      await database.write(
        Array.from({ length: count }, (_, n) => ({
          sql: `insert into webhook_message (id, webhook_id, says, subject_id, occurrence_on, planned_for, due_at,
                  expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
          args: [world.id(), webhookId, says, world.squadId, addDays(first, n), at, at, ends],
        })),
      );
    },
    states: async () =>
      Object.fromEntries(
        (
          await database.read(
            "select state || ' ' || coalesce(reason, '') as state, count(*) as count from webhook_message group by 1",
          )
        ).map((one) => [String(one.state).trim(), one.count]),
      ),
  });
}

const told = (world: TellingWorld) => world.posted<GenericBody>();
const heldLines = (world: TellingWorld) =>
  told(world).flatMap(({ parts }) => parts.flatMap((one) => one.lines.filter((line) => /^Held/.test(line))));

test("a webhook is told thirty things an hour, and the next says in one line what was held back", async () => {
  const world = await startCappedWorld();
  await world.due("focus", "2026-03-02", 29);
  await world.due("misses", "2026-03-09", 6);
  await world.job("tell webhooks");
  expect(told(world)).toHaveLength(30);
  expect(heldLines(world)).toEqual([]);
  expect(await world.states()).toEqual({
    accepted: 30,
    "retry held-back": 1,
    "skipped held-back": 4,
  });
  world.at(new Date(Date.parse(start) + 59 * minute).toISOString());
  await world.job("tell webhooks");
  expect(told(world)).toHaveLength(30);
  world.at(new Date(Date.parse(start) + 60 * minute).toISOString());
  await world.job("tell webhooks");
  const [next, ...more] = told(world).slice(30);
  expect(more).toEqual([]);
  expect(next?.parts[0]?.lines).toEqual([
    "Held back before this: 4 lists of missing check-ins. At most 30 messages an hour come here.",
  ]);
  await world.due("focus", "2026-04-01", 1);
  await world.due("misses", "2026-03-16", 1);
  await world.job("tell webhooks");
  expect(heldLines(world)).toHaveLength(1);
  expect(await world.states()).toEqual({ accepted: 33, "skipped held-back": 4 });
});

test("what was held back is told once more where the message that told it did not arrive", async () => {
  const world = await startCappedWorld();
  await world.due("focus", "2026-03-02", 30);
  await world.due("misses", "2026-03-09", 3);
  await world.job("tell webhooks");
  const count = told(world).length;
  const answer = world.receiver.answer;
  world.receiver.answer = (_request, response) => response.writeHead(400).end();
  world.at(new Date(Date.parse(start) + 61 * minute).toISOString());
  await world.job("tell webhooks");
  expect(heldLines(world)).toHaveLength(1);
  world.receiver.answer = answer;
  await world.due("misses", "2026-03-23", 1);
  await world.job("tell webhooks");
  const last = told(world).at(-1);
  expect(told(world).length).toBe(count + 2);
  expect(last?.parts[0]?.lines[0]).toMatch(/^Held back before this: 2 lists of missing check-ins\./);
});

test("what was held back is told also where the next has nothing to say any more", async () => {
  const world = await startCappedWorld();
  await world.due("focus", "2026-03-02", 30);
  await world.due("misses", "2026-03-09", 3);
  await world.job("tell webhooks");
  const { keyResultId } = world;
  for (const day of ["09", "16"]) {
    world.at(`2026-03-${day}T09:00:00.000Z`);
    await world.tell(world.ben, "check-in.record", {
      ...{ id: world.id(), keyResultId, value: 0.3, confidence: 6 },
    });
  }
  world.at(new Date(Date.parse(start) + 60 * minute).toISOString());
  await world.job("tell webhooks");
  expect(told(world)).toHaveLength(31);
  expect(told(world)[30]).toMatchObject({
    title: "More happened than was told here",
    url: `${world.origin}/rhythm`,
  });
});

test("several servers keep to the same thirty, and other webhooks have their own", async () => {
  const world = await startCappedWorld();
  const { id } = await world.hook({ name: "Another", says: ["focus"] });
  await world.due("focus", "2026-03-02", 30);
  await world.due("misses", "2026-03-09", 19);
  await world.due("focus", "2026-03-02", 1, { webhookId: id });
  await Promise.all([world.job("tell webhooks"), world.job("tell webhooks"), world.job("tell webhooks")]);
  expect(told(world)).toHaveLength(31);
});

test("what has no life left when a place is free is counted, and nothing goes without a word", async () => {
  const world = await startCappedWorld();
  await world.due("focus", "2026-03-02", 30);
  await world.due("misses", "2026-03-09", 2, { lives: 30 });
  await world.job("tell webhooks");
  expect(await world.states()).toEqual({ accepted: 30, "skipped held-back": 2 });
  world.at("2026-03-03T09:00:00.000Z");
  await world.due("misses", "2026-03-16", 1);
  await world.job("tell webhooks");
  expect(heldLines(world)).toHaveLength(1);
});
