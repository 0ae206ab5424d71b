import { describe, expect, it } from "vitest";
import { heldBackIn } from "../../../../shared/reminders/held-back.ts";
import { reminderKinds } from "../../../../shared/reminders/kinds.ts";
import type { Standing } from "../../../../shared/reminders/ledger.ts";
import { standingOf } from "../../../../shared/reminders/ledger.ts";
import type { SkipReason } from "../../../../shared/reminders/saying.ts";
import { deviceWords, notSubscribedWords } from "../../../../web/screens/notifications/device-words.ts";
import {
  kindWord,
  pageOf,
  reasonWord,
  standingWords,
  stillComes,
  whenWord,
} from "../../../../web/screens/notifications/reminder-words.ts";

const now = Date.parse("2026-11-23T10:00:00Z");

describe("when a reminder was due, in words", () => {
  it.each([
    ["2026-11-23T09:00:00Z", "today 09:00"],
    ["2026-11-20T09:00:00Z", "Fri 09:00"],
    ["2026-11-29T09:00:00Z", "Sun 09:00"],
    ["2026-11-16T09:00:00Z", "16 Nov, 09:00"],
    ["2026-11-30T09:00:00Z", "30 Nov, 09:00"],
  ])("%s is %s", (at, words) => expect(whenWord(at, now, "UTC")).toBe(words));

  it("is said in the member's own zone", () => {
    expect(whenWord("2026-11-23T09:00:00Z", now, "Asia/Tokyo")).toBe("today 18:00");
    expect(whenWord("2026-11-22T23:00:00Z", now, "Asia/Tokyo")).toBe("today 08:00");
    expect(whenWord("2026-11-23T04:00:00Z", now, "America/Los_Angeles")).toBe("Sun 20:00");
  });
});

describe("where a reminder stands", () => {
  const line = {
    state: "accepted",
    expiresAt: "2026-11-24T09:00:00Z",
    shownAt: null,
    openedAt: null,
    snoozedUntil: null,
    onlineAt: null,
  };
  const at = "2026-11-23T10:00:00Z";

  it("is the furthest it is known to have come", () => {
    expect(standingOf(line, at)).toBe("sent");
    expect(standingOf({ ...line, shownAt: at }, at)).toBe("shown");
    expect(standingOf({ ...line, shownAt: at, openedAt: at }, at)).toBe("opened");
    expect(standingOf({ ...line, shownAt: at, openedAt: at, snoozedUntil: at }, at)).toBe("snoozed");
  });

  it("is over once its life has ended unseen, and not a moment before", () => {
    const after = "2026-11-24T09:00:01Z";
    expect(standingOf(line, line.expiresAt)).toBe("sent");
    expect(standingOf(line, after)).toBe("expired");
    expect(standingOf({ ...line, onlineAt: at }, line.expiresAt)).toBe("sent");
    expect(standingOf({ ...line, onlineAt: at }, after)).toBe("lost");
    expect(standingOf({ ...line, shownAt: at }, "2026-12-24T09:00:01Z")).toBe("shown");
  });

  it.each(["planned", "claimed", "sent", "retry", "gone", "failed", "skipped"])(
    "has a word for %s",
    (state) => {
      expect(standingWords[standingOf({ ...line, state }, at)]).toMatch(/^[a-z ]+$/);
    },
  );

  it("says why it did not come, for every reason there is", () => {
    const skipped: Record<SkipReason | "restored", true> = {
      ...{ done: true, "nothing-owed": true, away: true, removed: true, "push-off": true, late: true },
      ...{ "switched-off": true, "no-device": true, "no-mail": true, "no-time": true, snoozed: true },
      ...{ budget: true, "told-with": true, restored: true },
    };
    for (const reason of Object.keys(skipped))
      expect(reasonWord({ kind: "focus", state: "skipped", reason }), reason).toMatch(/^[a-z]/);
    for (const reason of ["expired", "endpoint", "too-large", "refused", "keys"])
      expect(reasonWord({ kind: "nudge", state: "failed", reason })).toMatch(/^[a-z]/);
    for (const reason of ["busy", "unreachable"])
      expect(reasonWord({ kind: "nudge", state: "retrying", reason })).toMatch(/^[a-z]/);
    expect(reasonWord({ kind: "nudge", state: "opened", reason: "quiet" })).toBeUndefined();
  });

  it("never calls a phone that was off a phone that lost something", () => {
    expect(reasonWord({ kind: "nudge", state: "lost" })).toMatch(/online and never showed it/);
    expect(reasonWord({ kind: "nudge", state: "expired" })).toMatch(/was off/);
    expect(standingWords.expired).not.toBe(standingWords.lost);
  });

  it("says of a check-in that was done what was done, and of others only that it was", () => {
    expect(reasonWord({ kind: "nudge-again", state: "skipped", reason: "done" })).toBe("you had checked in");
    expect(reasonWord({ kind: "metric-check", state: "skipped", reason: "done" })).toBe(
      "it was done by then",
    );
  });

  it("has a name and a page for every kind, and something for kinds of a newer server", () => {
    const names = reminderKinds.map(kindWord);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain("Reminder");
    expect([kindWord("tide"), pageOf("tide", "1", "2026-11-23")]).toEqual(["Reminder", "/check-in"]);
    for (const kind of reminderKinds) expect(pageOf(kind, "1", "2026-11-23")).toMatch(/^\/[a-z]/);
  });
});

describe("what a quiet time lets through", () => {
  it("names a colleague who waits and a number gone wrong, and no other", () => {
    expect(stillComes()).toBe("somebody asks you for a check-in or one of your numbers turns for the worse");
  });
});

describe("what was held back", () => {
  it("is counted by the days and the Mondays of the person's own zone", () => {
    const held = ["2026-11-23T09:00:00Z", "2026-11-22T23:30:00Z", "2026-11-22T12:00:00Z"].map((at) => ({
      at,
    }));
    const count = (zone: string) => {
      const { today, week } = heldBackIn(held, now, zone);
      return [today.length, week.length];
    };
    expect(count("UTC")).toEqual([1, 1]);
    expect(count("Europe/Berlin")).toEqual([2, 2]);
    expect(count("America/Los_Angeles")).toEqual([1, 1]);
  });
});

describe("every state of a device", () => {
  it("has a cause and a next step in words, and no exclamation", () => {
    for (const { title, body } of Object.values(deviceWords)) {
      expect(title).toMatch(/^[A-Z].*[a-z]$/);
      expect(`${title} ${body}`).not.toContain("!");
    }
    for (const words of Object.values(notSubscribedWords)) expect(words).toMatch(/\.$/);
    expect(Object.keys(standingWords) satisfies string[] as Standing[]).toContain("lost");
  });
});
