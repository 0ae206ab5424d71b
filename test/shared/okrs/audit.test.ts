import { describe, expect, test } from "vitest";
import { audit } from "../../../shared/okrs/audit.ts";
import type { Answer } from "../../../shared/okrs/audit-answer.ts";
import type { MapRows } from "../../../shared/okrs/map.ts";
import { alignment, checkIn, keyResult, metric, objective, q4, star } from "../../support/alignment.ts";

/** Due on Mondays, open from Friday, on time until Tuesday: 2 November is a Monday. */
const [tuesday, wednesday, friday] = ["03", "04", "06"].map((day) =>
  Date.parse(`2026-11-${day}T12:00:00.000Z`),
);
const given = {
  metrics: [
    metric("north", "north-star"),
    metric("habit", "input", "north"),
    metric("finishes", "input", "habit"),
    metric("shares", "input", "north"),
    metric("lost", "input", "nowhere"),
    metric("old", "input", "north", { state: "retired" }),
  ],
  northStars: [star("north")],
  objectives: [
    objective("one"),
    objective("lights", "pods", undefined, { exempt: { reason: "keeps the lights on" } }),
    objective("gone", "pods", undefined, { exempt: { reason: "kept them on" }, state: "dropped" }),
  ],
  keyResults: [
    keyResult("a", "one", "habit"),
    keyResult("b", "one", "finishes"),
    keyResult("steady", "lights"),
  ],
};
const of = (more: Partial<MapRows>, at = tuesday!) => audit(alignment({ ...given, ...more }), at);
const input = (id: string, more: Partial<MapRows> = {}, at?: number) =>
  of(more, at).inputs.find((one) => one.metric.id === id)!;
const said = ({ verdict, why, good, of }: Answer) => `${verdict} ${good}/${of}${why ? ` ${why}` : ""}`;
const answered = (checkIns: MapRows["checkIns"], at?: number) =>
  said(input("habit", { checkIns }, at).answered);

describe("the load-bearing audit", () => {
  test("asks every input that reaches a star, and names those that do not", () => {
    const found = of({});
    expect(found.inputs.map((one) => one.metric.id).sort()).toEqual(["finishes", "habit", "shares"]);
    expect(found.unreached.map((one) => one.id)).toEqual(["lost"]);
    expect(found.exemptions.map((one) => one.id)).toEqual(["lights"]);
    expect(found.people).toEqual({ own: 1, squad: 0, of: 2, share: 0.5 });
  });

  test("counts a key result for every input on its way up", () => {
    expect(input("habit").keyResults.map((one) => one.id)).toEqual(["a", "b"]);
    expect(input("finishes").keyResults.map((one) => one.id)).toEqual(["b"]);
  });

  test("wants a key result that is committed, not drafted, in a cycle", () => {
    expect(said(input("habit").committed)).toBe("yes 2/2");
    expect(said(input("shares").committed)).toBe("no 0/0 nobody-moves-it");
    const drafts = given.keyResults.map((one) => ({ ...one, state: "draft" as const }));
    const drafted = input("habit", { keyResults: drafts });
    expect(said(drafted.committed)).toBe("no 0/2 only-drafts");
    expect(drafted.committed.about.map((one) => one.id)).toEqual(["a", "b"]);
    expect(said(input("habit", { cycle: undefined }).committed)).toBe("no 2/2 no-cycle");
  });

  test("wants this week's nudge answered, and gives the time there is", () => {
    const week = "2026-11-02";
    expect(answered([])).toBe("waiting 0/2 still-time");
    expect(answered([checkIn("a", week, 0.4)])).toBe("waiting 1/2 still-time");
    expect(answered([checkIn("a", week, 0.4), checkIn("b", week, 0.4)])).toBe("yes 2/2");
    expect(answered([], wednesday)).toBe("no 0/2 unanswered");
    expect(answered([checkIn("a", week, 0.4)], wednesday)).toBe("partly 1/2 unanswered");
    expect(answered([checkIn("a", "2026-10-26", 0.4), checkIn("b", week, 0.4)], wednesday)).toBe(
      "partly 1/2 unanswered",
    );
    expect(answered([checkIn("a", week, 0.4)], friday)).toBe("waiting 0/2 still-time");
  });

  test("asks nobody outside the running cycle, nor before the first check-in is due", () => {
    expect(said(input("habit", { cycle: { ...q4, state: "grading" } }).answered)).toBe(
      "waiting 0/2 nudges-over",
    );
    const before = Date.parse("2026-09-29T12:00:00.000Z");
    expect(said(input("habit", {}, before).answered)).toBe("waiting 0/0 not-due");
  });

  test("scores what somebody said a value of, and what is graded already", () => {
    expect(said(input("habit").scored)).toBe("no 0/2 never-said");
    const one = input("habit", { checkIns: [checkIn("a", "2026-10-05", 0.1), checkIn("b", "2026-10-05")] });
    expect(said(one.scored)).toBe("partly 1/2 never-said");
    expect(one.scored.about.map((row) => row.id)).toEqual(["b"]);
    const keyResults = given.keyResults.map((row) => ({ ...row, state: "graded" as const }));
    expect(said(input("habit", { keyResults }).scored)).toBe("yes 2/2");
  });

  test("lets an input bear load when all three are well, and puts those that do not first", () => {
    const checkIns = ["a", "b"].map((id) => checkIn(id, "2026-11-02", 0.4));
    const found = of({ checkIns }, wednesday);
    expect(found.inputs.map((one) => [one.metric.id, one.bears])).toEqual([
      ["shares", "no"],
      ["finishes", "yes"],
      ["habit", "yes"],
    ]);
    const partly = of({ checkIns: checkIns.slice(1) }, wednesday).inputs.map((one) => [
      one.metric.id,
      one.bears,
    ]);
    expect(partly).toEqual([
      ["shares", "no"],
      ["habit", "partly"],
      ["finishes", "yes"],
    ]);
  });

  test("names committed key results that have come to reach nothing, but no exemption", () => {
    const keyResults = [
      ...given.keyResults,
      keyResult("adrift", "one", "old"),
      keyResult("d", "one", undefined, { state: "draft" }),
    ];
    expect(of({ keyResults }).adrift.map((one) => one.id)).toEqual(["adrift"]);
  });

  test("of an empty company is empty", () => {
    const found = audit(alignment({ members: [], cycle: undefined }), tuesday!);
    expect(found).toMatchObject({ inputs: [], unreached: [], exemptions: [], adrift: [] });
    expect(found.people.share).toBe(0);
  });
});
