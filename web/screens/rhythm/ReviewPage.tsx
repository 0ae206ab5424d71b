import { Redirect, useParams, useSearch } from "wouter";
import { beatTitles } from "../../../shared/reviews/words.ts";
import { capitalized } from "../../../shared/words/first-letter.ts";
import { dayIn } from "../../store/as-of.ts";
import { useLive, useToday } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { addressOf, nameOf } from "../../ui/review-name.ts";
import { HeldReview } from "./held/HeldReview.tsx";
import { NotHeld } from "./NotHeld.tsx";
import { ReviewBefore } from "./ReviewBefore.tsx";
import { ReviewWalk } from "./ReviewWalk.tsx";
import { type Asked, reviewView } from "./review-view.ts";

const back = { href: "/rhythm", label: "the rhythm" };

/** A review of any beat: what it is going to talk about, the walk through it, and what was decided once it is held. */
export function ReviewPage() {
  const { beat = "weekly", of } = useParams<{ beat?: Asked["beat"]; of?: string }>();
  const squadId = beat === "weekly" ? of : undefined;
  const cycleId = beat === "quarterly" ? of : undefined;
  const search = new URLSearchParams(useSearch());
  const on = dayIn(search.get("on"));
  const at = search.get("at") ?? undefined;
  const today = useToday();
  const memberId = useMemberId();
  const found = useLive(
    async (read) => ({
      asked: on,
      view: await reviewView(read, { beat, squadId, cycleId, on }, today, memberId),
    }),
    [beat, squadId, cycleId, on, today, memberId],
  );
  const title = beatTitles[beat];
  if (found === undefined) return <Page title={title} back={back} children={null} />;
  const { view } = found;
  // Until another one is read, the one before stands.
  if (on !== undefined && found.asked === on && view?.terms.on !== on)
    return (
      <Page title={title} detail={capitalized(nameOf(on, beat, today))} back={back}>
        <NotHeld beat={beat} squadId={squadId} on={on} today={today} />
      </Page>
    );
  if (view === undefined || (cycleId !== undefined && view.terms.cycleId !== cycleId))
    return (
      <Page title={title} back={back}>
        <EmptyState
          title="Nothing to look at yet"
          body={nothingYet[beat]}
          action={<Button href="/rhythm">See the whole rhythm</Button>}
        />
      </Page>
    );
  if (beat === "yearly" && view.review?.state !== "done")
    return <Redirect to={addressOf({ beat })} replace />;
  const squad = view.rows.squads.find((one) => one.id === squadId)?.name;
  const cycle =
    beat === "quarterly" ? view.rows.cycles.find((one) => one.id === view.terms.cycleId)?.name : undefined;
  const page = {
    view,
    today,
    title,
    detail: [cycle ?? squad, nameOf(view.terms.on, beat, today)].filter(Boolean).join(" · "),
    back,
  };
  if (view.review?.state === "done") return <HeldReview {...page} />;
  if (view.review === undefined || !view.mayLead) return <ReviewBefore {...page} />;
  return <ReviewWalk key={view.review.id} {...page} review={view.review} at={at} />;
}

const nothingYet = {
  weekly:
    "A squad’s metric check begins with its first committed key result, two working days after the first due day.",
  monthly: "The first review is on the first working day of the month after a cycle has begun.",
  quarterly: "It looks back at a cycle, and none has been committed.",
  yearly: "The North Star is re-validated once the CEO and the CPO have committed it; the day is set then.",
} as const;
