import { useSearch } from "wouter";
import { useMay } from "../../store/may.ts";
import { bringCycle, isOlder } from "../../store/older-cycle.ts";
import { type ReportView, useReport } from "../../store/reports.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Report.module.css";
import { ReportActions } from "./ReportActions.tsx";
import { ReportLinks } from "./ReportLinks.tsx";
import { ReportPaper } from "./ReportPaper.tsx";

const back = { href: "/rhythm", label: "the rhythm" };

/** A cycle on one page for a stakeholder: to read, to print, to copy, and to share by a link. */
export function Report() {
  const asked = new URLSearchParams(useSearch()).get("cycle") ?? undefined;
  const view = useReport(asked);
  const [maySee] = useMay([["review.open", { beat: "monthly", cycleId: view?.cycle?.id ?? "" }]]);
  if (!view) return <Page title="Report" back={back} children={null} />;
  const { report, text, cycle, cycles } = view;
  if (report === undefined || text === undefined || cycle === undefined)
    return (
      <Page title="Report" back={back}>
        <EmptyState
          title={cycle === undefined ? "Nothing to report yet" : `${cycle.name} has not begun`}
          body="A report tells what a committed cycle came to: the North Star, what moved, what was decided, what is next."
          action={<Button href={cycle === undefined ? "/cycle" : "/rhythm/report"}>See the cycle</Button>}
        />
        <OtherReports view={view} />
      </Page>
    );
  return (
    <Page title={text.title} detail={text.detail} back={back} wide>
      {isOlder(cycles, cycle) ? <OlderRows key={cycle.id} cycleId={cycle.id} /> : null}
      <ReportPaper report={report} text={text} />
      <div className={styles.around}>
        <ReportActions text={text} />
        {maySee ? <ReportLinks key={cycle.id} cycle={cycle} /> : null}
        <OtherReports view={view} />
      </div>
    </Page>
  );
}

/** An older cycle's rows come from the server when its report is opened, and stay. */
function OlderRows({ cycleId }: { cycleId: string }) {
  const [answer, again] = useAnswer(() => bringCycle(cycleId), { key: cycleId });
  if (answer.state === "here") return null;
  if (answer.state === "waiting") return <p role="status">Fetching this cycle from the server.</p>;
  return <NeedsServer code={answer.code} what="An older cycle" onAgain={again} />;
}

function OtherReports({ view: { cycles, cycle } }: { view: ReportView }) {
  const others = cycles.filter((one) => one.id !== cycle?.id && one.state !== "planning");
  return (
    <Section title="Other reports">
      <Card flush>
        {others.map((one) => (
          <ListRow
            key={one.id}
            href={`/rhythm/report?cycle=${one.id}`}
            title={one.name}
            detail={one.state === "closed" ? "closed, with each input’s look back" : one.state}
          />
        ))}
        <ListRow href="/tv" title="On a wall" detail="Large, turning by itself, without a network too" />
      </Card>
    </Section>
  );
}
