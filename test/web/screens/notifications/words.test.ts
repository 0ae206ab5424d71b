import { describe, expect, it } from "vitest";
import type { Standing } from "../../../../shared/reminders/ledger.ts";
import { standingOf } from "../../../../shared/reminders/ledger.ts";
import { deviceWords, notSubscribedWords } from "../../../../web/screens/notifications/device-words.ts";
import {
  kindWord,
  reasonWord,
  standingWords,
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
    for (const reason of [
      "done",
      "nothing-owed",
      "away",
      "removed",
      "push-off",
      "no-device",
      "late",
      "no-time",
      "restored",
    ])
      expect(reasonWord({ state: "skipped", reason })).toMatch(/^[a-z]/);
    for (const reason of ["expired", "endpoint", "too-large", "refused", "keys"])
      expect(reasonWord({ state: "failed", reason })).toMatch(/^[a-z]/);
    for (const reason of ["busy", "unreachable"])
      expect(reasonWord({ state: "retrying", reason })).toMatch(/^[a-z]/);
    expect(reasonWord({ state: "lost" })).toBe("the phone was off, or did not show it");
    expect(reasonWord({ state: "opened", reason: "quiet" })).toBeUndefined();
  });

  it("has a name for its kind, and one for kinds of a newer server", () => {
    expect([kindWord("nudge"), kindWord("test"), kindWord("digest")]).toEqual([
      "Weekly check-in",
      "Test",
      "Reminder",
    ]);
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
