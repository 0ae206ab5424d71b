import { expect, test } from "vitest";
import { reviewId } from "../../shared/reviews/review.ts";
import { addDays } from "../../shared/time/local-date.ts";
import { type Persona, startWorld, type World } from "../support/world.ts";

const percent = { label: "", scale: "ratio", decimals: 0 } as const;
const quarter = { startsOn: "2026-04-01", endsOn: "2026-06-30" };
const firstMonday = "2026-04-06";

/** One company on a virtual clock, with everybody who leads a ritual and somebody who leads none. */
async function company() {
  const world = await startWorld();
  const { ada, ben, admit } = world;
  const [henrik, dora, imani, olu, vera] = [
    await admit("admin", "Henrik"),
    await admit("director", "Dora"),
    await admit("member", "Imani"),
    await admit("member", "Olu"),
    await admit("viewer", "Vera"),
  ];
  return { world, people: { ada, ben, henrik, dora, imani, olu, vera } };
}

/** Each act is tried by everybody it is not for, who are refused, and then done by the one it is for. */
function rituals(world: World) {
  const refusals: string[] = [];
  return {
    refusals,
    async does(who: Persona, name: string, args: () => object, not: readonly Persona[] = []) {
      for (const other of not) {
        const { outcome, code } = await world.mutate(other, name, args());
        refusals.push(`${other.name} ${name}: ${outcome} ${code}`);
        expect(`${other.name} ${name} ${outcome}`).toBe(`${other.name} ${name} rejected`);
        expect(["forbidden", "not_owner"], `${other.name} ${name}`).toContain(code);
      }
      const result = await world.mutate(who, name, args());
      expect(result, `${who.name} ${name}`).toMatchObject({ outcome: "applied" });
    },
  };
}

test("a quarter from plan to plan, every ritual by whoever leads it and by nobody else", {
  timeout: 60_000,
}, async () => {
  const { world, people } = await company();
  const { ada, ben, henrik, dora, imani, olu, vera } = people;
  const { does, refusals } = rituals(world);
  const make = <T extends object>(args: T) => ({ ...args, id: world.id() });
  const at = (on: string, time = "08:00") => {
    world.clock.now = Date.parse(`${on}T${time}:00.000Z`);
  };
  const [star, habit, squad] = [world.id(), world.id(), world.id()];

  // The company and its star.
  for (const [who, title] of [
    [ada, "cpo"],
    [henrik, "ceo"],
  ] as const)
    await does(ada, "member.set-title", () => ({ memberId: who.memberId, title }), [dora, imani, ben]);
  await does(ada, "squad.form", () => ({ id: squad, name: "Podcasts" }), [dora, imani]);
  for (const [who, as] of [
    [imani, "pm"],
    [ben, "member"],
  ] as const)
    await does(ada, "squad.assign", () => ({ squadId: squad, memberId: who.memberId, as }));
  const metric = { definition: "Counted.", goodDirection: "up", cadence: "weekly" };
  const listening = { ...metric, id: star, key: "listening", name: "Listening", kind: "north-star" };
  await does(ada, "metric.define", () => ({
    ...listening,
    ...{ unit: { label: "min", scale: "value", decimals: 0 }, stewardId: ada.memberId },
  }));
  await does(ada, "metric.define", () => ({
    ...{ ...metric, id: habit, key: "habit", name: "Habit", kind: "input", parentId: star },
    ...{ unit: percent, stewardId: imani.memberId, squadId: squad },
  }));
  const northStarId = world.id();
  const proposal = { id: northStarId, metricId: star, statement: "Worth hearing." };
  await does(ada, "north-star.propose", () => proposal, [dora, imani, ben, vera]);
  await does(ada, "north-star.commit", () => ({ northStarId }), [dora, imani, ben, vera]);
  await does(henrik, "north-star.commit", () => ({ northStarId }));

  // Planning: the CPO commits what director, PM and owner have drafted.
  at("2026-03-20");
  const [cycleId, parentId, objectiveId, keyResultId] = [world.id(), world.id(), world.id(), world.id()];
  await does(ada, "cycle.open", () => ({ id: cycleId, name: "Q2 2026", ...quarter }), [dora, imani]);
  await does(dora, "objective.draft", () => ({ id: parentId, cycleId, title: "Every day" }), [
    imani,
    ben,
    vera,
  ]);
  const ours = { id: objectiveId, cycleId, squadId: squad, parentId, title: "A weekly habit" };
  await does(imani, "objective.draft", () => ours, [ben, olu, vera]);
  await does(imani, "cycle.allocate", () => ({ cycleId, squadId: squad, metricIds: [habit] }), [ben, olu]);
  const draft = {
    ...{ id: keyResultId, objectiveId, ownerId: ben.memberId, title: "Habit from 20% to 30%" },
    ...{ direction: "increase", baseline: 0.2, target: 0.3, unit: percent, measures: habit },
    moves: { metricId: habit, because: "who finishes two comes back" },
  };
  await does(imani, "key-result.draft", () => draft, [olu, vera]);
  at("2026-03-30");
  await does(ada, "cycle.commit", () => ({ cycleId }), [dora, imani, ben, olu, vera]);

  // Thirteen weeks.
  const weekly = (on: string) => ({ beat: "weekly", cycleId, squadId: squad, on }) as const;
  const about = { kind: "key-result", id: keyResultId } as const;
  for (let week = 0; week < 13; week += 1) {
    const monday = addDays(firstMonday, 7 * week);
    at(monday, "06:00");
    const reading = { metricId: star, on: addDays(monday, -1), value: 200 + 2 * week, source: "warehouse" };
    await does(ada, "reading.record", () => reading, week === 0 ? [ben, imani, vera] : []);
    if (week === 5) {
      at(addDays(monday, 1), "09:00");
      await does(imani, "nudge.send", () => make({ keyResultId }), [ben, olu, vera]);
      expect(await world.mutate(dora, "nudge.send", make({ keyResultId }))).toMatchObject({
        code: "already_nudged",
      });
    }
    at(addDays(monday, week === 5 ? 1 : 0), "10:00");
    const checkIn = { keyResultId, value: 0.2 + 0.0065 * (week + 1), confidence: 7 };
    await does(ben, "check-in.record", () => make(checkIn), week === 0 ? [olu, dora, ada, vera] : []);
    at(addDays(monday, 2), "09:00");
    const others = week < 2 ? [ben, olu, dora, vera] : [];
    const review = { reviewId: reviewId(weekly(monday)) };
    await does(imani, "review.open", () => weekly(monday), others);
    await does(
      imani,
      "review.decide",
      () => ({ ...review, subject: about, as: "keep", text: "Holds." }),
      others,
    );
    await does(imani, "review.complete", () => review, others);
    if (monday.slice(0, 7) !== addDays(monday, -7).slice(0, 7) && week > 0) {
      const monthly = { beat: "monthly", cycleId, on: `${monday.slice(0, 7)}-01` } as const;
      const held = { reviewId: reviewId(monthly) };
      at(monday, "14:00");
      await does(dora, "review.open", () => monthly, [imani, ben, olu, vera]);
      const help = { ...held, subject: about, as: "help", text: "Pair up.", ownerId: imani.memberId };
      await does(dora, "review.decide", () => help, [imani, ben, vera]);
      await does(dora, "review.complete", () => held, [imani, ben, vera]);
    }
  }

  // Grading and retro.
  at("2026-07-01");
  await does(ada, "cycle.grade", () => ({ cycleId }), [dora, imani, ben, vera]);
  const adjusted = { keyResultId, adjusted: 0.8, reason: "Two weeks without a working feed." };
  await does(ben, "key-result.grade", () => adjusted, [olu, vera]);
  at("2026-07-03");
  const retro = { beat: "quarterly", cycleId, on: quarter.endsOn } as const;
  const held = { reviewId: reviewId(retro) };
  await does(ada, "review.open", () => retro, [dora, imani, ben, vera]);
  const kept = { ...held, subject: { kind: "metric", id: habit }, as: "keep", text: "Unproven; go on." };
  await does(ada, "review.decide", () => kept, [dora, imani, ben, vera]);
  await does(ada, "review.complete", () => held, [dora, imani]);
  await does(ada, "cycle.close", () => ({ cycleId }), [dora, imani, ben, vera]);
  const late = await world.mutate(ben, "key-result.grade", { ...adjusted, adjusted: 1 });
  expect(late).toMatchObject({ outcome: "rejected", code: "cycle_closed" });

  // What was not reached begins the next plan.
  at("2026-07-06");
  const next = world.id();
  const third = { id: next, name: "Q3 2026", startsOn: "2026-07-01", endsOn: "2026-09-30" };
  await does(ada, "cycle.open", () => third, [dora]);
  const [nextParent, nextOurs] = [world.id(), world.id()];
  await does(dora, "objective.draft", () => ({ id: nextParent, cycleId: next, title: "Every day" }), [imani]);
  await does(imani, "objective.draft", () => ({
    ...ours,
    id: nextOurs,
    cycleId: next,
    parentId: nextParent,
  }));
  const carried = {
    ...draft,
    id: world.id(),
    objectiveId: nextOurs,
    baseline: 0.2845,
    title: "Habit, the rest",
  };
  await does(ben, "key-result.draft", () => carried, [olu, vera]);
  await does(ada, "cycle.commit", () => ({ cycleId: next }), [dora, imani, ben]);

  expect(refusals.length).toBeGreaterThan(90);
  const rows = await pulled(world, vera);
  const graded = rows.find((one) => one.id === keyResultId)!;
  expect(graded.body).toMatchObject({
    state: "graded",
    grade: { adjusted: 0.8, reason: adjusted.reason, by: ben.memberId },
  });
  expect(graded.body.grade?.score).toBeCloseTo(0.845, 6);
  const reviews = rows.filter((one) => one.kind === "review").map((one) => one.body);
  expect(reviews.filter((one) => one.beat === "weekly")).toHaveLength(13);
  expect(reviews.filter((one) => one.beat === "monthly")).toHaveLength(2);
  expect(reviews.every((one) => one.state === "done" && one.decisions?.length === 1)).toBe(true);
  const leaders = new Set(reviews.map((one) => `${one.beat} ${one.leaderId}`));
  expect(leaders).toEqual(
    new Set([`weekly ${imani.memberId}`, `monthly ${dora.memberId}`, `quarterly ${ada.memberId}`]),
  );
  // A check-in of a key result that measures its input is the input's reading.
  const readings = rows.filter((one) => one.kind === "reading" && one.body.metricId === habit);
  expect(readings).toHaveLength(13);
  expect(
    rows
      .filter((one) => one.kind === "cycle")
      .map((one) => one.body.state)
      .sort(),
  ).toEqual(["closed", "running"]);
});

interface Pulled {
  kind: string;
  id: string;
  /** What is asked of the bodies of the kinds looked at. */
  body: {
    state?: string;
    beat?: string;
    leaderId?: string;
    metricId?: string;
    decisions?: unknown[];
    grade?: { score: number };
  };
}

/** Everything a new device of somebody gets. */
async function pulled(world: World, { at, deviceId, workspaceId }: Persona): Promise<Pulled[]> {
  const now = new Date(world.clock.now).toISOString();
  const round = { protocol: 1, deviceId, workspaceId, now, cursor: null, mutations: [], limit: 5000 };
  return (await at.post("/api/sync", round)).body.rows;
}
