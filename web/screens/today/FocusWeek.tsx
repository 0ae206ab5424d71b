import { asOf } from "../../../shared/focus/as-of.ts";
import { focusOf } from "../../../shared/focus/focus.ts";
import { focusWords } from "../../../shared/focus/words.ts";
import { addDays, weekdayOf } from "../../../shared/time/local-date.ts";
import type { FocusView } from "../../store/focus.ts";
import { Card } from "../../ui/Card.tsx";
import { formatWeekday } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { nameIn } from "./focus-names.ts";

/** What the squad looked at on the working days of this week before today, the latest first. */
export function FocusWeek({ squadId, view, on }: { squadId: string; view: FocusView; on: string }) {
  const { workdays } = view.rows.workspace.rhythm;
  const days = Array.from({ length: weekdayOf(on) - 1 }, (_, ago) => addDays(on, -ago - 1));
  const past = days
    .filter((day) => workdays.includes(weekdayOf(day)))
    .flatMap((day) => {
      const words = focusWords(focusOf(squadId, day, asOf(day, view.rows)), nameIn(view));
      return words === undefined ? [] : [{ day, ...words }];
    });
  if (past.length === 0) return null;
  return (
    <Section title="Earlier this week">
      <Card flush>
        <ul>
          {past.map(({ day, title, why, detail }) => (
            <li key={day}>
              <ListRow
                title={<span dir="auto">{title}</span>}
                detail={
                  <span dir="auto">
                    {formatWeekday(day)} · {[why, detail].filter(Boolean).join(": ")}
                  </span>
                }
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
