import { beforeEach, expect, test } from "vitest";
import { planningSteps } from "../../../../shared/okrs/planning.ts";
import { agendaText } from "../../../../web/screens/cycle/planning/agenda.ts";
import { plannedCycle, planningRows } from "../../../../web/screens/cycle/planning/planning-rows.ts";
import {
  carryable,
  recordOf,
  stepsOf,
  weakest,
} from "../../../../web/screens/cycle/planning/planning-view.ts";
import {
  doubtWords,
  openWords,
  reasonWords,
  stepWords,
} from "../../../../web/screens/cycle/planning/planning-words.ts";
import { sessionMay } from "../../../../web/screens/cycle/planning/session-may.ts";
import { finishes, habit, keyResult, podcasts, q4, running, star } from "../../../support/cast.ts";
import { ask, readerOf } from "../../../support/reader.ts";
import { idOf, type Rules } from "../../../support/rules.ts";

const q1 = idOf("cycle Q1");
const november = Date.parse("2026-11-16T08:00:00.000Z");

/** Q4 runs, Ben has said a value, and Q1 is being planned. */
let rules: Rules;
beforeEach(async () => {
  rules = await running();
  const said = { id: idOf("said"), keyResultId: finishes, value: 0.2, confidence: 5 };
  await rules.must("ben", "check-in.record", said, {
    at: "2026-10-12T08:00:00.000Z",
    receivedAt: "2026-10-12T08:00:00.000Z",
  });
  const quarter = { id: q1, name: "Q1 2027", startsOn: "2027-01-01", endsOn: "2027-03-31" };
  await rules.must("ada", "cycle.open", quarter);
});
const session = async (asked?: string) => (await planningRows(readerOf(rules), asked))!;

test("the session is of the cycle asked for, else of the next one in planning", async () => {
  expect((await session()).cycle.id).toBe(q1);
  expect((await session(q4)).cycle.id).toBe(q4);
  const later = { id: idOf("Q2"), name: "Q2 2027", startsOn: "2027-04-01", endsOn: "2027-06-30" };
  await rules.must("ada", "cycle.open", later);
  expect(plannedCycle(rules.all("cycle"), undefined)?.id).toBe(q1);
  expect(plannedCycle(rules.all("cycle"), idOf("gone"))?.id).toBe(q1);
  expect(plannedCycle([rules.get("cycle", q4)], undefined)).toBeUndefined();
});

test("the weakest input is told with its reason, from the cycle that runs while the next is planned", async () => {
  const rows = await session();
  const { moved } = weakest(rows, november);
  expect(moved.map((one) => one.metric.id)).toEqual([habit]);
  expect(reasonWords(moved[0]!)).toMatch(/^1 key result at \d+% of the pace expected by now\.$/);
  expect(doubtWords(moved[0]!)).toBe("A hint only: few readings.");
  await rules.must("ada", "cycle.grade", { cycleId: q4 });
  expect(weakest(await session(), november).unmoved.map((one) => one.metric.id)).toEqual([habit]);
});

test("what is carried over leaves the step with nothing to say", async () => {
  expect(carryable(await session())[0]?.keyResults).toMatchObject([{ row: { id: finishes }, last: 0.2 }]);
  const open = async () => stepsOf(await session()).find((one) => one.step === "carry-over")!.open;
  expect(openWords("carry-over", await open())).toBe("1 could go on");
  await rules.must("dora", "objective.draft", { id: idOf("next"), cycleId: q1, title: "Go on" });
  await rules.must("ada", "key-result.draft", { ...keyResult, id: idOf("again"), objectiveId: idOf("next") });
  expect(openWords("carry-over", await open())).toBeUndefined();
});

test("a squad's record counts its scored key results by the grade their owner gave", async () => {
  expect(recordOf(podcasts, await session())).toEqual({ scored: 0, full: 0 });
  await rules.must("ada", "cycle.grade", { cycleId: q4 });
  await rules.must("ben", "key-result.grade", { keyResultId: finishes, adjusted: 1, reason: "as good as" });
  expect(recordOf(podcasts, await session())).toEqual({ scored: 1, full: 1 });
  expect(recordOf(idOf("another squad"), await session())).toEqual({ scored: 0, full: 0 });
});

test("a session offers each person what the policy lets them do, and a viewer nothing", async () => {
  await rules.must("imani", "objective.draft", {
    ...{ id: idOf("theirs"), cycleId: q1, squadId: podcasts, title: "A habit" },
  });
  await rules.must("imani", "key-result.draft", {
    ...keyResult,
    id: idOf("kr"),
    objectiveId: idOf("theirs"),
  });
  const rows = await session();
  const may = async (who: string) => {
    const { commit, write, allocate, addTo, edit } = await ask(() =>
      sessionMay(readerOf(rules), idOf(who), rows),
    );
    return { commit, write: write.size, allocate: allocate.size, addTo: addTo.size, edit: edit.size };
  };
  expect(await may("ada")).toEqual({ commit: true, write: 2, allocate: 1, addTo: 1, edit: 1 });
  expect(await may("dora")).toMatchObject({ commit: false, allocate: 1, addTo: 1, edit: 1 });
  expect(await may("imani")).toEqual({ commit: false, write: 1, allocate: 1, addTo: 1, edit: 1 });
  expect(await may("ben")).toEqual({ commit: false, write: 0, allocate: 0, addTo: 1, edit: 1 });
  expect(await may("vic")).toEqual({ commit: false, write: 0, allocate: 0, addTo: 0, edit: 0 });
});

test("the agenda takes an hour, has the star on top and every step with its question", async () => {
  const text = agendaText(await session());
  const [title, , top] = text.split("\n");
  expect(title).toBe("Planning Q1 2027, 60 minutes");
  expect(top).toBe("North Star: Time spent listening");
  for (const [index, step] of planningSteps.entries())
    expect(text).toContain(`${index + 1}. ${stepWords[step].title}`);
  const asked = [...text.matchAll(/\((\d+) min\): (.+)/g)];
  expect(asked.reduce((sum, one) => sum + Number(one[1]), 0)).toBe(60);
  expect(asked.every((one) => one[2]!.length > 20)).toBe(true);
  const reading = { metricId: star, on: "2026-10-04", value: 240, source: "by hand" };
  await rules.must("ada", "reading.record", reading);
  expect(agendaText(await session())).toContain(
    "North Star: Time spent listening, 240 min / week\nWorth it.",
  );
});

test("without a North Star the agenda says so", async () => {
  expect(agendaText({ ...(await session()), northStars: [] })).toContain("North Star: none yet\n\n1. ");
});
