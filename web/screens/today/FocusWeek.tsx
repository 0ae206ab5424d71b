import { asOf } from "../../../shared/focus/as-of.ts";
import { focusOf } from "../../../shared/focus/focus.ts";
import { focusWords } from "../../../shared/focus/words.ts";
import { addDays, weekdayOf } from "../../../shared/time/local-date.ts";
import type { FocusView } from "../../store/focus.ts";
import { Card } from "../../ui/Card.tsx";
import { formatWeekday } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Focus.module.css";
import { nameIn } from "./focus-names.ts";

/** What the squad looked at on the working days of this week before today, the latest first. */
export function FocusWeek({ squadId, view, on }: { squadId: string; view: FocusView; on: string }) {
  const { workdays } = view.rows.workspace.rhythm;
  const days = Array.from({ length: weekdayOf(on) - 1 }, (_, ago) => addDays(on, -ago - 1));
  const past = days
    .filter((day) => workdays.includes(weekdayOf(day)))
    .flatMap((day) => {
      const words = focusWords(focusOf(squadId, day, asOf(day, view.rows)), nameIn(view));
      if (words === undefined) return [];
      const { title, why, detail } = words;
      return [{ title, said: `${formatWeekday(day)} · ${[why, detail].filter(Boolean).join(": ")}` }];
    });
  if (past.length === 0) return null;
  // A key result that stays in focus is one story, told day by day.
  const stories: { title: string; days: string[] }[] = [];
  for (const { title, said } of past) {
    const last = stories.at(-1);
    if (last?.title === title) last.days.push(said);
    else stories.push({ title, days: [said] });
  }
  return (
    <Section title="Earlier this week">
      <Card flush>
        <ul>
          {stories.map(({ title, days: told }) => (
            <li key={told[0]}>
              <ListRow
                title={<span dir="auto">{title}</span>}
                detail={told.map((one) => (
                  <span key={one} className={styles.day} dir="auto">
                    {one}
                  </span>
                ))}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
