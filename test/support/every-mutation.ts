import { starTests } from "../../shared/metrics/candidate-tests.ts";
import { reviewId } from "../../shared/reviews/review.ts";
import { anomalyId } from "../../shared/signals/anomaly-id.ts";
import type { MutationName } from "../../shared/sync/catalog.ts";
import { company, delegated, finishes, keyResult, northStar, podcasts, q4 } from "./cast.ts";
import { createRules, idOf, type Rules } from "./rules.ts";
import { measures } from "./tellings/measures.ts";
import { people } from "./tellings/people.ts";
import { plans } from "./tellings/plans.ts";
import { rhythm } from "./tellings/rhythm.ts";
import {
  askedStar,
  bet,
  candidate,
  checkIn,
  fell,
  file,
  launch,
  line,
  owing,
  owingToo,
  plays,
  proposedStar,
  reading,
  signedStar,
  weekly,
} from "./tellings/subjects.ts";
import type { Telling } from "./tellings/telling.ts";

/** The company of cast.ts with something for every mutation to act on. */
export async function everything(): Promise<Rules> {
  const rules = await delegated();
  rules.now = "2026-07-01T08:00:00.000Z";
  await quarter(rules, "q3", "Q3 2026", "2026-07-01", "2026-09-30");
  await rules.must("ada", "cycle.commit", { cycleId: idOf("q3") });
  const last = { id: idOf("last"), keyResultId: idOf("q3 key result"), value: 0.2, confidence: 5 };
  await rules.must("ben", "check-in.record", last);
  await rules.must("ada", "cycle.grade", { cycleId: idOf("q3") });
  rules.now = "2026-10-05T08:00:00.000Z";
  await quarter(rules, "q1", "Q1 2027", "2027-01-01", "2027-03-31");
  await rules.must("ada", "squad.form", { id: idOf("ads"), name: "Ads" });
  await rules.must("ada", "squad.assign", { squadId: podcasts, memberId: idOf("vic"), as: "member" });
  await rules.must("ada", "metric.define", { ...plays, id: idOf("unused"), key: "unused" });
  await rules.must("stew", "reading.record", reading);
  await rules.must("ben", "check-in.record", { ...checkIn, id: idOf("said") });
  const stuck = { id: idOf("stuck"), keyResultId: finishes, text: "Stuck.", ownerId: idOf("olu") };
  await rules.must("sam", "blocker.raise", stuck);
  const objective = {
    id: idOf("drafted"),
    cycleId: q4,
    squadId: podcasts,
    parentId: company,
    title: "Drafted",
  };
  await rules.must("imani", "objective.draft", objective);
  const draft = { ...keyResult, id: idOf("inside"), objectiveId: idOf("drafted") };
  await rules.must("imani", "key-result.draft", draft);
  await rules.must("imani", "key-result.draft", { ...keyResult, id: idOf("open"), title: "Open" });
  await rules.must("ada", "candidate.propose", { ...candidate, id: idOf("streams") });
  await rules.must("ada", "candidate.propose", { ...candidate, id: idOf("revenue"), name: "Revenue" });
  await rules.must("dora", "candidate.reject", { candidateId: idOf("revenue"), reason: "A result." });
  await rules.must("ben", "recall.answer", { cycleId: idOf("q1"), choice: "Revenue" });
  await rules.must("ben", "bet.place", { ...bet, id: idOf("placed") });
  await rules.must("ben", "bet.place", { ...bet, id: idOf("tried"), title: "Tried" });
  await rules.must("ben", "bet.conclude", { betId: idOf("tried"), as: "lost", learning: "Nobody came." });
  await stars(rules);
  for (const id of [idOf("plan"), idOf("old plan")])
    await rules.must("ada", "attachment.add", { ...file, id, subjectId: signedStar });
  await rules.must("ada", "attachment.remove", { attachmentId: idOf("old plan") });
  for (const id of [owing, owingToo]) {
    await rules.must("imani", "key-result.draft", { ...keyResult, id, title: "Owing" });
    await rules.must("imani", "key-result.commit", { keyResultId: id });
  }
  await rules.must("imani", "nudge.send", { id: idOf("first ask"), keyResultId: owingToo });
  await rules.must("sam", "focus.choose", { squadId: podcasts, on: "2026-10-02", keyResultId: finishes });
  await rules.must("sam", "event.mark", { ...launch, id: idOf("launched") });
  for (const one of [fell, { ...fell, onset: "2026-08-31" }])
    await rules.must("nobody", "anomaly.raise", one, { server: true });
  const explained = {
    anomalyId: anomalyId({ ...fell, onset: "2026-08-31" }),
    as: "explained",
    text: "A holiday.",
  };
  await rules.must("imani", "anomaly.answer", explained);
  for (const on of ["2026-09-28", "2026-10-05"]) await rules.must("imani", "review.open", { ...weekly, on });
  await rules.must("imani", "review.complete", { reviewId: reviewId({ ...weekly, on: "2026-09-28" }) });
  return rules;
}

/** One committed, one that is asked about again, one that lacks only the signatures, and one proposed. */
async function stars(rules: Rules): Promise<void> {
  const signed = async (northStarId: string) => {
    for (const who of ["ada", "dora"]) await rules.must(who, "north-star.commit", { northStarId });
  };
  await signed(northStar);
  for (const id of [askedStar, signedStar]) {
    await rules.must("ada", "north-star.propose", { ...line, id, productLine: id });
    await signed(id);
    await rules.must("ada", "north-star.reconsider", { northStarId: id, trigger: "yearly" });
  }
  for (const test of starTests) {
    const judged = { northStarId: signedStar, test, verdict: "yes", evidence: "E." };
    await rules.must("ada", "north-star.judge", judged);
  }
  await rules.must("ada", "north-star.attest", { northStarId: signedStar, as: "keep" });
  await rules.must("ada", "north-star.propose", { ...line, id: proposedStar });
}

async function quarter(rules: Rules, name: string, title: string, startsOn: string, endsOn: string) {
  const cycleId = idOf(name);
  const [parentId, objectiveId, id] = ["company", "ours", "key result"].map((one) => idOf(`${name} ${one}`));
  await rules.must("ada", "cycle.open", { id: cycleId, name: title, startsOn, endsOn });
  await rules.must("dora", "objective.draft", { id: parentId, cycleId, title: "Company" });
  const objective = { id: objectiveId, cycleId, squadId: podcasts, parentId, title: "Ours" };
  await rules.must("imani", "objective.draft", objective);
  await rules.must("imani", "key-result.draft", { ...keyResult, id, objectiveId });
}

/** Arguments that apply for each mutation. */
export const tellings: Record<MutationName, Telling> = { ...people, ...measures, ...plans, ...rhythm };

/** Tells one of them, or other arguments or another actor in its place, in a copy of the world. */
export async function telling(
  world: Rules,
  name: MutationName,
  instead: { by?: string; args?: unknown } = {},
): Promise<{ outcome: string; rules: Rules }> {
  const one = tellings[name];
  const rules = one.empty ? createRules() : world.fork();
  const { by } = instead;
  const args = "args" in instead ? instead.args : one.args;
  const who = by ?? one.by;
  const server = one.server === true && (by === undefined || by === "server");
  const moment = server || by === "server" ? { server: true } : {};
  const outcome = await rules.tell(who, name, args as object, moment);
  return { outcome, rules };
}
