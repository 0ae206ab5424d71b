import { createRules, idOf, type Rules } from "./rules.ts";

/**
 * A small company, told through mutations. Ada is admin and CPO, Dora director and CEO, Imani the PM of podcasts, Ben a
 * member there who owns key results, Sam another member of podcasts, Dele stands in for Ben, Stew keeps a metric, Olu is
 * nobody's, Vic only reads, Rex was removed. Cleo is elsewhere: she belongs to another workspace.
 */
export const cast = {
  ada: "admin",
  dora: "director",
  imani: "member",
  ben: "member",
  sam: "member",
  dele: "member",
  stew: "member",
  olu: "member",
  vic: "viewer",
  rex: "member",
} as const;

export const podcasts = idOf("squad podcasts");
export const star = idOf("metric listening");
export const habit = idOf("metric podcast-habit");
export const skips = idOf("metric skips");
export const northStar = idOf("north star");
export const q4 = idOf("cycle Q4");
export const company = idOf("objective of the company");
export const ours = idOf("objective of podcasts");
export const finishes = idOf("key result finishes");
export const percent = { label: "", scale: "ratio", decimals: 1 } as const;
export const because = "a weekly show is a reason to come back";

/** People, a squad, a North Star with one input and one guardrail, on 21 September 2026. */
export async function founded(): Promise<Rules> {
  const rules = createRules();
  rules.now = "2026-09-21T08:00:00.000Z";
  const server = { server: true };
  const zone = "Europe/Berlin";
  await rules.must("ada", "workspace.found", { id: idOf("workspace"), name: "Waves", zone }, server);
  for (const [name, role] of Object.entries(cast)) {
    const person = { id: idOf(name), name: name[0]!.toUpperCase() + name.slice(1), role, zone, locale: "en" };
    await rules.must(name, "member.join", person, server);
  }
  await rules.must("ada", "member.set-title", { memberId: idOf("ada"), title: "cpo" });
  await rules.must("ada", "member.set-title", { memberId: idOf("dora"), title: "ceo" });
  await rules.must("ada", "member.remove", { memberId: idOf("rex") });
  await rules.must("ada", "squad.form", { id: podcasts, name: "Podcasts" });
  for (const [name, as] of Object.entries({ imani: "pm", ben: "member", sam: "member" }))
    await rules.must("ada", "squad.assign", { squadId: podcasts, memberId: idOf(name), as });
  const metric = { definition: "As counted.", goodDirection: "up", cadence: "weekly" };
  await rules.must("ada", "metric.define", {
    ...{ ...metric, id: star, key: "listening", name: "Time spent listening", kind: "north-star" },
    ...{ unit: { label: "min / week", scale: "value", decimals: 0 }, stewardId: idOf("ada") },
  });
  await rules.must("ada", "north-star.propose", { id: northStar, metricId: star, statement: "Worth it." });
  await rules.must("ada", "metric.define", {
    ...{ ...metric, id: habit, key: "podcast-habit", name: "Weekly podcast habit", kind: "input" },
    ...{ parentId: star, unit: percent, stewardId: idOf("stew"), squadId: podcasts },
  });
  await rules.must("ada", "metric.define", {
    ...{
      ...metric,
      id: skips,
      key: "skips",
      name: "Skips in 30 s",
      kind: "guardrail",
      goodDirection: "down",
    },
    ...{ unit: percent, stewardId: idOf("stew"), ceiling: 0.3 },
  });
  return rules;
}

export const keyResult = {
  objectiveId: ours,
  ownerId: idOf("ben"),
  title: "Finished episodes, 18% to 26%",
  direction: "increase",
  baseline: 0.18,
  target: 0.26,
  unit: percent,
  moves: { metricId: habit, because },
} as const;

/** The same with a quarter in planning: a company objective, one of podcasts below it, and Ben's key result. */
export async function planned(): Promise<Rules> {
  const rules = await founded();
  await rules.must("ada", "cycle.open", {
    ...{ id: q4, name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" },
  });
  await rules.must("dora", "objective.draft", {
    id: company,
    cycleId: q4,
    title: "Be the go-to for podcasts",
  });
  const objective = { id: ours, cycleId: q4, squadId: podcasts, parentId: company, title: "A weekly habit" };
  await rules.must("imani", "objective.draft", objective);
  await rules.must("imani", "key-result.draft", { id: finishes, ...keyResult });
  return rules;
}

/** The same, committed on 28 September and running; now is Monday 5 October 2026, 10:00 in Berlin. */
export async function running(): Promise<Rules> {
  const rules = await planned();
  rules.now = "2026-09-28T12:00:00.000Z";
  await rules.must("ada", "cycle.commit", { cycleId: q4 });
  rules.now = "2026-10-05T08:00:00.000Z";
  return rules;
}

/** The same, with Dele standing in for Ben until 16 October. */
export async function delegated(): Promise<Rules> {
  const rules = await running();
  const delegate = { memberId: idOf("dele"), untilOn: "2026-10-16" };
  await rules.must("ben", "member.set-delegate", { memberId: idOf("ben"), delegate });
  return rules;
}

/** A key result of other terms beside Ben's first, committed into the running quarter. */
export async function alsoRunning(rules: Rules, name: string, terms: object): Promise<string> {
  const id = idOf(name);
  await rules.must("imani", "key-result.draft", { id, ...keyResult, title: name, ...terms });
  await rules.must("imani", "key-result.commit", { keyResultId: id });
  return id;
}
