import { beatTitles } from "../../../shared/reviews/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { addressOf, nameOf } from "../../ui/review-name.ts";
import { Section } from "../../ui/Section.tsx";

/** The reviews that were held in a cycle; each leads to what it decided. */
export function HeldReviews({ reviews, today }: { reviews: readonly RowOf<"review">[]; today: string }) {
  if (reviews.length === 0) return null;
  return (
    <Section title="Reviews" end={String(reviews.length)}>
      <Card flush>
        <ul>
          {reviews.map(({ id, beat, squadId, on, decisions }) => (
            <li key={id}>
              <ListRow
                href={addressOf({ beat, squadId, on })}
                title={`${beatTitles[beat]}, ${nameOf(on, beat, today)}`}
                detail={decisions.length === 0 ? "nothing decided" : plural(decisions.length, "decision")}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
