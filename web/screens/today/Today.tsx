import { Suspense } from "react";
import { useToday } from "../../store/live.ts";
import { useOwed } from "../../store/owed.ts";
import { formatDayLong } from "../../ui/day.ts";
import { lazyPart } from "../../ui/lazy-part.ts";
import { Page } from "../../ui/Page.tsx";
import { NorthStarStrip } from "./NorthStarStrip.tsx";
import { OwedCard } from "./OwedCard.tsx";
import { SquadWeeks } from "./SquadWeeks.tsx";

const ChangedAfterYou = lazyPart(() => import("./ChangedAfterYou.tsx"), "ChangedAfterYou");
const FocusCards = lazyPart(() => import("./FocusCards.tsx"), "FocusCards");
const TodaySignals = lazyPart(() => import("./TodaySignals.tsx"), "TodaySignals");
const Recall = lazyPart(() => import("./Recall.tsx"), "Recall");
const Nudges = lazyPart(() => import("./Nudges.tsx"), "Nudges");

/** Where the North Star stands, what I owe, what my squads look at today, and how their week goes. */
export function Today() {
  const today = useToday();
  const owed = useOwed();
  return (
    <Page title={formatDayLong(today)} aside={<SquadWeeks />}>
      <NorthStarStrip on={today} />
      <OwedCard on={today} owed={owed} />
      {owed === undefined ? null : (
        <Suspense>
          <ChangedAfterYou />
          <Nudges />
          <TodaySignals on={today} />
          <Recall />
          <FocusCards on={today} />
        </Suspense>
      )}
    </Page>
  );
}
