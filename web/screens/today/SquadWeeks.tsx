import type { Kept } from "../../../shared/check-ins/owed.ts";
import { useLive, useNow } from "../../store/live.ts";
import { useSession } from "../../store/session.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { type Mark, StatusMark } from "../../ui/StatusMark.tsx";
import { readSquadWeeks, type SquadWeek } from "./squad-weeks.ts";

const said: Record<Kept["state"], { mark: Mark; word: string }> = {
  "on-time": { mark: "ok", word: "on time" },
  late: { mark: "too-early", word: "late" },
  waiting: { mark: "quiet", word: "not yet" },
  missing: { mark: "warn", word: "missing" },
  "nothing-owed": { mark: "no-data", word: "nothing owed" },
};

/** Who of my squads has checked in this week, and who has not. */
export function SquadWeeks() {
  const session = useSession();
  const memberId = session.state === "signed-in" ? session.memberId : "";
  const now = useNow();
  const weeks = useLive((read) => readSquadWeeks(read, memberId, now), [memberId, Math.floor(now / 900_000)]);
  return weeks?.map((week) => <Week key={week.squad.id} week={week} />) ?? null;
}

function Week({ week: { squad, kept } }: { week: SquadWeek }) {
  const done = kept.reduce((sum, one) => sum + one.done, 0);
  const of = kept.reduce((sum, one) => sum + one.of, 0);
  if (of === 0) return null;
  return (
    <Section title={`${squad.name} this week`} end={`${done} of ${of} checked in`}>
      <Card flush>
        <ul>
          {kept.map((one) => (
            <li key={one.memberId}>
              <ListRow
                lead={<Avatar name={one.name} />}
                title={one.name}
                detail={one.of > 1 ? `${one.done} of ${one.of} key results` : undefined}
                end={<StatusMark status={said[one.state].mark}>{said[one.state].word}</StatusMark>}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
