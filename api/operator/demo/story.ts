import { addDays, daysBetween, weekdayOf } from "../../../shared/time/local-date.ts";
import { tellAnomalies } from "./anomalies.ts";
import { tellBets } from "./bets.ts";
import { cast, type Persona, type SquadName, squads } from "./cast.ts";
import { type Chance, createChance } from "./chance.ts";
import { tellCycles } from "./cycles.ts";
import { tellEvents } from "./events.ts";
import { type MetricKey, metrics, platformsOf, seriesOf } from "./metrics.ts";
import { tellNextCycle } from "./next-cycle.ts";
import { tellRecall } from "./recall.ts";
import { tellReviews } from "./reviews.ts";
import { tellWorkshop } from "./shortlist.ts";

/** One mutation of the story: who did what, when. */
export interface Told {
  id: string;
  who: string;
  server?: boolean;
  name: string;
  args: Record<string, unknown>;
  at: string;
}

export interface Story {
  workspaceId: string;
  members: Record<Persona, string>;
  /** In the order they happened. */
  told: Told[];
}

/** What the chapters of the story share. `tell` refuses to speak of the future by leaving it out. */
export interface Teller {
  chance: Chance;
  now: string;
  tell(who: string, name: string, args: Record<string, unknown>, at: string): void;
  /** For the doors no phone has. */
  tellAsServer(name: string, args: Record<string, unknown>, at: string): void;
  member(persona: Persona): string;
  squad(name: SquadName): string;
  metric(key: MetricKey): string;
}

/** The example company, from its founding 64 weeks ago until `now` (an ISO instant). Same seed and moment, same story. */
export function tellStory(seed: number, now: string): Story {
  const chance = createChance(seed);
  const founded = `${addDays(now.slice(0, 10), -64 * 7)}T08:00:00.000Z`;
  const ids = <K extends string>(keys: K[]) =>
    Object.fromEntries(keys.map((key) => [key, chance.id(founded)])) as Record<K, string>;
  const members = ids(Object.keys(cast) as Persona[]);
  const squadIds = ids(Object.keys(squads) as SquadName[]);
  const metricIds = ids(Object.keys(metrics) as MetricKey[]);
  const workspaceId = chance.id(founded);
  const told: Told[] = [];
  const teller: Teller = {
    chance,
    now,
    tell(who, name, args, at) {
      if (at <= now) told.push({ id: chance.id(at), who, name, args, at });
    },
    tellAsServer(name, args, at) {
      const who = members.ada;
      if (at <= now) told.push({ id: chance.id(at), who, server: true, name, args, at });
    },
    member: (persona) => members[persona],
    squad: (name) => squadIds[name],
    metric: (key) => metricIds[key],
  };

  found(teller, workspaceId, founded);
  const server = told.splice(0).map((one) => ({ ...one, server: true }));
  people(teller, founded);
  measures(teller, founded);
  const settled = told.splice(0);
  const cycles = tellCycles(teller);
  tellBets(teller, cycles);
  tellRecall(teller, cycles);
  tellNextCycle(teller, cycles.at(-1)!);
  tellEvents(teller);
  tellReviews(teller, cycles);
  tellAnomalies(teller, [...settled, ...told]);
  delegate(teller);
  const lived = [...settled, ...told].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return { workspaceId, members, told: [...server, ...lived] };
}

function found({ tell, member }: Teller, workspaceId: string, at: string): void {
  tell(
    member("ada"),
    "workspace.found",
    { id: workspaceId, name: "Spotify example", zone: "Europe/Stockholm" },
    at,
  );
  for (const [persona, { name, role, zone, locale }] of Object.entries(cast))
    tell(
      member(persona as Persona),
      "member.join",
      { id: member(persona as Persona), name, role, zone, locale },
      at,
    );
}

function people({ tell, member, squad }: Teller, at: string): void {
  const ada = member("ada");
  for (const [persona, { title }] of Object.entries(cast))
    if (title !== undefined)
      tell(ada, "member.set-title", { memberId: member(persona as Persona), title }, at);
  for (const [key, { name, purpose, pm, members }] of Object.entries(squads)) {
    const squadId = squad(key as SquadName);
    tell(ada, "squad.form", { id: squadId, name, purpose }, at);
    tell(ada, "squad.assign", { squadId, memberId: member(pm), as: "pm" }, at);
    for (const one of members)
      tell(ada, "squad.assign", { squadId, memberId: member(one), as: "member" }, at);
  }
}

function measures(teller: Teller, at: string): void {
  const { chance, now, tell, member, squad, metric } = teller;
  for (const [key, story] of Object.entries(metrics)) {
    const { steward, squad: home, parent, from: _from, to: _to, scatter: _scatter, ...definition } = story;
    const links = {
      stewardId: member(steward),
      ...(home === undefined ? {} : { squadId: squad(home) }),
      ...(parent === undefined ? {} : { parentId: metric(parent) }),
    };
    tell(member("ada"), "metric.define", { id: metric(key as MetricKey), key, ...definition, ...links }, at);
  }
  const northStarId = chance.id(at);
  const statement =
    "Give everybody a reason to listen a little longer every day, because what they hear is worth it.";
  const metricId = metric("listening-per-wau");
  const candidateId = tellWorkshop(teller, statement, at);
  tell(
    member("ada"),
    "north-star.propose",
    { id: northStarId, metricId, statement, businessModel: "attention", candidateId },
    at,
  );
  tell(member("ada"), "north-star.commit", { northStarId, horizonMonths: 18 }, at.replace("T08", "T09"));
  tell(member("henrik"), "north-star.commit", { northStarId, horizonMonths: 18 }, at.replace("T08", "T10"));
  const today = now.slice(0, 10);
  const monday = addDays(today, 1 - weekdayOf(today));
  for (const [key, { steward }] of Object.entries(metrics).filter(([, one]) => one.scatter > 0))
    for (const { weeksAgo, ...reading } of seriesOf(key as MetricKey, chance)) {
      const on = addDays(monday, -7 * weeksAgo);
      const args = { metricId: metric(key as MetricKey), on, source: "warehouse", ...reading };
      tell(member(steward), "reading.record", args, `${on}T05:30:00.000Z`);
    }
  const parts = platformsOf(chance).map(({ weeksAgo, ...one }) => ({
    on: addDays(monday, -7 * weeksAgo),
    ...one,
  }));
  const readings = { metricId, source: "warehouse", readings: parts };
  tell(member("ada"), "reading.record-many", readings, `${monday}T05:30:00.000Z`);
}

/** Lena is away this week: Ben stands in, so that his stack holds her key result too. */
function delegate({ now, tell, member }: Teller): void {
  const untilOn = addDays(now.slice(0, 10), 9);
  const at = `${addDays(now.slice(0, 10), -2)}T12:00:00.000Z`;
  if (daysBetween(at.slice(0, 10), untilOn) > 0)
    tell(
      member("lena"),
      "member.set-delegate",
      { memberId: member("lena"), delegate: { memberId: member("ben"), untilOn } },
      at,
    );
}
