import { beforeEach, describe, expect, test } from "vitest";
import { defaultPreferences } from "../../../shared/people/preferences.ts";
import { founded, podcasts } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await founded();
});
const server = { server: true };
const uma = { id: idOf("uma"), name: "Uma", role: "member", zone: "Asia/Kolkata", locale: "en-IN" };

describe("joining", () => {
  test("makes an active member with quiet nights", async () => {
    await rules.must("uma", "member.join", { ...uma, email: "uma@example.com" }, server);
    expect(rules.get("member", uma.id)).toEqual({
      ...{ ...uma, revision: 1, email: "uma@example.com" },
      ...{ preferences: defaultPreferences, state: "active" },
    });
  });

  test("puts them into the squad they were invited to, as what they were invited as", async () => {
    await rules.must("uma", "member.join", { ...uma, squadId: podcasts, as: "pm" }, server);
    expect(rules.get("squad", podcasts).members).toContainEqual({ memberId: uma.id, as: "pm" });
  });

  test("a viewer is never a squad's PM", async () => {
    await rules.must("uma", "member.join", { ...uma, role: "viewer", squadId: podcasts, as: "pm" }, server);
    expect(rules.get("squad", podcasts).members).toContainEqual({ memberId: uma.id, as: "member" });
  });

  test("is not stopped by a squad that is gone by then", async () => {
    await rules.must("ada", "squad.dismiss", { squadId: podcasts });
    expect(await rules.tell("uma", "member.join", { ...uma, squadId: podcasts }, server)).toBe("applied");
    expect(rules.get("squad", podcasts).members.map((one) => one.memberId)).not.toContain(uma.id);
    const lost = { ...uma, id: idOf("una"), squadId: idOf("no squad") };
    expect(await rules.tell("una", "member.join", lost, server)).toBe("applied");
  });

  test("twice with the same words is once, also after changing settings; with other words a clash", async () => {
    await rules.must("uma", "member.join", { ...uma, squadId: podcasts }, server);
    await rules.must("uma", "member.set-preferences", { memberId: uma.id, focusTime: "08:00" });
    expect(await rules.tell("uma", "member.join", { ...uma, squadId: podcasts }, server)).toBe("unchanged");
    expect(rules.get("squad", podcasts).members.filter((one) => one.memberId === uma.id)).toHaveLength(1);
    expect(await rules.tell("uma", "member.join", { ...uma, role: "admin" }, server)).toBe("id_conflict id");
  });

  test.each([
    ["de-ch", "de-CH"],
    ["en-US@posix", "en"],
    ["C.UTF-8", "en"],
  ])("keeps the language %s as %s, which every screen can use", async (locale, stored) => {
    expect(await rules.tell("uma", "member.join", { ...uma, locale }, server)).toBe("applied");
    expect(rules.get("member", uma.id).locale).toBe(stored);
    expect(await rules.tell("uma", "member.join", { ...uma, locale }, server)).toBe("unchanged");
  });

  test("is a door no phone has", async () => {
    expect(await rules.tell("ada", "member.join", uma)).toBe("forbidden");
  });
});

describe("one's own settings", () => {
  const memberId = idOf("ben");
  const preferences = () => rules.get("member", memberId).preferences;

  test("are patched one by one; null goes back to the workspace's", async () => {
    const quiet = { from: "18:00", to: "09:30" };
    await rules.must("ben", "member.set-preferences", { memberId, checkInTime: "07:30", quiet });
    await rules.must("ben", "member.set-preferences", {
      memberId,
      daysOff: ["2026-12-24"],
      lockScreen: "full",
    });
    expect(preferences()).toEqual({
      ...{ checkInTime: "07:30", quiet, daysOff: ["2026-12-24"], lockScreen: "full" },
      channels: { push: true },
    });
    await rules.must("ben", "member.set-preferences", { memberId, checkInTime: null, lockScreen: null });
    expect(preferences()).toEqual({ quiet, daysOff: ["2026-12-24"], channels: { push: true } });
    expect(await rules.tell("ben", "member.set-preferences", { memberId, quiet })).toBe("unchanged");
  });

  test("nobody subscribes somebody else to the report, nor ends it for them", async () => {
    await rules.must("ben", "member.set-preferences", { memberId, report: "weekly" });
    expect(preferences().report).toBe("weekly");
    for (const report of ["monthly", null] as const)
      expect(await rules.tell("ada", "member.set-preferences", { memberId, report })).toBe(
        "forbidden report",
      );
    await rules.must("ada", "member.set-preferences", { memberId, focusTime: "08:00" });
    expect(preferences().report).toBe("weekly");
    await rules.must("ben", "member.set-preferences", { memberId, report: null });
    expect(preferences().report).toBeUndefined();
  });

  test("what has no default cannot be cleared", async () => {
    for (const field of ["quiet", "daysOff", "channels"])
      expect(await rules.tell("ben", "member.set-preferences", { memberId, [field]: null })).toBe(
        `invalid_arguments ${field}`,
      );
  });

  test("Ben renames himself and moves to another zone; Imani cannot do it for him, Ada can", async () => {
    await rules.must("ben", "member.rename", { memberId, name: "Benjamin" });
    await rules.must("ben", "member.set-zone", { memberId, zone: "Asia/Tokyo" });
    expect(rules.get("member", memberId)).toMatchObject({ name: "Benjamin", zone: "Asia/Tokyo" });
    expect(await rules.tell("imani", "member.rename", { memberId, name: "B" })).toBe("forbidden");
    expect(await rules.tell("ada", "member.rename", { memberId, name: "Ben" })).toBe("applied");
  });

  test("a viewer sets their own, too", async () => {
    expect(await rules.tell("vic", "member.set-zone", { memberId: idOf("vic"), zone: "Asia/Tokyo" })).toBe(
      "applied",
    );
  });

  test("a zone that does not exist is refused", async () => {
    for (const zone of ["Berlin", "+02:00", "", "Europe/Berlin; drop table row"])
      expect(await rules.tell("ben", "member.set-zone", { memberId, zone })).toBe("invalid_arguments zone");
  });

  test("of somebody removed, or elsewhere, nothing can be set", async () => {
    const set = (who: string) => rules.tell("ada", "member.rename", { memberId: idOf(who), name: "R" });
    expect(await set("rex")).toBe("member_removed memberId");
    expect(await set("cleo")).toBe("not_found memberId");
  });
});
