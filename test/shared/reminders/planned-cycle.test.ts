import { beforeEach, expect, test } from "vitest";
import { owed, squadWeek } from "../../../shared/check-ins/owed.ts";
import { type Due, decide as decideDue } from "../../../shared/reminders/decide.ts";
import { nudgedMembers } from "../../../shared/reminders/nudge.ts";
import { roundsOf, type View, viewOf } from "../../../shared/reminders/view.ts";
import { kinds } from "../../../shared/sync/kinds.ts";
import { bodyOf } from "../../../shared/sync/mutation.ts";
import { finishes, keyResult, ours, planned, podcasts, q4, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** A Monday in the middle of the first quarter of 2027, which nobody has committed yet. */
const monday = "2027-02-01T09:00:00.000Z";
const nudge: Due = {
  ...{ kind: "nudge", subjectId: idOf("ben"), memberId: idOf("ben") },
  ...{ occurrenceOn: "2027-02-01", untilAt: "2027-02-04T22:00:00.000Z" },
};
const q1 = idOf("cycle Q1");

let rules: Rules;
beforeEach(async () => {
  rules = await running();
  await rules.must("ada", "cycle.open", {
    ...{ id: q1, name: "Q1 2027", startsOn: "2027-01-01", endsOn: "2027-03-31" },
  });
  await rules.must("dora", "objective.draft", { id: idOf("next"), cycleId: q1, title: "Go further" });
  await rules.must("ada", "key-result.draft", {
    ...{ ...keyResult, id: idOf("next kr"), objectiveId: idOf("next") },
  });
});

const view = (): View =>
  viewOf(
    kinds.flatMap((kind) =>
      rules.all(kind).map((row) => ({ kind, id: row.id, revision: row.revision, body: bodyOf(row) })),
    ),
  )!;
const rounds = () => roundsOf(view(), idOf("ben"), monday);
const owedTitles = () => owed(idOf("ben"), rounds()).map((one) => one.keyResult.id);

test("a draft of a cycle that is only planned is owed by nobody, even on a day inside that cycle", async () => {
  await rules.must("ada", "cycle.grade", { cycleId: q4 });
  expect(rounds().keyResults.map((one) => one.id)).toContain(finishes);
  expect(owedTitles()).toEqual([]);
  expect(nudgedMembers(view())).toEqual([]);
  expect(decideDue(nudge, view(), monday)).not.toHaveProperty("send");
  expect(squadWeek(rules.get("squad", podcasts), rounds()).map((one) => one.state)).toEqual([
    "nothing-owed",
    "nothing-owed",
    "nothing-owed",
  ]);
});

test("the quarter that runs goes on being asked for while the next is planned beside it", async () => {
  const inDecember = { ...nudge, occurrenceOn: "2026-12-07", untilAt: "2026-12-10T22:00:00.000Z" };
  const decision = decideDue(inDecember, view(), "2026-12-07T09:00:00.000Z");
  expect(decision).toMatchObject({ send: { say: { owed: [{ keyResult: { id: finishes } }] } } });
});

test("a draft written into a cycle that runs is not asked for before it is committed", async () => {
  rules.now = "2026-10-05T08:00:00.000Z";
  await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("late"), objectiveId: ours });
  const due = owed(idOf("ben"), roundsOf(view(), idOf("ben"), "2026-10-12T08:00:00.000Z"));
  expect(due.map((one) => one.keyResult.id)).toEqual([finishes]);
});

test("the commit is what starts the asking", async () => {
  rules = await planned();
  expect(nudgedMembers(view())).toEqual([]);
  await rules.must("ada", "cycle.commit", { cycleId: q4 });
  expect(nudgedMembers(view()).map((one) => one.name)).toEqual(["Ben"]);
});
