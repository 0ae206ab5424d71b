import { useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { isOpen, readSignals } from "../../store/signals.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { SignalRow } from "../../ui/SignalRow.tsx";

const shown = 3;

/**
 * What fired and waits for this member's word; for whoever may not answer, what is flagged in their squads and the
 * company. Nothing while nothing is open.
 */
export function TodaySignals({ on: today }: { on: string }) {
  const memberId = useMemberId();
  const signals = useLive(
    async (read) => {
      const seen = await readSignals(read, memberId);
      const squads = await read.list("squad");
      const mine = squads.filter((one) => one.members.some((two) => two.memberId === memberId));
      return { seen, mine: mine.map((one) => one.id) };
    },
    [memberId],
  );
  if (signals === undefined) return null;
  const { seen, mine } = signals;
  const open = seen.filter((one) => isOpen(one.anomaly));
  const toAnswer = open.filter((one) => one.mayAnswer);
  const near = open.filter(
    ({ squad }) => squad === undefined || mine.length === 0 || mine.includes(squad.id),
  );
  const told = toAnswer.length > 0 ? toAnswer : near;
  if (told.length === 0) return null;
  return (
    <Section title={toAnswer.length > 0 ? "Anomalies to answer" : "Flagged"} end={String(told.length)}>
      <Card flush>
        <ul>
          {told.slice(0, shown).map((one) => (
            <li key={one.anomaly.id}>
              <SignalRow {...one} today={today} />
            </li>
          ))}
          {open.length > shown || open.length > told.length ? (
            <li>
              <ListRow href="/signals" title={`All ${open.length} open signals`} />
            </li>
          ) : null}
        </ul>
      </Card>
    </Section>
  );
}
