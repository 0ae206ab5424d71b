import type { Metric } from "../../../shared/metrics/metric.ts";
import { anomaliesOf, type Finding } from "../../../shared/signals/anomalies.ts";
import { anomalyId } from "../../../shared/signals/anomaly-id.ts";
import type { MarkedEvent } from "../../../shared/signals/event.ts";
import { metricSeries } from "../../../shared/signals/series-of.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { type Persona, squads } from "./cast.ts";
import { type MetricKey, metrics } from "./metrics.ts";
import type { Teller, Told } from "./story.ts";

/** Anomalies of the last so many days are still to be answered. */
const open = 21;

/** What the detector told in the year, with what people said it was; the newest wait for an answer. */
export function tellAnomalies(teller: Teller, told: readonly Told[]): void {
  const { now, tell, tellAsServer, member, squad, metric } = teller;
  const events = told
    .filter((one) => one.name === "event.mark")
    .map((one) => one.args as unknown as MarkedEvent);
  const recent = addDays(now.slice(0, 10), -open);
  for (const [key, { steward, squad: home }] of Object.entries(metrics)) {
    const id = metric(key as MetricKey);
    const defined = told.find((one) => one.name === "metric.define" && one.args.id === id)!
      .args as unknown as Metric;
    const series = metricSeries({ ...defined, id }, readingsOf(id, told), { events, anomalies: [] });
    const findings = anomaliesOf(
      {
        ...{ name: { kind: "metric", id }, series, isStar: defined.kind === "north-star" },
        ...{ floor: defined.floor, ceiling: defined.ceiling },
        squadId: home === undefined ? undefined : squad(home),
      },
      { followed: 1 },
    );
    const answers: Persona = home === undefined ? steward : squads[home].pm;
    for (const finding of findings) {
      tellAsServer("anomaly.raise", { ...finding }, `${finding.on}T06:00:00.000Z`);
      if (finding.on > recent) continue;
      const said = { anomalyId: anomalyId(finding), ...answerTo(finding, key) };
      tell(member(answers), "anomaly.answer", said, `${addDays(finding.on, 1)}T10:15:00.000Z`);
    }
  }
}

function answerTo({ rule, adverse }: Finding, key: string): { as: string; text: string } {
  if (rule === "ceiling")
    return { as: "explained", text: "An autoplay test ended most first tracks early; it is stopped." };
  if (!adverse)
    return { as: "explained", text: "The daily mix reached everybody, and people stayed for it." };
  if (rule === "last-8")
    return { as: "explained", text: "Many new listeners, who try more; watched, not changed." };
  return key === "listening-per-wau"
    ? { as: "explained", text: "Playback outage on Wednesday, 5 hours in Europe." }
    : { as: "false-alarm", text: "Late events of one day; counted the week after." };
}

/** The readings of a metric as rows, in the order they were told. */
function readingsOf(metricId: string, told: readonly Told[]): RowOf<"reading">[] {
  const said = told.flatMap(({ name, args }) => {
    if (name === "reading.record") return [args];
    const { readings = [], ...rest } = args as { readings?: object[] };
    return name === "reading.record-many" ? readings.map((one) => ({ ...rest, ...one })) : [];
  }) as unknown as RowOf<"reading">[];
  return said
    .filter((one) => one.metricId === metricId)
    .map((one, at) => ({ ...one, id: `${metricId} ${at}`, revision: at + 1 }));
}
