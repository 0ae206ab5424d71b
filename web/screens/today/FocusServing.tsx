import type { RowOf } from "../../../shared/sync/mutation.ts";
import { moveBet } from "../../store/bet-day.ts";
import type { FocusView } from "../../store/focus.ts";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { BetOfDay } from "./BetOfDay.tsx";
import styles from "./Focus.module.css";
import { nameIn } from "./focus-names.ts";

/** What else would serve today's focus; one tap means it for today. */
export function FocusServing({
  bets,
  view,
  on,
}: {
  bets: readonly RowOf<"bet">[];
  view: FocusView;
  on: string;
}) {
  const task = useTask();
  const nameOf = nameIn(view);
  if (bets.length === 0) return null;
  async function take(bet: RowOf<"bet">) {
    if (!(await task.run(() => moveBet(bet, on)))) return;
    const back = () => moveBet(bet, bet.todayOn ?? null);
    showToast({ text: "It is for today", action: { label: "Undo", onTap: () => void back() } });
  }
  return (
    <Section title="Would serve it too" end={String(bets.length)}>
      <Card label="Bets that would serve it too">
        <RefusalNote refused={task.refused} where="request" />
        <div className={styles.alone}>
          <ul className={styles.list}>
            {bets.slice(0, 5).map((bet) => (
              <BetOfDay
                key={bet.id}
                bet={bet}
                detail={[bet.ownerId && nameOf(bet.ownerId), bet.todayOn && `for ${formatDay(bet.todayOn)}`]}
                moves={[{ label: "Today", onTap: () => take(bet) }]}
              />
            ))}
          </ul>
        </div>
      </Card>
    </Section>
  );
}
