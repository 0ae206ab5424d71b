import { useLocation } from "wouter";
import type { HeldItem } from "../../../shared/reviews/agenda.ts";
import { subjectKey } from "../../../shared/reviews/agenda-item.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { saveDraft } from "../../store/draft.ts";
import { useDraft } from "../../store/drafted.ts";
import { Page } from "../../ui/Page.tsx";
import { addressOf } from "../../ui/review-name.ts";
import { useWide } from "../../ui/wide.ts";
import { AgendaList } from "./AgendaList.tsx";
import { OlderNames } from "./OlderNames.tsx";
import type { ReviewPageProps } from "./page-props.ts";
import { ReviewEnd } from "./ReviewEnd.tsx";
import { ReviewItem } from "./ReviewItem.tsx";
import styles from "./Rhythm.module.css";
import type { ReviewView } from "./review-view.ts";
import { isSettled } from "./settled.ts";

/** The step after the last item: what was decided, notes, and the end of the review. */
export const endStep = "end";

/**
 * A review while it goes on: one item at a time on a phone, the agenda beside it where there is room. Left, it goes on
 * where it was.
 */
export function ReviewWalk({
  view,
  review,
  at,
  today,
  ...page
}: ReviewPageProps & { review: RowOf<"review">; at: string | undefined }) {
  const wide = useWide();
  const [, go] = useLocation();
  const kept = useDraft<string>(`review ${review.id}`);
  if (kept === undefined) return null;
  const { items, terms } = view;
  const steps = [...items.map((one) => subjectKey(one.subject)), endStep];
  const step =
    [at, kept.draft].find((one) => one !== undefined && steps.includes(one)) ??
    firstOpen(items, review, view);
  const index = steps.indexOf(step);
  const item = items[index];
  const hrefOf = (next: string) => `${addressOf(terms)}&at=${encodeURIComponent(next)}`;
  const remember = (next: string) => void saveDraft(`review ${review.id}`, next);
  const [before, after] = [steps[index - 1], steps[index + 1]];
  const ways = {
    before: before === undefined ? undefined : { href: hrefOf(before), remember: () => remember(before) },
    after: after === undefined ? undefined : { href: hrefOf(after), remember: () => remember(after) },
  };
  const agenda = (
    <AgendaList
      items={items}
      names={view.names}
      isSettled={(one) => isSettled(one, review, view.rows)}
      step={step}
      hrefOf={hrefOf}
      onGo={(next) => remember(next)}
    />
  );
  return (
    <Page {...page} wide>
      <OlderNames view={view} />
      <div className={styles.session}>
        <nav aria-label="Agenda">
          {wide ? (
            agenda
          ) : (
            <details className={styles.all} key={step}>
              <summary>{item === undefined ? "What was decided" : `${index + 1} of ${items.length}`}</summary>
              {agenda}
            </details>
          )}
        </nav>
        <div className={styles.work}>
          {item === undefined ? (
            <ReviewEnd view={view} review={review} today={today} before={ways.before} title={page.title} />
          ) : (
            <ReviewItem
              key={step}
              item={item}
              view={view}
              review={review}
              today={today}
              before={ways.before}
              after={ways.after!}
              onDecided={() => {
                ways.after!.remember();
                go(ways.after!.href);
              }}
            />
          )}
        </div>
      </div>
    </Page>
  );
}

/** The first item nobody has said anything to, or the end. */
function firstOpen(items: readonly HeldItem[], review: RowOf<"review">, { rows }: ReviewView): string {
  const open = items.find((one) => !isSettled(one, review, rows));
  return open === undefined ? endStep : subjectKey(open.subject);
}
