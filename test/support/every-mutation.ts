import { starTests } from "../../shared/metrics/candidate-tests.ts";
import { readingId } from "../../shared/metrics/reading-id.ts";
import { defaultRhythm } from "../../shared/people/workspace.ts";
import { reviewId } from "../../shared/reviews/review.ts";
import { anomalyId } from "../../shared/signals/anomaly-id.ts";
import type { MutationName } from "../../shared/sync/catalog.ts";
import {
  company,
  delegated,
  finishes,
  habit,
  keyResult,
  northStar,
  ours,
  percent,
  podcasts,
  q4,
  skips,
  star,
} from "./cast.ts";
import { createRules, idOf, type Rules } from "./rules.ts";

/** Arguments that apply when told by `by`; in an empty workspace where `empty` says so. */
export interface Telling {
  by: string;
  args: Record<string, unknown>;
  server?: boolean;
  empty?: boolean;
}

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

const plays = {
  ...{ id: idOf("plays"), key: "plays", name: "Plays", definition: "Counted.", kind: "input", unit: percent },
  ...{ goodDirection: "up", cadence: "weekly", stewardId: idOf("stew"), squadId: podcasts },
};
const reading = { metricId: habit, on: "2026-09-20", value: 0.2, source: "warehouse" };
const checkIn = {
  id: idOf("new"),
  keyResultId: finishes,
  value: 0.2,
  confidence: 7,
  note: "So.",
  about: ["moved"],
};
const ben = { memberId: idOf("ben") };
const candidate = { name: "Streams", definition: "Songs played for 30 s." };
const bet = { title: "Shorter intros", squadId: podcasts, keyResultId: finishes };
const hypothesis = {
  change: "Shorter intros",
  metricId: habit,
  amount: 0.02,
  byOn: "2026-12-01",
  because: "B.",
};
const [askedStar, signedStar, proposedStar] = ["asked", "answered", "proposed"].map((one) =>
  idOf(`${one} star`),
) as [string, string, string];
const line = { metricId: star, statement: "A line.", umbrellaMetricId: skips };
const owing = idOf("owing");
const owingToo = idOf("owing too");
const launch = { metricId: habit, on: "2026-09-14", type: "launch", text: "New player" };
const fell = {
  ...{ series: { kind: "metric", id: habit }, squadId: podcasts, on: "2026-09-28", onset: "2026-09-21" },
  ...{ direction: "down", rule: "last-2", value: 0.2, expected: { low: 0.3, centre: 0.35, high: 0.4 } },
  ...{ preset: "calm", adverse: true },
} as const;
const weekly = { beat: "weekly", cycleId: q4, squadId: podcasts } as const;
const thisWeek = reviewId({ ...weekly, on: "2026-10-05" });
const milestones = ["one", "two"].map((title) => ({ id: idOf(title), title, weight: 1 }));

const everyWay = {
  ...{ "check-ins": "both", assignments: "push", anomalies: "email", "metric-check": "off" },
  ...{ rituals: "push", focus: "push", digest: "email" },
};

export const tellings: Record<MutationName, Telling> = {
  "workspace.found": {
    ...{ by: "nobody", server: true, empty: true },
    args: { id: idOf("w"), name: "Waves", zone: "Asia/Tokyo" },
  },
  "workspace.rename": { by: "ada", args: { name: "Tides" } },
  "workspace.set-zone": { by: "ada", args: { zone: "Asia/Tokyo" } },
  "workspace.set-rhythm": { by: "ada", args: { rhythm: { ...defaultRhythm, dueDay: 2 } } },
  "workspace.set-lock-screen": { by: "ada", args: { lockScreen: "full" } },
  "workspace.set-decision-rules": { by: "ada", args: { rules: ["What moves the star wins."] } },
  "workspace.set-workshop": {
    by: "dora",
    args: {
      fit: {
        ...{ productLed: "yes", growthStage: "partly", customerValue: "no", oneModel: "yes" },
        dataVisible: "yes",
      },
      ...{ statement: "S.", businessModel: "attention" },
      ...{ premise: "P.", valueExchanged: "V.", valueAction: "A.", flywheel: "F." },
    },
  },
  "member.join": {
    ...{ by: "nobody", server: true },
    args: {
      ...{ id: idOf("uma"), name: "Uma", role: "member", zone: "Asia/Tokyo", locale: "ja" },
      ...{ email: "uma@example.com", squadId: podcasts, as: "pm" },
    },
  },
  "member.rename": { by: "ben", args: { ...ben, name: "Benjamin" } },
  "member.set-role": { by: "ada", args: { ...ben, role: "director" } },
  "member.set-title": { by: "ada", args: { memberId: idOf("dora"), title: null } },
  "member.remove": { by: "ada", args: ben },
  "member.set-preferences": {
    by: "ben",
    args: {
      ...{ ...ben, checkInTime: "07:00", focusTime: null, quiet: { from: "19:00", to: "07:00" } },
      ...{ workdays: [1, 2], daysOff: ["2026-12-24"], lockScreen: "private", metricCheckTime: "11:00" },
      ...{ channels: { push: false, kinds: everyWay }, snoozedUntil: "2026-10-06T08:00:00.000Z" },
    },
  },
  "member.set-zone": { by: "ben", args: { ...ben, zone: "Asia/Tokyo" } },
  "member.set-email": { by: "ben", args: { ...ben, email: "ben@example.com" } },
  "member.set-delegate": {
    by: "ben",
    args: { ...ben, delegate: { memberId: idOf("sam"), untilOn: "2026-11-01" } },
  },
  "squad.form": { by: "ada", args: { id: idOf("social"), name: "Social", purpose: "Together." } },
  "squad.rename": { by: "imani", args: { squadId: podcasts, name: "Shows", purpose: "Spoken." } },
  "squad.assign": { by: "ada", args: { squadId: podcasts, memberId: idOf("olu"), as: "member" } },
  "squad.dismiss": { by: "ada", args: { squadId: idOf("ads") } },
  "squad.set-omtm": { by: "imani", args: { squadId: podcasts, omtm: { metricId: habit, cycleId: q4 } } },
  "metric.define": {
    by: "imani",
    args: {
      ...{ ...plays, parentId: habit, source: "Events.", freshDays: 9, estimated: true },
      ...{ floor: 0, ceiling: 1, target: 0.5, payLinked: true, counterweights: [skips] },
    },
  },
  "metric.revise": {
    by: "imani",
    args: {
      ...{ metricId: idOf("unused"), name: "U", definition: "D.", parentId: habit, unit: percent },
      ...{ goodDirection: "down", cadence: "daily", stewardId: idOf("olu"), squadId: podcasts, source: "S." },
      ...{ freshDays: 2, estimated: true, floor: 0, ceiling: 1, target: 0.5 },
      ...{ payLinked: true, counterweights: [skips] },
    },
  },
  "metric.retire": { by: "imani", args: { metricId: idOf("unused") } },
  "north-star.propose": {
    by: "ada",
    args: {
      ...{ id: idOf("next star"), metricId: idOf("metric listening"), statement: "Next." },
      ...{ businessModel: "attention", umbrellaMetricId: idOf("unused") },
      candidateId: idOf("streams"),
    },
  },
  "candidate.propose": {
    by: "dora",
    args: {
      ...{ ...candidate, id: idOf("actives"), businessModel: "attention", cadence: "weekly" },
      ...{ reach: "depth", metricId: habit },
    },
  },
  "candidate.revise": {
    by: "ada",
    args: {
      ...{ candidateId: idOf("streams"), name: "S", definition: "D.", businessModel: "attention" },
      ...{ cadence: "daily", reach: "breadth", metricId: habit, correlation: "C.", gaming: "G." },
    },
  },
  "candidate.judge": {
    by: "dora",
    args: { candidateId: idOf("streams"), test: "leading", verdict: "no", evidence: "It follows." },
  },
  "candidate.hear": {
    ...{ by: "nobody", server: true },
    args: { candidateId: idOf("streams"), verdict: "no", why: "Skips count too.", by: "Sceptic" },
  },
  "candidate.reject": { by: "ada", args: { candidateId: idOf("streams"), reason: "Skips inflate it." } },
  "candidate.reopen": { by: "dora", args: { candidateId: idOf("revenue") } },
  "recall.answer": { by: "vic", args: { cycleId: q4, choice: "Streams a month" } },
  "north-star.reconsider": { by: "ada", args: { northStarId: northStar, trigger: "pivot" } },
  "north-star.judge": {
    by: "ada",
    args: { northStarId: askedStar, test: "sticky", verdict: "partly", evidence: "Two years." },
  },
  "north-star.attest": {
    by: "ada",
    args: {
      ...{ northStarId: askedStar, plan: "P.", market: "M.", links: ["https://example.com/plan"] },
      ...{ as: "adjust", why: "W.", statement: "S." },
    },
  },
  "north-star.revalidate": { by: "ada", args: { northStarId: signedStar, horizonMonths: 14 } },
  "north-star.commit": { by: "ada", args: { northStarId: proposedStar, horizonMonths: 18 } },
  "reading.record": {
    by: "stew",
    args: { metricId: habit, on: "2026-09-21", value: 0.2, segment: "iOS", source: "hand", note: "N." },
  },
  "reading.record-many": {
    by: "stew",
    args: {
      ...{ metricId: habit, source: "warehouse" },
      readings: [
        { on: "2026-09-20", value: 0.4, segment: "iOS", note: "N." },
        { on: "2026-09-21", value: 0.5 },
      ],
    },
  },
  "reading.correct": { by: "stew", args: { readingId: readingId(reading), value: 0.3, note: "N." } },
  "cycle.open": {
    by: "ada",
    args: { id: idOf("q2"), name: "Q2 2027", startsOn: "2027-04-01", endsOn: "2027-06-30" },
  },
  "cycle.revise": {
    by: "ada",
    args: { cycleId: q4, name: "Autumn", startsOn: "2026-10-02", endsOn: "2026-12-30" },
  },
  "cycle.allocate": {
    by: "imani",
    args: { cycleId: q4, squadId: podcasts, metricIds: [habit] },
  },
  "cycle.commit": { by: "ada", args: { cycleId: idOf("q1") } },
  "cycle.grade": { by: "ada", args: { cycleId: q4 } },
  "cycle.close": { by: "ada", args: { cycleId: idOf("q3") } },
  "objective.draft": {
    by: "imani",
    args: {
      ...{ id: idOf("o"), cycleId: q4, squadId: podcasts, parentId: company, title: "O", why: "W." },
      exempt: { reason: "R." },
    },
  },
  "objective.revise": {
    by: "imani",
    args: {
      ...{ objectiveId: ours, title: "O", why: "W.", parentId: company, squadId: podcasts },
      exempt: { reason: "R." },
    },
  },
  "objective.commit": { by: "imani", args: { objectiveId: idOf("drafted") } },
  "objective.drop": { by: "imani", args: { objectiveId: ours } },
  "key-result.draft": {
    by: "ben",
    args: {
      ...{ ...keyResult, id: idOf("k"), measures: habit, commitment: "aspirational", weight: 2 },
      ...{ alsoServes: [company], payLinked: true, counterweights: [skips] },
    },
  },
  "key-result.revise": {
    by: "ben",
    args: {
      ...{
        keyResultId: idOf("open"),
        title: "T",
        direction: "milestones",
        baseline: 1,
        target: 2,
        milestones,
      },
      ...{ unit: percent, measures: habit, moves: { metricId: habit, because: "b" } },
      ...{ commitment: "aspirational", weight: 2, alsoServes: [company] },
      ...{ payLinked: true, counterweights: [skips] },
    },
  },
  "key-result.commit": { by: "imani", args: { keyResultId: idOf("open") } },
  "key-result.reassign": { by: "ben", args: { keyResultId: finishes, ownerId: idOf("sam") } },
  "key-result.drop": { by: "imani", args: { keyResultId: finishes } },
  "key-result.grade": {
    by: "ben",
    args: { keyResultId: idOf("q3 key result"), adjusted: 0.5, reason: "Half." },
  },
  "check-in.record": { by: "ben", args: { ...checkIn, blocked: "Waiting." } },
  "check-in.amend": {
    by: "ben",
    args: { id: idOf("a"), checkInId: idOf("said"), value: 0.3, confidence: 5, note: "N.", about: ["help"] },
  },
  "check-in.retract": { by: "ben", args: { id: idOf("a"), checkInId: idOf("said") } },
  "blocker.raise": {
    by: "sam",
    args: { id: idOf("b"), keyResultId: finishes, text: "Stuck.", ownerId: idOf("ben") },
  },
  "blocker.resolve": { by: "olu", args: { blockerId: idOf("stuck"), resolution: "Solved." } },
  "bet.place": {
    by: "sam",
    args: {
      ...{ ...bet, id: idOf("bet"), ownerId: idOf("ben"), hypothesis, movesInput: true, movesStar: true },
      ...{ todayOn: "2026-10-05", state: "doing", source: "A link." },
    },
  },
  "bet.revise": {
    by: "ben",
    args: {
      ...{
        betId: idOf("placed"),
        title: "T",
        squadId: podcasts,
        keyResultId: finishes,
        ownerId: idOf("sam"),
      },
      ...{
        hypothesis,
        movesInput: true,
        movesStar: false,
        todayOn: "2026-10-06",
        state: "next",
        source: "S.",
      },
    },
  },
  "bet.conclude": {
    by: "imani",
    args: { betId: idOf("placed"), as: "won", learning: "They stay.", next: "double-down" },
  },
  "bet.reopen": { by: "sam", args: { betId: idOf("tried") } },
  "focus.choose": {
    by: "sam",
    args: { squadId: podcasts, on: "2026-10-05", keyResultId: finishes, reason: "Launch week." },
  },
  "event.mark": {
    by: "ben",
    args: {
      ...{ id: idOf("dip"), metricId: habit, on: "2026-12-21", untilOn: "2027-01-03" },
      ...{ type: "expected-dip", text: "Holidays", rebaseline: false },
    },
  },
  "event.unmark": { by: "sam", args: { eventId: idOf("launched") } },
  "anomaly.raise": {
    ...{ by: "nobody", server: true },
    args: { ...fell, series: { ...fell.series, segment: "iOS" } },
  },
  "anomaly.withdraw": { by: "nobody", server: true, args: { anomalyId: anomalyId(fell) } },
  "anomaly.answer": {
    by: "imani",
    args: {
      ...{ anomalyId: anomalyId(fell), as: "blocker", text: "The feed is down.", rebaseline: false },
      ...{ keyResultId: finishes, id: idOf("feed") },
    },
  },
  "anomaly.reopen": { by: "stew", args: { anomalyId: anomalyId({ ...fell, onset: "2026-08-31" }) } },
  "nudge.send": { by: "imani", args: { id: idOf("asked"), keyResultId: owing, note: "Before the review?" } },
  "review.open": {
    by: "dora",
    args: {
      ...{ beat: "monthly", cycleId: q4, on: "2026-10-01" },
      items: [{ subject: { kind: "key-result", id: finishes }, why: "Off pace." }],
    },
  },
  "review.decide": {
    by: "imani",
    args: {
      ...{ reviewId: thisWeek, subject: { kind: "key-result", id: finishes }, as: "help", text: "Pair up." },
      ...{ ownerId: idOf("sam"), byOn: "2026-10-12" },
    },
  },
  "review.note": { by: "imani", args: { reviewId: thisWeek, notes: "A quiet week." } },
  "review.complete": { by: "imani", args: { reviewId: thisWeek } },
  "review.reopen": { by: "imani", args: { reviewId: reviewId({ ...weekly, on: "2026-09-28" }) } },
};

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
