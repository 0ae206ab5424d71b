import { expect, test } from "vitest";
import { catalog } from "../../../../shared/sync/catalog.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { causeOf } from "../../../../web/screens/sync/attention-about.ts";
import { attentionText, attentionTitle } from "../../../../web/screens/sync/attention-words.ts";
import { skewWords } from "../../../../web/screens/sync/skew-words.ts";
import { waitingWords } from "../../../../web/screens/sync/waiting-words.ts";
import type { AttentionItem } from "../../../../web/store/attention.ts";
import type { SyncState } from "../../../../web/store/sync-state.ts";

const percent = { label: "", scale: "ratio", decimals: 0 } as const;
const checkIn = {
  id: "a",
  keyResultId: "b",
  value: 0.41,
  confidence: 7,
  note: "Voice start works in the car test.",
};
const item = (changes: Partial<AttentionItem> = {}): AttentionItem => ({
  id: "m",
  name: "check-in.record",
  args: checkIn,
  at: "2026-11-20T08:12:00.000Z",
  code: "reassigned",
  rejectedAt: "2026-11-20T09:00:00.000Z",
  ...changes,
});
const cleo = { id: "cleo", name: "Cleo Marchetti" } as RowOf<"member">;

test("a refused check-in is shown as its author wrote it: number, confidence, words", () => {
  expect(attentionText(checkIn, percent)).toBe("41%, confidence 7. “Voice start works in the car test.”");
  expect(attentionText({ ...checkIn, blocked: "The licence" }, percent)).toContain("“The licence”");
});

test("no decimal is rounded away, also when the key result is gone from this phone", () => {
  expect(attentionText({ value: 0.2145 }, percent)).toBe("21.45%.");
  expect(attentionText({ value: 0.214 })).toBe("0.214.");
  expect(attentionText({ value: 1204.5 }, { label: "teams", scale: "count", decimals: 0 })).toBe("1,204.5.");
});

test("words buried in a nested argument are not lost, and ids are not words", () => {
  const text = attentionText({
    id: "x-1",
    title: "Grow",
    moves: { metricId: "m-1", because: "it adds time" },
  });
  expect(text).toBe("Grow. “it adds time”");
});

test("every mutation has a title, also one this version does not know", () => {
  expect(attentionTitle("check-in.record")).toBe("Check-in not accepted");
  expect(attentionTitle("check-in.amend")).toBe("Amendment not accepted");
  expect(attentionTitle("member.set-role")).toBe("Change to a person not accepted");
  expect(attentionTitle("tide.measure")).toBe("Change not accepted");
});

test("a reassigned key result names who has it now and since when", () => {
  expect(causeOf(item(), { newOwner: cleo, movedOn: "2026-11-20" })).toBe(
    "This key result moved to Cleo on Friday, before this reached the server.",
  );
  expect(causeOf(item({ code: "not_owner" }), { newOwner: cleo })).toBe("This key result belongs to Cleo.");
});

test("another cause is named although the key result has also moved", () => {
  const words = causeOf(item({ code: "cycle_closed" }), { newOwner: cleo, movedOn: "2026-11-20" });
  expect(words).toBe("The cycle was closed before this arrived.");
});

const now = Date.parse("2026-11-20T10:00:00.000Z");
const waiting = (changes: Partial<SyncState>) =>
  waitingWords({ phase: "idle", pending: 0, attention: 0, ...changes }, now);

test("what waits says how much, since when and what for, in every phase", () => {
  const oldestAt = "2026-11-18T10:00:00.000Z";
  expect(waiting({ phase: "offline", pending: 2, oldestAt })).toEqual({
    title: "2 waiting to be sent",
    detail: "oldest from 2 days ago, will go when you are online",
  });
  expect(waiting({ phase: "signed-out", pending: 1, oldestAt }).action).toBe("sign-in");
  expect(waiting({ phase: "update-needed", pending: 1, oldestAt }).action).toBe("reload");
  expect(waiting({ phase: "retrying", pending: 1, oldestAt }).detail).toContain("keeps trying");
});

test("a file whose contents are not sent is not passed over", () => {
  const idle = { phase: "idle", pending: 0, attention: 0 } as const;
  expect(waitingWords(idle, now, 2)).toEqual({
    title: "2 files still to be sent",
    detail: "will go in a moment",
  });
});

test("nothing waiting is said as such", () => {
  expect(waiting({ lastSyncedAt: "2026-11-20T09:58:00.000Z" })).toEqual({
    title: "Everything is sent",
    detail: "nothing waits on this phone",
  });
  expect(waiting({ phase: "offline" }).detail).toContain("waits here until you are back");
});

test("a clock two minutes off is right enough; a wrong one says how far and which way", () => {
  expect(skewWords(undefined)).toBeUndefined();
  expect(skewWords(-119_000)).toBeUndefined();
  expect(skewWords(3 * 3_600_000)).toBe("This phone's clock is 3 hours ahead");
  expect(skewWords(-40 * 86_400_000)).toBe("This phone's clock is 40 days behind");
});

test("work of every kind that is not accepted is called by what it was", () => {
  for (const kind of Object.keys(catalog))
    expect([kind, attentionTitle(`${kind}.x`)]).not.toContain("Change not accepted");
  expect(attentionTitle("review.note")).toBe("Notes of a review not accepted");
  expect(attentionText({ reviewId: "x", notes: "We drop it" })).toBe("“We drop it”");
});
