import { describe, expect, it } from "vitest";
import { nudgeWording } from "../../../shared/reminders/check-in-wording.ts";
import type { OwedKeyResult } from "../../../shared/reminders/saying.ts";
import type { LockScreen } from "../../../shared/reminders/wording.ts";

const owed = (title: string, last?: OwedKeyResult["last"]): OwedKeyResult => ({
  keyResult: {
    id: "01900000-0000-7000-8000-000000000001",
    revision: 1,
    cycleId: "01900000-0000-7000-8000-000000000002",
    objectiveId: "01900000-0000-7000-8000-000000000003",
    alsoServes: [],
    ownerId: "01900000-0000-7000-8000-000000000004",
    previousOwners: [],
    title,
    direction: "increase",
    baseline: 0.06,
    target: 0.08,
    unit: { label: "%", scale: "ratio", decimals: 1 },
    commitment: "committed",
    weight: 1,
    state: "committed",
  },
  last,
});
const trials = owed("Trials started by heavy listeners", {
  value: 0.064,
  confidence: 7,
  note: "Voice start works",
});

const nudgeText = (owed: OwedKeyResult[], detail: LockScreen, locale: string) =>
  nudgeWording({ kind: "nudge", owed }, detail, locale);

describe("what a nudge says on a locked screen", () => {
  it("is only a count at private", () => {
    expect(nudgeText([trials], "private", "en")).toEqual({ title: "1 check-in due", body: "" });
    expect(nudgeText([trials, trials], "private", "en").title).toBe("2 check-ins due");
  });

  it("is titles at titles, never values, confidence or notes", () => {
    expect(nudgeText([trials], "titles", "en")).toEqual({
      title: "1 check-in due",
      body: "Trials started by heavy listeners",
    });
  });

  it("is the last check-in too at full, in the member's own numbers", () => {
    expect(nudgeText([trials], "full", "en").body).toBe(
      "Trials started by heavy listeners: last 6.4%, confidence 7, Voice start works",
    );
    expect(nudgeText([trials], "full", "de").body).toMatch(/6,4\s%/);
    expect(nudgeText([trials], "full", "no such locale").body).toContain("6.4%");
  });

  it("says nothing of a last check-in where there is none", () => {
    expect(nudgeText([owed("New")], "full", "en").body).toBe("New");
  });

  it("names three and counts the rest", () => {
    const body = nudgeText(
      ["A", "B", "C", "D", "E"].map((title) => owed(title)),
      "titles",
      "en",
    ).body;
    expect(body).toBe("A\nB\nC\nand 2 more");
  });

  it("fits a push message whatever the titles are made of", () => {
    const long = owed("👩‍👩‍👧‍👦".repeat(25), { confidence: 3, note: "漢".repeat(500), value: 1 });
    const { title, body } = nudgeText([long, long, long, long], "full", "en");
    expect(new TextEncoder().encode(title + body).length).toBeLessThan(2600);
    expect(new TextDecoder().decode(new TextEncoder().encode(body))).toBe(body);
  });
});
