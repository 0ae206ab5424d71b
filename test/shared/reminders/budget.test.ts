import { describe, expect, it } from "vitest";
import { allot, type Spent, type Wish } from "../../../shared/reminders/budget.ts";
import { isUrgent, type ReminderKind, rankOf, reminderKinds } from "../../../shared/reminders/kinds.ts";

const tuesday = "2026-10-06T08:00:00.000Z";
let made = 0;
const wish = (kind: ReminderKind, more: Partial<Wish> = {}): Wish => {
  made += 1;
  const id = String(made).padStart(6, "0");
  const common = { memberId: "ben", occurrenceOn: "2026-10-05", zone: "UTC", again: false };
  return { id, kind, subjectId: id, ...common, rank: rankOf(kind), urgent: isUrgent(kind), ...more };
};
const said = (at: string, kind: ReminderKind = "focus", more: Partial<Spent> = {}): Spent => {
  made += 1;
  return { kind, subjectId: `said ${made}`, memberId: "ben", occurrenceOn: "2026-10-05", at, ...more };
};
/** The kinds said, in the order they were wished for. */
const saidOf = (wishes: Wish[], spent: Spent[] = [], now = tuesday) => {
  const answers = allot(wishes, spent, now);
  return wishes.filter((one) => answers.get(one.id) === "say").map((one) => one.kind);
};

describe("what one person is told in a day", () => {
  it("is two things, and a third only when it is urgent", () => {
    expect(saidOf([wish("focus"), wish("digest"), wish("retro")])).toEqual(["digest", "retro"]);
    expect(saidOf([wish("focus"), wish("digest"), wish("asked"), wish("retro")])).toEqual(["asked", "retro"]);
    expect(saidOf([wish("nudge"), wish("asked"), wish("assigned"), wish("nudge-again")])).toEqual([
      ...["nudge", "asked", "nudge-again"],
    ]);
  });

  it("leaves the last place to what is urgent, also when it comes later in the day", () => {
    const spent = [said("2026-10-06T07:00:00Z"), said("2026-10-06T07:30:00Z")];
    expect(saidOf([wish("metric-check")], spent)).toEqual([]);
    expect(saidOf([wish("nudge")], spent)).toEqual(["nudge"]);
    expect(saidOf([wish("asked")], [...spent, said("2026-10-06T07:40:00Z", "nudge")])).toEqual([]);
  });

  it("is the most urgent of a thousand things due in the same second", () => {
    const wishes = Array.from({ length: 1000 }, (_, i) => wish(reminderKinds[i % reminderKinds.length]!));
    expect(saidOf(wishes)).toEqual(["asked", "asked", "asked"]);
    expect(saidOf([...wishes].reverse())).toEqual(["asked", "asked", "asked"]);
  });

  it("is one thing about a subject, whatever its kind", () => {
    const squad = { subjectId: "podcasts" };
    expect(saidOf([wish("digest", squad), wish("focus", squad)])).toEqual(["digest"]);
    const before = [said("2026-10-06T06:00:00Z", "digest", squad)];
    expect(saidOf([wish("metric-check", squad), wish("nudge")], before)).toEqual(["nudge"]);
    expect(saidOf([wish("metric-check", squad)], [said("2026-10-05T06:00:00Z", "digest", squad)])).toEqual([
      "metric-check",
    ]);
  });

  it("waits for another day where it can, and only for the sake of its subject", () => {
    const squad = { subjectId: "podcasts", mayWait: true };
    const answer = (spent: Spent[]) => {
      const digest = wish("digest", squad);
      return allot([digest], spent, tuesday).get(digest.id);
    };
    expect(answer([said("2026-10-06T06:00:00Z", "focus", squad)])).toBe("another-day");
    expect(answer([said("2026-10-05T06:00:00Z", "focus", squad)])).toBe("say");
    expect(answer([said("2026-10-06T06:00:00Z", "nudge"), said("2026-10-06T06:10:00Z", "asked")])).toBe(
      "budget",
    );
  });

  it("begins anew at midnight where the person is", () => {
    const spent = ["06:00", "06:10", "06:20"].map((time) => said(`2026-10-06T${time}:00Z`, "nudge"));
    const late = "2026-10-06T15:30:00.000Z";
    expect(saidOf([wish("nudge")], spent, late)).toEqual([]);
    expect(saidOf([wish("nudge", { zone: "Asia/Tokyo" })], spent, late)).toEqual(["nudge"]);
  });

  it("does not count what the person snoozed a second time, and lets it come", () => {
    const subjectId = "ben";
    const first = said("2026-10-06T07:00:00Z", "nudge", { subjectId });
    const full = [first, said("2026-10-06T07:10:00Z", "asked"), said("2026-10-06T07:20:00Z", "assigned")];
    expect(saidOf([wish("nudge", { subjectId, again: true }), wish("focus")], full)).toEqual(["nudge"]);
  });
});

describe("what one person is told in a week", () => {
  const upTo = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      said(`2026-10-${String(5 + (i % 5)).padStart(2, "0")}T08:00:00Z`),
    );
  const saturday = "2026-10-10T08:00:00.000Z";

  it("is eight things, and ten with what is urgent", () => {
    expect(saidOf([wish("focus")], upTo(7), saturday)).toEqual(["focus"]);
    expect(saidOf([wish("focus")], upTo(8), saturday)).toEqual([]);
    expect(saidOf([wish("assigned")], upTo(9), saturday)).toEqual(["assigned"]);
    expect(saidOf([wish("asked")], upTo(10), saturday)).toEqual([]);
  });

  it("begins on Monday, where the person is", () => {
    expect(saidOf([wish("focus")], upTo(10), "2026-10-12T06:00:00.000Z")).toEqual(["focus"]);
    const sunday = "2026-10-11T20:00:00.000Z";
    expect(saidOf([wish("asked")], upTo(10), sunday)).toEqual([]);
    expect(saidOf([wish("asked", { zone: "Pacific/Auckland" })], upTo(10), sunday)).toEqual(["asked"]);
  });

  it("is two anomalies at most, the adverse first", () => {
    const good = { rank: rankOf("anomaly", true), urgent: isUrgent("anomaly", true), occurrenceOn: "good" };
    const wishes = [wish("anomaly", good), wish("anomaly"), wish("anomaly")];
    const answers = allot(wishes, [], tuesday);
    expect(wishes.map((one) => answers.get(one.id))).toEqual(["budget", "say", "say"]);
    expect(
      saidOf(
        [wish("anomaly")],
        [said("2026-10-05T08:00:00Z", "anomaly"), said("2026-10-05T09:00:00Z", "anomaly")],
      ),
    ).toEqual([]);
  });

  it("holds while a clock jumps to tomorrow and back", () => {
    const spent: Spent[] = [];
    const days = new Map<string, number>();
    for (const now of ["06T08", "07T08", "06T09", "07T07", "06T23", "07T00", "06T00"].map(
      (one) => `2026-10-${one}:00:00.000Z`,
    ))
      for (const one of [wish("asked"), wish("nudge"), wish("nudge"), wish("focus")]) {
        if (allot([one], spent, now).get(one.id) !== "say") continue;
        spent.push({ ...one, at: now });
        days.set(now.slice(0, 10), (days.get(now.slice(0, 10)) ?? 0) + 1);
      }
    expect([...days]).toEqual([
      ["2026-10-06", 3],
      ["2026-10-07", 3],
    ]);
  });
});

describe("what another message says too", () => {
  const podcasts = { subjectId: "podcasts" };

  it("is told with it: the miss with the metric check, the late nudge with the one again", () => {
    const wishes = [
      wish("miss", podcasts),
      wish("metric-check", podcasts),
      wish("nudge", { subjectId: "ben" }),
      wish("nudge-again", { subjectId: "ben" }),
    ];
    const answers = allot(wishes, [], tuesday);
    expect(wishes.map((one) => answers.get(one.id))).toEqual(["told-with", "say", "told-with", "say"]);
  });

  it("is the squad's focus on the day of its metric check or digest, and only that day", () => {
    const answer = (spent: Spent[]) => {
      const focus = wish("focus", podcasts);
      return allot([focus], spent, tuesday).get(focus.id);
    };
    for (const kind of ["metric-check", "digest"] as const) {
      expect(answer([said("2026-10-06T06:00:00Z", kind, podcasts)])).toBe("told-with");
      expect(answer([said("2026-10-05T06:00:00Z", kind, podcasts)])).toBe("say");
      expect(answer([said("2026-10-06T06:00:00Z", kind, { subjectId: "search" })])).toBe("say");
    }
    expect(answer([said("2026-10-06T06:00:00Z", "miss", podcasts)])).toBe("budget");
  });

  it("stands alone where the other one does not come to the same person", () => {
    expect(saidOf([wish("miss", podcasts)])).toEqual(["miss"]);
    expect(saidOf([wish("miss", podcasts), wish("metric-check", { subjectId: "search" })])).toHaveLength(2);
    const spent = [said("2026-10-05T08:00:00Z", "metric-check", { ...podcasts, occurrenceOn: "2026-09-28" })];
    expect(saidOf([wish("miss", podcasts)], spent)).toEqual(["miss"]);
  });
});

it("goes down the ladder from what a person asks to what is only told", () => {
  const order = [...reminderKinds].sort((a, b) => rankOf(a) - rankOf(b));
  expect(order).toEqual(reminderKinds);
  expect(reminderKinds.filter((one) => isUrgent(one))).toEqual([
    ...["asked", "anomaly", "nudge-again", "nudge", "assigned"],
  ]);
  expect(isUrgent("anomaly", true)).toBe(false);
  expect(rankOf("anomaly", true)).toBeGreaterThan(rankOf("review-monthly"));
  expect(rankOf("anomaly", true)).toBeLessThan(rankOf("focus"));
});
