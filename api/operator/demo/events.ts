import { addDays, weekdayOf } from "../../../shared/time/local-date.ts";
import type { Persona } from "./cast.ts";
import type { MetricKey } from "./metrics.ts";
import type { Teller } from "./story.ts";

interface EventStory {
  by: Persona;
  weeksAgo: number;
  /** Weeks it lasts; an expected dip. */
  weeks?: number;
  type: "launch" | "definition" | "expected-dip";
  text: string;
  metric?: MetricKey;
}

const events: EventStory[] = [
  {
    ...{ by: "imani", weeksAgo: 14, type: "launch", text: "Daily mix on the lock screen, everywhere" },
    metric: "sessions-per-listener",
  },
  {
    ...{ by: "mateo", weeksAgo: 8, type: "launch", text: "Chapters in the player" },
    metric: "weekly-podcast-habit",
  },
  {
    ...{ by: "tomas", weeksAgo: 26, type: "definition", text: "Ads that were cut off no longer count" },
    metric: "ad-load",
  },
  { by: "ada", weeksAgo: 47, weeks: 2, type: "expected-dip", text: "Year-end holidays" },
];

/** What people marked on the plots. */
export function tellEvents({ chance, now, tell, member, metric }: Teller): void {
  const today = now.slice(0, 10);
  const monday = addDays(today, 1 - weekdayOf(today));
  for (const { by, weeksAgo, weeks, metric: key, ...event } of events) {
    const on = addDays(monday, -7 * weeksAgo);
    const at = `${on}T09:00:00.000Z`;
    const args = {
      ...{ id: chance.id(at), on, ...event },
      ...(key === undefined ? {} : { metricId: metric(key) }),
      ...(weeks === undefined ? {} : { untilOn: addDays(on, 7 * weeks - 1) }),
    };
    tell(member(by), "event.mark", args, at);
  }
}
