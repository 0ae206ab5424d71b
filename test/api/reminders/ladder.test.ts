import { describe, expect, it } from "vitest";
import { startSquadWorld } from "../../support/squad-world.ts";

const night = ["2026-03-08T00:00:00Z", "2026-03-13T23:45:00Z"] as const;

describe("a week on the ladder", () => {
  it("says each thing once, at its time, within the budget, and tells who hears what", async () => {
    const world = await startSquadWorld();
    await world.ours(world.ben, "Trials");
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    expect(await world.live(...night)).toEqual([
      "03-09T08:00 Ben: 1 check-in due",
      "03-09T08:30 Ada: Podcasts: Trials",
      "03-09T08:30 Ben: Podcasts: Trials",
      "03-10T08:00 Ben: 1 check-in still due",
      "03-10T08:30 Ada: Podcasts: Trials",
      "03-10T08:30 Ben: Podcasts: Trials",
      "03-11T08:00 Ada: Metric check: Podcasts",
      "03-11T08:30 Ben: Podcasts: Trials",
      "03-12T08:00 Ada: Podcasts: 0 of 1 checked in",
      "03-12T08:00 Ben: Podcasts: 0 of 1 checked in",
      "03-13T08:30 Ada: Podcasts: Trials",
      "03-13T08:30 Ben: Podcasts: Trials",
    ]);
    expect(await world.ledger("miss")).toContain("miss skipped told-with");
    expect(world.service.faults).toEqual([]);
  });

  it("leaves who is done alone, and the PM hears of nothing missing", async () => {
    const world = await startSquadWorld();
    const keyResultId = await world.ours(world.ben, "Trials");
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    await world.tell(world.ben, "check-in.record", {
      ...{ id: world.id(), keyResultId, value: 0.065, confidence: 7 },
    });
    const heard = await world.live("2026-03-09T07:45:00Z", "2026-03-11T09:00:00Z");
    expect(heard.some((one) => one.includes("check-in"))).toBe(false);
    expect(heard).toContain("03-11T08:00 Ada: Metric check: Podcasts");
    expect((await world.ledger("nudge", "nudge-again")).slice(0, 2)).toEqual([
      "nudge skipped done",
      "nudge-again skipped done",
    ]);
  });

  it("tells a PM who wants no walk-through of the miss alone", async () => {
    const world = await startSquadWorld();
    await world.ours(world.ben, "Trials");
    const channels = { push: true, kinds: { "metric-check": "off" as const, focus: "off" as const } };
    await world.tell(world.ada, "member.set-preferences", { memberId: world.ada.memberId, channels });
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    const heard = await world.live("2026-03-11T07:45:00Z", "2026-03-11T09:00:00Z");
    expect(heard.filter((one) => one.includes("Ada"))).toEqual([
      "03-11T08:00 Ada: Podcasts: 1 check-in is missing",
    ]);
  });

  it("brings a message with the life, the urgency and the topic of its kind", async () => {
    const world = await startSquadWorld();
    await world.ours(world.ben, "Trials");
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    await world.live("2026-03-09T08:30:00Z", "2026-03-09T08:30:00Z");
    const focus = world.service.received.find((one) => one.topic?.startsWith("focus-"));
    // 08:30 UTC is half past nine in Berlin: the day has fourteen and a half hours left.
    expect(focus).toMatchObject({ urgency: "high", ttl: 14.5 * 3600 });
    await world.live("2026-03-12T08:00:00Z", "2026-03-12T08:00:00Z");
    const digest = world.service.received.find((one) => one.topic?.startsWith("digest-"));
    expect(digest).toMatchObject({ urgency: "normal", ttl: 86_400 });
    for (const one of world.service.received) expect(one.topic).toMatch(/^[a-z]+-[0-9a-f]{20}$/);
  });

  it("a digest that is ready early does not get lost to the focus of that morning", async () => {
    const world = await startSquadWorld();
    await world.ours(world.ben, "Trials");
    const { squadId, ada } = world;
    world.at("2026-03-06T12:00:00Z");
    await world.remind();
    await world.live("2026-03-11T07:00:00Z", "2026-03-11T08:45:00Z");
    const [cycle] = await world.northing.database.read("select id from row where kind = 'cycle'");
    await world.tell(ada, "review.open", {
      ...{ beat: "weekly", cycleId: String(cycle!.id), squadId, on: "2026-03-09" },
    });
    await world.tell(ada, "review.complete", { reviewId: `weekly/${squadId}/2026-03-09` });
    const digests = (heard: string[]) => heard.filter((one) => one.includes("checked in"));
    expect(digests(await world.live("2026-03-11T09:00:00Z", "2026-03-11T18:00:00Z"))).toEqual([]);
    expect(digests(await world.live("2026-03-12T07:00:00Z", "2026-03-12T12:00:00Z"))).toEqual([
      "03-12T08:00 Ada: Podcasts: 0 of 1 checked in",
      "03-12T08:00 Ben: Podcasts: 0 of 1 checked in",
    ]);
  });
});

describe("what has just happened", () => {
  async function quietWorld() {
    const world = await startSquadWorld();
    const keyResultId = await world.ours(world.ben, "Trials");
    world.at("2026-03-03T12:00:00Z");
    await world.remind();
    world.heard();
    const soon = async () => {
      world.clock.now += 1000;
      await world.northing.reminders.work.planEvents();
      await world.northing.reminders.work.sendDueReminders();
      await world.northing.reminders.delivery.settled();
      return world.heard();
    };
    return { world, keyResultId, soon };
  }

  it("is said within a second or two, to the new owner", async () => {
    const { world, keyResultId, soon } = await quietWorld();
    await world.tell(world.ada, "key-result.reassign", { keyResultId, ownerId: world.ada.memberId });
    expect(await soon()).toEqual([]);
    await world.tell(world.ada, "key-result.reassign", { keyResultId, ownerId: world.ben.memberId });
    expect(await soon()).toEqual(["A key result is yours now"]);
    expect(await soon()).toEqual([]);
  });

  it("is asked once, however often a PM presses", async () => {
    const { world, keyResultId, soon } = await quietWorld();
    const outcomes = new Set<string>();
    for (let i = 0; i < 50; i += 1) {
      const { outcome, code } = await world.mutate(world.ada, "nudge.send", { id: world.id(), keyResultId });
      outcomes.add(code ?? outcome);
    }
    expect(outcomes).toEqual(new Set(["applied", "already_nudged"]));
    expect(await soon()).toEqual(["Ada asks for a check-in"]);
    expect(await soon()).toEqual([]);
  });

  it("is found by a server that was down, for a day, and not after", async () => {
    const { world, keyResultId } = await quietWorld();
    await world.tell(world.ada, "nudge.send", { id: world.id(), keyResultId });
    const later = async (moment: string) => {
      world.at(moment);
      await world.remind();
      return world.heard().filter((one) => one.includes("asks"));
    };
    expect(await later("2026-03-04T11:59:00Z")).toEqual(["Ada asks for a check-in"]);
    await world.tell(world.ada, "nudge.send", { id: world.id(), keyResultId }).catch(() => {});
    world.at("2026-03-04T13:00:00Z");
    await world.tell(world.ada, "nudge.send", { id: world.id(), keyResultId });
    expect(await later("2026-03-05T13:00:01Z")).toEqual([]);
  });

  it("is not said when it was taken back before anybody looked", async () => {
    const { world, keyResultId, soon } = await quietWorld();
    const { memberId } = await world.admit("member", "Cem");
    await world.tell(world.ada, "key-result.reassign", { keyResultId, ownerId: memberId });
    await world.tell(world.ada, "key-result.reassign", { keyResultId, ownerId: world.ben.memberId });
    await world.tell(world.ada, "key-result.drop", { keyResultId });
    expect(await soon()).toEqual([]);
  });

  it("waits for the morning, and for the first working day", async () => {
    const { world, keyResultId, soon } = await quietWorld();
    world.at("2026-03-06T21:00:00Z");
    await world.tell(world.ada, "nudge.send", { id: world.id(), keyResultId });
    expect(await soon()).toEqual([]);
    const heard = await world.live("2026-03-06T21:15:00Z", "2026-03-09T07:00:00Z");
    expect(heard.filter((one) => one.includes("asks"))).toEqual(["03-09T07:00 Ben: Ada asks for a check-in"]);
  });
});
