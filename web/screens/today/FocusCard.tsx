import type { FocusView, SquadFocus } from "../../store/focus.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { Section } from "../../ui/Section.tsx";
import { DayBets } from "./DayBets.tsx";
import styles from "./Focus.module.css";
import { FocusGlance } from "./FocusGlance.tsx";

/** A squad's day at a glance: one key result, why this one, and who works on what for it. */
export function FocusCard({ one, view, on }: { one: SquadFocus; view: FocusView; on: string }) {
  const { squad, focus, day } = one;
  const whole = `/focus/${squad.id}`;
  return (
    <Section title={`${squad.name}: today’s focus`}>
      <Card label={`${squad.name}: today’s focus`}>
        <FocusGlance focus={focus} view={view} on={on} />
        <DayBets day={day} view={view} on={on} />
        <div className={styles.quiet}>
          <Button kind="quiet" href={whole}>
            {focus.keyResult === undefined ? "The squad’s day" : "Compare and choose"}
          </Button>
          {day.unjustified === 0 ? null : (
            <Button kind="quiet" href="/bets">
              {plural(day.unjustified, "bet")} without a key result
            </Button>
          )}
        </div>
      </Card>
    </Section>
  );
}
