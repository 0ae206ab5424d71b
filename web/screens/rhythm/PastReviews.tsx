import type { ReviewTerms } from "../../../shared/reviews/agenda-item.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { capitalized } from "../../../shared/words/first-letter.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { addressOf, nameOf } from "../../ui/review-name.ts";
import { Section } from "../../ui/Section.tsx";

const most = 26;

/** Reviews of the beat that were held, to be read again. */
export function PastReviews({
  terms,
  past,
  today,
}: {
  terms: Pick<ReviewTerms, "beat" | "squadId">;
  past: readonly RowOf<"review">[];
  today: string;
}) {
  if (past.length === 0) return null;
  return (
    <Section title="Held at other times">
      <Card flush>
        <ul>
          {past.slice(0, most).map((one) => (
            <li key={one.id}>
              <ListRow
                href={addressOf({ beat: terms.beat, squadId: terms.squadId, on: one.on })}
                title={capitalized(nameOf(one.on, one.beat, today))}
                detail={
                  one.decisions.length === 0 ? "nothing decided" : plural(one.decisions.length, "decision")
                }
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
