import { isOpen, justification, unjustifiedCount } from "../../../shared/bets/backlog.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { allBets } from "../../store/bets.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";

/** What my squads mean to work on today, and how much of their open work no key result justifies. */
export function TodayBets({ on }: { on: string }) {
  const memberId = useMemberId();
  const day = useLive((read) => readDay(read, memberId, on), [memberId, on]);
  if (day === undefined || (day.bets.length === 0 && day.unjustified === 0)) return null;
  const line = `${plural(day.unjustified, "open bet")} without a key result`;
  return (
    <Section title="Today’s bets" end={day.bets.length === 0 ? undefined : String(day.bets.length)}>
      <Card flush>
        <ul>
          {day.bets.map(({ bet, owner, isJustified }) => (
            <li key={bet.id}>
              <ListRow
                href={`/bets/${bet.id}`}
                title={bet.title}
                detail={owner}
                end={isJustified ? undefined : <StatusMark status="warn">unjustified</StatusMark>}
              />
            </li>
          ))}
          {day.unjustified === 0 ? null : (
            <li>
              <ListRow href="/bets" title={line} />
            </li>
          )}
        </ul>
      </Card>
    </Section>
  );
}

interface Day {
  bets: { bet: RowOf<"bet">; owner: string | undefined; isJustified: boolean }[];
  unjustified: number;
}

async function readDay(read: Reader, memberId: string, on: string): Promise<Day> {
  const [squads, members, all] = await Promise.all([read.list("squad"), read.list("member"), allBets(read)]);
  const mine = new Set(
    squads.filter((one) => one.members.some((two) => two.memberId === memberId)).map((one) => one.id),
  );
  const bets = all.filter((one) => isOpen(one) && mine.has(one.squadId));
  const served = await Promise.all(
    bets.map((one) => (one.keyResultId === undefined ? undefined : read.get("key-result", one.keyResultId))),
  );
  const find = (id: string) => served.find((one) => one?.id === id);
  return {
    bets: bets
      .filter((one) => one.todayOn !== undefined && one.todayOn <= on)
      .sort(
        (a, b) =>
          Number(b.ownerId === memberId) - Number(a.ownerId === memberId) || a.title.localeCompare(b.title),
      )
      .map((bet) => ({
        bet,
        owner: bet.ownerId === memberId ? "you" : members.find((one) => one.id === bet.ownerId)?.name,
        isJustified: justification(bet, find) === "justified",
      })),
    unjustified: unjustifiedCount(bets, find).unjustified,
  };
}
