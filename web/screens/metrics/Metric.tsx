import { useState } from "react";
import { useParams } from "wouter";
import { useLive, useToday } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { dismissOverwrite, restoreMine, useOverwrites } from "../../store/overwrites.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Overwrites } from "../../ui/Overwrites.tsx";
import { Page } from "../../ui/Page.tsx";
import { MarkedDays } from "./MarkedDays.tsx";
import { MetricActions } from "./MetricActions.tsx";
import { MetricFacts } from "./MetricFacts.tsx";
import { MetricKeyResults } from "./MetricKeyResults.tsx";
import { MetricNow } from "./MetricNow.tsx";
import { MetricOmtm } from "./MetricOmtm.tsx";
import { MetricSegments } from "./MetricSegments.tsx";
import { MetricSignals } from "./MetricSignals.tsx";
import { metricRows } from "./metric-rows.ts";
import { ProposeStar } from "./ProposeStar.tsx";
import { ReadingSources } from "./ReadingSources.tsx";
import { Readings } from "./Readings.tsx";
import { cadences, kindWord } from "./words.ts";

/** One metric: where it stands, its line, what it means, who moves it, and its readings. */
export function Metric() {
  const { id = "" } = useParams<{ id: string }>();
  const today = useToday();
  const [segment, setSegment] = useState("");
  const rows = useLive((read) => metricRows(read, id), [id]);
  const [mayRecord, mayRevise] = useMay([
    ["reading.record", { metricId: id }],
    ["metric.revise", { metricId: id }],
  ]);
  const overwrites = useOverwrites({ kind: "metric", id });
  if (rows === undefined) return null;
  const back = { href: "/star", label: "the North Star" };
  if (rows === null)
    return (
      <Page title="Metric" back={back}>
        <EmptyState
          title="This metric is not here"
          body="It may have been defined on a phone that has not sent it yet."
          action={<Button href="/star">See the North Star</Button>}
        />
      </Page>
    );
  const { metric, readings } = rows;
  const retired = metric.state === "retired";
  const cadence = cadences.find((one) => one.value === metric.cadence)!.label.toLowerCase();
  const records = mayRecord === true && !retired;
  return (
    <Page
      title={metric.name}
      detail={`${kindWord(metric.kind)} · ${cadence}${metric.estimated ? " · estimated" : ""}${retired ? " · retired" : ""}`}
      back={back}
      aside={
        <>
          <MetricFacts rows={rows} />
          <MetricOmtm rows={rows} />
          <MetricKeyResults rows={rows} />
          {records ? <ReadingSources metricId={id} /> : null}
          {retired ? null : <MetricActions metric={metric} leaning={rows.leaning} />}
        </>
      }
    >
      <Overwrites
        overwrites={overwrites}
        mayRestore={mayRevise === true && !retired}
        onRestore={restoreMine}
        onDismiss={dismissOverwrite}
      />
      <MetricNow
        metric={metric}
        readings={readings}
        segment={segment}
        onSegment={setSegment}
        today={today}
        records={records}
        noted={rows}
      />
      <MetricSignals metricId={id} today={today} />
      <MarkedDays rows={rows} today={today} />
      <MetricSegments metric={metric} readings={readings} today={today} />
      {rows.isProposable && !retired ? <ProposeStar metricId={id} /> : null}
      <Readings rows={rows} segment={segment} today={today} corrects={records} />
    </Page>
  );
}
