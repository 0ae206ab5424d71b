import { expect, test } from "vitest";
import type { Signal } from "../../../shared/signals/detect.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { answerWord, eventWords, type Noted, notedOf, ringsOf } from "../../../web/charts/noted.ts";

const today = "2026-11-21";
const members = [{ id: "imani", name: "Imani Njeri" }] as RowOf<"member">[];
const anomaly = (on: string, more: Partial<RowOf<"anomaly">> = {}) =>
  ({
    ...{ id: on, on, onset: on, direction: "down", rule: "last-1", adverse: true },
    series: { kind: "metric", id: "habit" },
    ...more,
  }) as RowOf<"anomaly">;
const answer = (as: "explained" | "blocker" | "false-alarm", text = "") => ({
  answer: { as, text, by: "imani", at: `${today}T09:00:00.000Z` },
});
const signal = (on: string) => ({ on, onset: on, direction: "down", rule: "last-1" }) as Signal;
const noted = (anomalies: RowOf<"anomaly">[], about?: string): Noted => ({
  events: [],
  anomalies,
  members,
  about,
});
const rings = (signals: Signal[], anomalies: RowOf<"anomaly">[], about?: string) =>
  ringsOf({ signals }, noted(anomalies, about), "2025-01-01", today);

test("what fired and waits is ringed, and what has its answer stands back with it in words", () => {
  const found = rings(
    [signal("2026-11-16"), signal("2026-09-14")],
    [anomaly("2026-09-14", answer("explained", "Outage")), anomaly("2026-11-16")],
  );
  expect(found).toEqual({
    ringed: ["2026-11-16"],
    quiet: [{ on: "2026-09-14", word: "Outage, explained by Imani" }],
    word: "below its range 16 Nov",
  });
});

test("a signal the server has not told of yet is ringed; one of last year asks for nothing", () => {
  const found = rings([signal("2025-06-02"), signal("2026-11-16")], []);
  expect(found.ringed).toEqual(["2026-11-16"]);
  expect(found.quiet).toEqual([{ on: "2025-06-02", word: "below its range then" }]);
});

test("a withdrawn anomaly leaves no ring, and one whose readings are judged otherwise by now keeps its own", () => {
  expect(rings([], [anomaly("2026-11-09", { withdrawnAt: `${today}T09:00:00.000Z` })]).ringed).toEqual([]);
  expect(rings([], [anomaly("2026-11-09", answer("false-alarm"))]).quiet).toEqual([
    { on: "2026-11-09", word: "false alarm, said Imani" },
  ]);
});

test("a plot about one anomaly rings that one, and speaks of nothing else", () => {
  const both = [anomaly("2026-11-09", { rule: "ceiling" }), anomaly("2026-11-16")];
  expect(rings([], both, "2026-11-09")).toEqual({
    ringed: ["2026-11-09"],
    quiet: [{ on: "2026-11-16", word: "below its range then" }],
    word: "above its ceiling 9 Nov",
  });
});

test("of everything said a plot takes what is about its metric and its segment", () => {
  const event = (id: string, metricId?: string) => ({ id, metricId }) as RowOf<"event">;
  const all: Noted = {
    ...{ members, events: [event("a"), event("b", "habit"), event("c", "other")] },
    anomalies: [
      anomaly("2026-11-02"),
      anomaly("2026-11-09", { series: { kind: "metric", id: "habit", segment: "iOS" } }),
      anomaly("2026-11-16", { series: { kind: "key-result", id: "habit" } }),
    ],
  };
  const whole = notedOf("habit", "", all);
  expect(whole.events.map((one) => one.id)).toEqual(["a", "b"]);
  expect(whole.anomalies.map((one) => one.on)).toEqual(["2026-11-02"]);
  expect(notedOf("habit", "iOS", all).anomalies.map((one) => one.on)).toEqual(["2026-11-09"]);
  expect(notedOf("habit").events).toEqual([]);
});

test("long answers are cut at a word, and somebody who left is somebody", () => {
  const long = "The payment provider was down for most of the working day in three countries";
  expect(answerWord(anomaly("2026-11-16", answer("blocker", long)), { members: [] })).toBe(
    "The payment provider was down for…, a blocker, said somebody",
  );
  expect(answerWord(anomaly("2026-11-16"), { members })).toBe("");
  const emoji = "👩‍👩‍👧‍👦".repeat(30);
  expect(answerWord(anomaly("2026-11-16", answer("explained", emoji)), { members })).not.toMatch(/\uFFFD/);
  const listing = answer("explained", "Many new listeners, who try more; watched, and nothing was changed");
  expect(answerWord(anomaly("2026-11-16", listing), { members })).toBe(
    "Many new listeners, who try more…, explained by Imani",
  );
});

test("marks say what they are, and a dip until when", () => {
  const event = { type: "expected-dip", text: "Holidays", on: "2025-12-22", untilOn: "2026-01-04" };
  expect(eventWords(event as RowOf<"event">, today)).toBe("Expected dip until 4 Jan: Holidays");
  expect(eventWords({ type: "definition", text: "Without bots" } as RowOf<"event">, today)).toBe(
    "Definition changed: Without bots",
  );
});
