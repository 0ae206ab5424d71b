import { beforeEach, describe, expect, test } from "vitest";
import { agendaOf } from "../../../shared/reviews/agenda.ts";
import { namesIn } from "../../../shared/reviews/names.ts";
import { nextInputs } from "../../../shared/reviews/next-inputs.ts";
import { outcomeLeads, outcomeLine } from "../../../shared/reviews/outcome-leads.ts";
import { quarterRetro, starThen } from "../../../shared/reviews/quarter-retro.ts";
import { retroOf, withoutOrder } from "../../../shared/reviews/retro.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";
import { cycleOutcomes, easyTargets } from "../../../shared/reviews/track-record.ts";
import { itemWords } from "../../../shared/reviews/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { finishes, habit, northStar, podcasts, q4, running, star } from "../../support/cast.ts";
import { chanceOf } from "../../support/chance.ts";
import { rowsOf } from "../../support/reviewing.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await running();
});

const terms = { beat: "quarterly", cycleId: q4, on: "2026-12-31" } as const;
const agenda = (rows = rowsOf(rules)) =>
  agendaOf(terms, "2027-01-05", rows).map((one) => [
    one.part,
    namesIn(rows).subject(one.subject),
    itemWords(one, namesIn(rows)),
  ]);
/** Weekly readings of a metric from 28 weeks before the quarter until a month after it. */
function read(metricId: string, at: (week: number) => number): RowOf<"reading">[] {
  return Array.from({ length: 45 }, (_, week) => {
    const on = addDays("2026-03-16", 7 * week);
    return { id: `${metricId} ${week}`, revision: 1, metricId, on, value: at(week), source: "by hand" };
  });
}
const withReadings = (rows: ReviewRows, readings: Record<string, RowOf<"reading">[]>): ReviewRows => ({
  ...rows,
  readingsOf: (id) => readings[id] ?? [],
});

describe("the look back at a cycle", () => {
  test("takes grades first, then inputs with their verdict, then what people add", async () => {
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    await rules.must("ben", "key-result.grade", { keyResultId: finishes, adjusted: 0.8, reason: "Close." });
    expect(agenda()).toEqual([
      ["grades", "Finished episodes, 18% to 26%", "graded 0.80"],
      [
        "inputs",
        "Weekly podcast habit",
        "Unproven. Cannot tell with 0 weeks: the input did not shift.; 1 key result moved it, graded 0.80 on average",
      ],
      ["others", "What else happened", "Launches, seasons, other teams: what else moved the numbers?"],
      ["next", "The inputs of the next cycle", "Which do we keep, which do we replace, and why?"],
      ["questions", "Standing question", "If we are not moving toward the star, where are we going?"],
    ]);
  });

  test("proposes by the verdicts: what is untried stays, what shifted for nothing is asked about", () => {
    const chance = chanceOf(4);
    const noise = () => chance.pick([0.002, -0.002, 0.001, -0.001]);
    const rows = withReadings(rowsOf(rules), {
      [habit]: read(habit, (week) => (week >= 32 ? 0.3 : 0.2) + noise()),
      [star]: read(star, () => 200 + 100 * noise()),
    });
    const graded = (score: number): ReviewRows => ({
      ...rows,
      keyResults: rows.keyResults.map((one) => ({
        ...one,
        state: "graded",
        grade: { score, by: idOf("ben"), at: "2027-01-02T09:00:00.000Z" },
      })),
    });
    const said = (score: number) => {
      const quarter = quarterRetro(q4, graded(score))!;
      return [quarter.inputs[0]!.retro.verdict, ...nextInputs(quarter).map((one) => [one.as, one.reason])];
    };
    expect(said(0.3)).toEqual([
      "unproven",
      ["keep", "Its key results did not get there, so it is still untried."],
    ]);
    expect(said(0.9)).toEqual([
      "unproven",
      ["keep", "It shifted; whether the North Star follows cannot be told yet."],
    ]);
    expect(quarterRetro(q4, graded(0.9))!.inputs[0]!.retro.input.shifted).toBe(true);
  });

  test("an order taken for chance supports no verdict any more", () => {
    const series = (values: readonly number[]) => ({
      readings: values.map((value, week) => ({ on: addDays("2025-09-01", 7 * week), value })),
      ...({ cadence: "weekly", scale: "value", goodDirection: "up" } as const),
    });
    const chance = chanceOf(7);
    const input = Array.from({ length: 70 }, (_, week) => chance.random() + (week >= 57 ? 5 : 0));
    const star = input.map((_, week) => (input[Math.max(0, week - 2)] ?? 0) + chance.random() * 0.05);
    const retro = retroOf({
      cycle: { startsOn: addDays("2025-09-01", 7 * 54), endsOn: addDays("2025-09-01", 7 * 67 - 1) },
      ...{ input: series(input), northStar: series(star) },
      ...{ keyResults: [{ weight: 1, score: 0.9 }], seed: 1 },
    });
    expect(retro.verdict).toBe("confirmed");
    expect(withoutOrder(retro)).toMatchObject({
      verdict: "unproven",
      order: { verdict: "no evidence either way" },
    });
  });

  test("is against the North Star of its time, also once another took its place", () => {
    const rows = rowsOf(rules);
    const [now] = rows.northStars;
    const signed = (at: string) => [{ memberId: idOf("ada"), title: "cpo" as const, at }];
    const stars: RowOf<"north-star">[] = [
      { ...now!, id: "old", state: "replaced", signatures: signed("2025-01-01T09:00:00.000Z") },
      { ...now!, id: northStar, state: "committed", signatures: signed("2027-02-01T09:00:00.000Z") },
    ];
    const then = { ...rows, northStars: stars };
    expect(starThen({ endsOn: "2026-12-31" }, then)?.id).toBe("old");
    expect(starThen({ endsOn: "2027-06-30" }, then)?.id).toBe(northStar);
    expect(starThen({ endsOn: "2024-06-30" }, then)?.id).toBe(northStar);
  });
});

describe("what earlier cycles say", () => {
  const graded = (scores: readonly number[]): ReviewRows => {
    const rows = rowsOf(rules);
    const [one] = rows.keyResults;
    return {
      ...rows,
      cycles: scores.map((_, index) => ({
        ...rows.cycles[0]!,
        ...{ id: `cycle ${index}`, state: "closed", name: `Q${index}` },
        ...{ startsOn: addDays("2026-01-05", 91 * index), endsOn: addDays("2026-01-05", 91 * index + 90) },
      })),
      keyResults: scores.map((score, index) => ({
        ...one!,
        ...{ id: `kr ${index}`, cycleId: `cycle ${index}`, state: "graded", weight: 1 },
        grade: { score, by: idOf("ben"), at: "2027-01-02T09:00:00.000Z" },
      })),
    };
  };

  test("a squad that always gets there is asked about its targets, and no other", () => {
    expect(easyTargets(graded([1, 1, 1, 1, 1, 1])).map((one) => one.squad.id)).toEqual([podcasts]);
    expect(easyTargets(graded([1, 1, 1, 1, 1, 0.9]))).toEqual([]);
    expect(easyTargets(graded([1, 1, 1, 1, 1]))).toEqual([]);
  });

  test("each closed cycle's score stands beside what the star did in it, oldest first", () => {
    const rows = withReadings(graded([0.5, 0.8]), { [star]: read(star, (week) => 100 + week) });
    expect(cycleOutcomes(rows)).toMatchObject([
      { cycle: { name: "Q0" }, score: 0.5 },
      { cycle: { name: "Q1" }, score: 0.8, star: { before: 102, after: 115 } },
    ]);
    expect(cycleOutcomes(rows)[0]!.star).toBeUndefined();
  });
});

describe("the North Star against business outcomes", () => {
  const against = (name: string, cadence: "weekly" | "monthly", rows = rowsOf(rules)) => {
    const metric = rows.metrics.find((one) => one.id === star)!;
    const outcome = { ...metric, id: "revenue", name, kind: "outcome", cadence } as const;
    return { ...rows, metrics: [metric, outcome] };
  };
  const line = (rows: ReviewRows) => {
    const [found] = outcomeLeads(rows.metrics[0]!, "2027-12-31", rows);
    return outcomeLine(found!, "Listening");
  };

  test("says so when it moved first, and never that it does not", () => {
    const chance = chanceOf(11);
    const values = Array.from({ length: 45 }, () => chance.random());
    const rows = withReadings(against("Revenue", "weekly"), {
      [star]: read(star, (week) => values[week]!),
      revenue: read("revenue", (week) => values[Math.max(0, week - 3)]! * 2),
    });
    expect(line(rows)).toMatch(
      /^Listening tends to move before Revenue, by 3 weeks \(45 weeks with both; correlation of their changes 1\.00, /,
    );
    const other = chanceOf(12);
    const unrelated = withReadings(rows, {
      [star]: read(star, (week) => values[week]!),
      revenue: read("revenue", () => other.random()),
    });
    expect(line(unrelated)).toMatch(/^No evidence either way \(45 weeks with both/);
  });

  test("counts months where an outcome is read by the month", () => {
    const rows = withReadings(against("Revenue", "monthly"), {
      [star]: read(star, (week) => week),
      revenue: read("revenue", (week) => week).filter((_, week) => week % 4 === 0),
    });
    expect(line(rows)).toBe("Cannot tell: 11 of 13 months with both.");
  });
});
