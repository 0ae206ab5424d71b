import { useSearch } from "wouter";
import { useLive, useNow, useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { SearchDoor } from "../../ui/SearchDoor.tsx";
import { useWide } from "../../ui/wide.ts";
import { Completeness } from "./Completeness.tsx";
import { MetricGlance } from "./MetricGlance.tsx";
import { MetricLists } from "./MetricLists.tsx";
import { MetricTree } from "./MetricTree.tsx";
import { NorthStarCard } from "./NorthStarCard.tsx";
import { ProposalCard } from "./ProposalCard.tsx";
import { RecallSection } from "./RecallSection.tsx";
import { SquadMetrics } from "./SquadMetrics.tsx";
import styles from "./Star.module.css";
import { StarDoors } from "./StarDoors.tsx";
import { StarLines } from "./StarLines.tsx";
import { StarOnAPage } from "./StarOnAPage.tsx";
import { StarSignals } from "./StarSignals.tsx";
import { starRows } from "./star-rows.ts";
import { inputsOf, movers } from "./star-view.ts";
import { WaysToSee } from "./WaysToSee.tsx";
import { WeakestCard } from "./WeakestCard.tsx";

/** The North Star, what moves it, what must not be damaged for it, and how it all hangs together. */
export function Star() {
  const search = new URLSearchParams(useSearch());
  const chosenId = search.get("metric");
  const starId = search.get("star");
  const now = useNow();
  const today = useToday();
  const wide = useWide();
  const rows = useLive((read) => starRows(read, today, starId), [today, starId]);
  const [mayDefine] = useMay([["metric.define", {}]]);
  if (rows === undefined) return null;
  const { northStar, metrics } = rows;
  const star = metrics.find((one) => one.id === northStar?.metricId);
  const moving = movers(rows, now);
  const chosen = wide ? metrics.find((one) => one.id === chosenId && one.id !== star?.id) : undefined;
  const inputs = inputsOf(rows, moving);
  const hrefOf = (id: string) => (wide ? `/star?metric=${id}` : `/metrics/${id}`);
  return (
    <Page title="North Star" wide action={<SearchDoor />}>
      <div className={styles.columns}>
        <div className={styles.detail}>
          <StarLines rows={rows} />
          {chosen ? (
            <MetricGlance metric={chosen} rows={rows} movers={moving} today={today} />
          ) : northStar && star ? (
            <>
              <NorthStarCard northStar={northStar} metric={star} rows={rows} today={today} />
              {rows.proposal ? <ProposalCard proposal={rows.proposal} rows={rows} today={today} /> : null}
            </>
          ) : (
            <EmptyState
              title="No North Star yet"
              body="One metric of the value customers get. Every key result leads to it, and it stands on top of every screen."
              action={
                mayDefine ? (
                  <>
                    <Button kind="owed" href="/star/workshop">
                      Find it in the workshop
                    </Button>
                    <Button kind="quiet" href="/metrics/new?kind=north-star">
                      I know it: define it
                    </Button>
                  </>
                ) : (
                  "An admin defines it."
                )
              }
            />
          )}
        </div>
        <div className={styles.list}>
          <WeakestCard
            weakest={inputs.moved[0]}
            href={inputs.moved[0] ? hrefOf(inputs.moved[0].metric.id) : "/star"}
          />
          <StarSignals today={today} />
          <MetricLists
            rows={rows}
            inputs={inputs}
            today={today}
            hrefOf={hrefOf}
            chosenId={chosen?.id}
            mayDefine={mayDefine === true}
          />
        </div>
        <div className={styles.tree}>
          <WaysToSee />
          <SquadMetrics rows={rows} hrefOf={hrefOf} />
          <Completeness rows={rows} />
          <RecallSection rows={rows} />
          <MetricTree metrics={metrics} starId={star?.id} />
          <StarDoors />
          <StarOnAPage rows={rows} today={today} />
        </div>
      </div>
    </Page>
  );
}
