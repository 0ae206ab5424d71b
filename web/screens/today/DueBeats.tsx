import { useToday } from "../../store/live.ts";
import { useMyBeats, useRhythm } from "../../store/reviews.ts";
import { Card } from "../../ui/Card.tsx";
import { formatDay, formatDayAway } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";

const titles = {
  daily: "",
  weekly: "Metric check",
  monthly: "Monthly OKR review",
  quarterly: "Look back at the cycle",
  yearly: "Re-validation of the North Star",
} as const;

/** The reviews this member leads that wait to be held. */
export function DueBeats() {
  const today = useToday();
  const mine = useMyBeats();
  const squads = useRhythm()?.squads;
  if (mine === undefined || mine.length === 0) return null;
  return (
    <Card flush label="Reviews to hold">
      <ul>
        {mine.map(({ beat, squadId, dueOn, state }) => {
          const squad = squads?.find((one) => one.id === squadId)?.name;
          return (
            <li key={`${beat} ${squadId}`}>
              <ListRow
                href={`/rhythm/${beat}${squadId === undefined ? "" : `/${squadId}`}`}
                title={squad === undefined ? titles[beat] : `${titles[beat]} of ${squad}`}
                detail={dueOn === undefined ? undefined : `Yours to lead, due ${since(dueOn, today)}`}
                end={<StatusMark status={state === "due" ? "warn" : "off-pace"}>{state}</StatusMark>}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** "today", "since yesterday", "since 16 Nov". */
function since(dueOn: string, today: string): string {
  const away = formatDayAway(dueOn, today);
  if (away === "today") return away;
  return `since ${away === "yesterday" ? away : formatDay(dueOn, undefined, today)}`;
}
