import { addDays, weekdayOf } from "../../../shared/time/local-date.ts";
import type { Persona, SquadName } from "./cast.ts";
import type { ToldCycle } from "./cycles.ts";
import type { MetricKey } from "./metrics.ts";
import type { Teller } from "./story.ts";

interface BetStory {
  title: string;
  squad: SquadName;
  owner: Persona;
  /** The beginning of the key result that justifies it; absent: nothing does. */
  serves?: string;
  hypothesis?: { change: string; metric: MetricKey; amount: number; because: string };
  moves?: readonly [input: boolean, star: boolean];
  state?: "idea" | "next" | "doing";
  today?: boolean;
  source?: string;
  ends?: { as: "won" | "lost" | "inconclusive"; learning: string; next?: "double-down" | "cut" };
}

const bets: BetStory[] = [
  {
    ...{ title: "Resume a show on the lock screen", squad: "podcasts", owner: "ben", state: "doing" },
    ...{ serves: "Listeners who finish two", moves: [true, true], today: true },
    hypothesis: {
      change: "a resume button on the lock screen",
      ...{ metric: "weekly-podcast-habit", amount: 0.008 },
      because: "most unfinished episodes stop when somebody puts the phone away",
    },
  },
  {
    ...{ title: "Ask for the licence answer again", squad: "podcasts", owner: "ben", state: "doing" },
    ...{ serves: "Listeners who finish two", today: true },
  },
  {
    ...{ title: "Chapter marks for audiobooks", squad: "podcasts", owner: "mateo", state: "next" },
    ...{ serves: "Premium listeners who start", moves: [true, true] },
  },
  {
    ...{ title: "New cover art for podcast pages", squad: "podcasts", owner: "mateo", state: "idea" },
    source: "https://example.com/wall/podcast-covers",
  },
  {
    ...{
      title: "Calmer Monday mix",
      squad: "recommendations",
      owner: "imani",
      serves: "Free listeners with five",
    },
    ...{
      moves: [true, true],
      ends: {
        as: "won",
        learning: "People stay past ten minutes; weekends do not change.",
        next: "double-down",
      },
    },
    hypothesis: {
      change: "slower first tracks on Monday mornings",
      ...{ metric: "sessions-per-listener", amount: 0.1 },
      because: "the first skip of a morning ends most short sessions",
    },
  },
  {
    ...{ title: "Badge for a five day streak", squad: "recommendations", owner: "priya" },
    ...{ serves: "Free listeners with five", moves: [true, false] },
    ends: { as: "lost", learning: "Streaks brought people back for a minute, and skips rose.", next: "cut" },
  },
  {
    ...{ title: "Move the mix job to the new cluster", squad: "recommendations", owner: "imani" },
    ...{ moves: [false, false], state: "next" },
  },
  {
    ...{ title: "Voice start in the car, second maker", squad: "social", owner: "lena", state: "doing" },
    ...{ serves: "Morning sessions started", moves: [true, true], today: true },
  },
  {
    ...{ title: "Commute playlists friends can add to", squad: "social", owner: "ben", state: "next" },
    serves: "Morning sessions started",
  },
  {
    ...{
      title: "Save from search results",
      squad: "catalog",
      owner: "aiko",
      serves: "Tracks saved by a new",
    },
    ...{ moves: [true, true], state: "doing", today: true },
  },
  {
    ...{
      title: "Offer after the fifth session",
      squad: "ads",
      owner: "tomas",
      serves: "Heavy free listeners",
    },
    ...{ moves: [true, true], state: "doing", today: true },
    hypothesis: {
      change: "the offer after the fifth session instead of on the first day",
      ...{ metric: "week-2-activation", amount: 0.01 },
      because: "whoever has a habit knows what they would pay for",
    },
  },
  {
    ...{
      title: "Banner test on the start page",
      squad: "ads",
      owner: "tomas",
      serves: "Heavy free listeners",
    },
    ends: {
      as: "inconclusive",
      learning: "Two weeks were too short for a difference of this size.",
      next: "cut",
    },
  },
];

/** The running quarter's bets: some under way, some concluded, a few that no key result justifies. */
export function tellBets(teller: Teller, cycles: readonly ToldCycle[]): void {
  const { chance, now, tell, member, squad, metric } = teller;
  const { quarter, keyResults } = cycles.at(-1)!;
  const today = now.slice(0, 10);
  const placedAt = `${quarter.startsOn}T09:00:00.000Z`;
  // Today's work is on a working day.
  const workday = weekdayOf(today) > 5 ? addDays(today, 8 - weekdayOf(today)) : today;
  for (const { owner, serves, hypothesis, moves, state, ends, source, ...bet } of bets) {
    const id = chance.id(placedAt);
    const keyResult = keyResults.find((one) => serves !== undefined && one.story.title.startsWith(serves));
    const place = {
      ...{ id, title: bet.title, squadId: squad(bet.squad), ownerId: member(owner), state: state ?? "doing" },
      ...(keyResult ? { keyResultId: keyResult.id } : {}),
      ...(hypothesis ? { hypothesis: told(hypothesis) } : {}),
      ...(moves ? { movesInput: moves[0], movesStar: moves[1] } : {}),
      ...(source ? { source } : {}),
      ...(bet.today ? { todayOn: workday } : {}),
    };
    tell(member(owner), "bet.place", place, placedAt);
    const endedAt = `${addDays(quarter.startsOn, 30)}T15:00:00.000Z`;
    if (ends) tell(member(owner), "bet.conclude", { betId: id, ...ends }, endedAt);
  }

  function told({ metric: key, ...one }: NonNullable<BetStory["hypothesis"]>) {
    return { ...one, metricId: metric(key), byOn: quarter.endsOn };
  }
}
