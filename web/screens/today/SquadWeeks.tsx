import { lazy, Suspense, useState } from "react";
import type { Kept } from "../../../shared/check-ins/owed.ts";
import { useLive, useNow } from "../../store/live.ts";
import { useSession } from "../../store/session.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { type Mark, StatusMark } from "../../ui/StatusMark.tsx";
import { readSquadWeeks, type SquadWeek } from "./squad-weeks.ts";

const AskMember = lazy(async () => ({ default: (await import("./AskMember.tsx")).AskMember }));

const said: Record<Kept["state"], { mark: Mark; word: string }> = {
  "on-time": { mark: "ok", word: "on time" },
  late: { mark: "too-early", word: "late" },
  waiting: { mark: "quiet", word: "not yet" },
  missing: { mark: "warn", word: "missing" },
  "nothing-owed": { mark: "no-data", word: "nothing owed" },
};

/** Who of my squads has checked in this week, and who has not; for somebody in none, how all of them do. */
export function SquadWeeks() {
  const session = useSession();
  const memberId = session.state === "signed-in" ? session.memberId : "";
  const now = useNow();
  const weeks = useLive((read) => readSquadWeeks(read, memberId, now), [memberId, Math.floor(now / 900_000)]);
  if (weeks === undefined) return null;
  const mine = weeks.filter((one) => one.mine);
  return mine.length > 0 ? (
    mine.map((week) => <Week key={week.squad.id} week={week} />)
  ) : (
    <AllWeeks weeks={weeks} />
  );
}

/** For somebody in no squad: one line each. */
function AllWeeks({ weeks }: { weeks: readonly SquadWeek[] }) {
  const owing = weeks.filter((one) => one.kept.length > 0);
  if (owing.length === 0) return null;
  return (
    <Section title="Squads this week" end="checked in">
      <Card flush>
        <ul>
          {owing.map(({ squad, kept }) => (
            <li key={squad.id}>
              <ListRow title={squad.name} end={`${sumOf(kept, "done")} of ${sumOf(kept, "of")}`} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function sumOf(kept: readonly Kept[], field: "done" | "of"): number {
  return kept.reduce((sum, one) => sum + one[field], 0);
}

function Week({ week: { squad, kept, keyResults } }: { week: SquadWeek }) {
  const [asking, setAsking] = useState<SquadWeek["kept"][number]>();
  const done = sumOf(kept, "done");
  const of = sumOf(kept, "of");
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
                onClick={one.done < one.of ? () => setAsking(one) : undefined}
              />
            </li>
          ))}
        </ul>
      </Card>
      <Suspense>
        {asking ? (
          <AskMember
            name={asking.name}
            keyResults={keyResults.filter((one) => one.ownerId === asking.memberId)}
            onClose={() => setAsking(undefined)}
          />
        ) : null}
      </Suspense>
    </Section>
  );
}
