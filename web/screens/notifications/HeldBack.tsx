import { heldBackIn } from "../../../shared/reminders/held-back.ts";
import type { HeldBack as Held } from "../../../shared/reminders/ledger.ts";
import { useNow } from "../../store/live.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { kindWord, pageOf, whenWord } from "./reminder-words.ts";

const shown = 10;

/** What was not said this week because enough had been said, so that nothing is kept from anybody in silence. */
export function HeldBack({ heldBack, zone }: { heldBack: readonly Held[]; zone: string }) {
  const now = useNow();
  const { today, week } = heldBackIn(heldBack, now, zone);
  if (week.length === 0) return null;
  return (
    <Section
      title="Held back this week"
      end={today.length === 0 ? plural(week.length, "message") : `${today.length} of ${week.length} today`}
    >
      <Card flush>
        <ul>
          {week.slice(0, shown).map((one) => (
            <li key={one.id}>
              <ListRow
                href={pageOf(one.kind, one.subjectId, one.occurrenceOn)}
                title={kindWord(one.kind)}
                detail={`${whenWord(one.at, now, zone)}, to keep to three a day and ten a week`}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
