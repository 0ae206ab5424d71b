import { day, hour, iso, minute } from "./calendar.ts";
import type { Company } from "./company.ts";
import { peopleToday } from "./people-story.ts";
import { quartersToday } from "./quarter-story.ts";
import { weekToday } from "./week-story.ts";
import type { Year } from "./year.ts";

/** What a happening may have changed of what is to be said: all of it, what is said at once, or nothing. */
export type Change = "everything" | "events" | "nothing";

export interface Story {
  /** The next moment at which something happens. */
  next(): number;
  /** Lets happen what is to happen by now; undefined when there was nothing. */
  happen(): Promise<Change | undefined>;
  isDown(): boolean;
}

/** Puts something on the programme of a day. */
export interface Programme {
  year: Year;
  company: Company;
  /** The UTC day, and when it began. */
  on: string;
  dawn: number;
  at(moment: number, change: Change, act: () => Promise<unknown>): void;
  /** The moments of the day at which people change what is planned, and what is not. */
  changing: number;
  sometime(): number;
}

interface Happening {
  at: number;
  change: Change;
  act(): Promise<unknown>;
}

/** A Monday morning on which the server's clock was two thirds of an hour fast, until somebody put it right. */
export const clockGoesBack = { at: Date.parse("2026-09-14T07:20:00Z"), by: 40 * minute };

/** Everything that happens in the company and to its server, day by day, by the chance of its year. */
export function createStory(year: Year, company: Company): Story {
  const { chance, clock } = year;
  let happenings: Happening[] = [];
  let dawn = Math.ceil(clock.now / day) * day;
  let backAt = Number.NEGATIVE_INFINITY;
  const isDown = () => clock.now < backAt;

  /** Nothing happens in the minutes that are lived twice: nobody could say which of the two came first. */
  const at = (moment: number, change: Change, act: () => Promise<unknown>) => {
    const twice = moment > clockGoesBack.at - clockGoesBack.by && moment <= clockGoesBack.at;
    happenings.push({ at: twice ? moment + hour : moment, change, act });
  };

  function begin(): void {
    const [once, other] = [moment(), moment()];
    const on = iso(dawn).slice(0, 10);
    const programme: Programme = { year, company, on, dawn, at, changing: once, sometime: () => other };
    quartersToday(programme);
    weekToday(programme);
    // Every other day, so that a plan is not made anew more often than a year in seconds can bear.
    if ((dawn / day) % 2 === 0) {
      at(once, "everything", async () => {});
      peopleToday(programme);
    }
    serverToday();
    dawn += day;
  }

  /** Never on the very minute at which people are reminded. */
  function moment(): number {
    return dawn + chance.below(96) * 15 * minute + (1 + chance.below(13)) * minute + chance.below(60) * 1000;
  }

  /** Now and then the server is gone for hours, and another process comes back. */
  function serverToday(): void {
    if (clockGoesBack.at - dawn < day && clockGoesBack.at >= dawn)
      happenings.push({ at: clockGoesBack.at, change: "everything", act: putRight });
    else if (chance.one(0.03))
      at(dawn + chance.below(24) * hour + 7 * minute, "nothing", async () => {
        backAt = clock.now + (1 + chance.below(9)) * hour;
        year.away.push({ from: clock.now, until: backAt });
        happenings.push({ at: backAt, change: "everything", act: async () => year.restart() });
      });
  }

  async function putRight(): Promise<void> {
    clock.now -= clockGoesBack.by;
  }

  return {
    isDown,
    next() {
      if (isDown()) return backAt;
      return happenings.reduce((least, one) => Math.min(least, one.at), dawn);
    },
    async happen() {
      while (dawn <= clock.now) begin();
      const ready = happenings.filter((one) => one.at <= clock.now).sort((a, b) => a.at - b.at);
      happenings = happenings.filter((one) => one.at > clock.now);
      for (const one of ready) {
        // Nobody reaches a server that is away: what people do then, they do when it is back.
        if (isDown()) happenings.push({ ...one, at: backAt + 1000 });
        else await one.act();
      }
      return ready.length === 0 ? undefined : strongest(ready);
    },
  };
}

function strongest(happenings: readonly Happening[]): Change {
  for (const change of ["everything", "events"] as const)
    if (happenings.some((one) => one.change === change)) return change;
  return "nothing";
}
