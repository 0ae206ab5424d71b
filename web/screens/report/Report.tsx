import { useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { bringCycle, isOlder } from "../../store/older-cycle.ts";
import { useReport } from "../../store/reports.ts";
import { AsOfField } from "../../ui/AsOfField.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { formatDay } from "../../ui/day.ts";
import { OlderCycle } from "../../ui/OlderCycle.tsx";
import { Page } from "../../ui/Page.tsx";
import { LackingReport } from "./LackingReport.tsx";
import { OtherReports } from "./OtherReports.tsx";
import styles from "./Report.module.css";
import { ReportActions } from "./ReportActions.tsx";
import { ReportLinks } from "./ReportLinks.tsx";
import { ReportPaper } from "./ReportPaper.tsx";
import { useReportAsked } from "./use-report-asked.ts";
import { useTold } from "./use-told.ts";

const back = { href: "/rhythm", label: "the rhythm" };

/** A cycle on one page for a stakeholder, today or as of a past day: to read, print, copy, and share by a link. */
export function Report() {
  const today = useToday();
  const [asked, ask] = useReportAsked(today);
  const { cycleId, on } = asked;
  const view = useReport(asked);
  const { told, answer, again } = useTold(asked, view);
  const [maySee] = useMay([["review.open", { beat: "monthly", cycleId: view?.cycle?.id ?? "" }]]);
  if (!view) return <Page title="Report" back={back} children={null} />;
  const day = on && formatDay(on, undefined, today);
  // A cycle that began later has nothing to say of a day; the one that day lies in has.
  const turnTo = (next: string | undefined) =>
    ask({ on: next, cycleId: next && view.cycle && view.cycle.startsOn > next ? undefined : cycleId });
  return (
    <Page
      title={told?.text.title ?? "Report"}
      detail={told?.text.detail ?? (day && `As it stood on ${day}`)}
      back={back}
      wide
    >
      {on === undefined && told === undefined ? null : (
        <div className={styles.day}>
          <AsOfField on={on ?? told?.report.on} today={today} onChange={turnTo} />
          {on === undefined ? null : (
            <Banner
              tone="quiet"
              icon="clock"
              title={`As of ${day}`}
              body="What was known at the end of that day; nothing that came after it."
              action={<Button onClick={() => ask({ cycleId })}>Back to today</Button>}
            />
          )}
        </div>
      )}
      {told === undefined || view.cycle === undefined ? (
        <LackingReport cycle={view.cycle} day={day} answer={answer} onAgain={again} />
      ) : (
        <>
          {on === undefined && isOlder(view.cycles, view.cycle) ? (
            <OlderCycle key={view.cycle.id} cycleId={view.cycle.id} bring={bringCycle} />
          ) : null}
          <ReportPaper report={told.report} text={told.text} />
        </>
      )}
      <div className={styles.around}>
        {told ? <ReportActions text={told.text} /> : null}
        {told && maySee ? <ReportLinks key={told.report.cycle.id} cycle={told.report.cycle} on={on} /> : null}
        <OtherReports view={view} />
      </div>
    </Page>
  );
}
