import { useSearch } from "wouter";
import { useLive, useToday } from "../../../store/live.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PastReviews } from "../PastReviews.tsx";
import { PastRevalidations } from "./PastRevalidations.tsx";
import { RevalidationOpen } from "./RevalidationOpen.tsx";
import { RevalidationWalk } from "./RevalidationWalk.tsx";
import { yearlyView } from "./yearly-view.ts";

const title = "Re-validation of the North Star";
const back = { href: "/rhythm", label: "the rhythm" };

/** The question of the year: is this still the metric to follow? Opened, answered step by step, signed by two. */
export function Revalidation() {
  const search = new URLSearchParams(useSearch());
  const today = useToday();
  const found = useLive(async (read) => ({ view: await yearlyView(read, today) }), [today]);
  if (found === undefined) return <Page title={title} back={back} children={null} />;
  const { view } = found;
  if (view === undefined)
    return (
      <Page title={title} back={back}>
        <EmptyState
          title="No North Star is committed yet"
          body="It is re-validated once the CEO and the CPO have committed it; the day is set then."
          action={<Button href="/star">Go to the North Star</Button>}
        />
      </Page>
    );
  const page = { title, back, detail: view.metric.name };
  if (view.now !== undefined)
    return <RevalidationWalk {...page} view={view} now={view.now} asked={search.get("step")} today={today} />;
  return (
    <Page
      {...page}
      aside={
        <>
          <PastRevalidations past={view.past} rows={view.rows} today={today} />
          <PastReviews terms={{ beat: "yearly" }} past={view.reviews} today={today} />
        </>
      }
    >
      <RevalidationOpen view={view} asked={search.get("trigger")} today={today} />
    </Page>
  );
}
