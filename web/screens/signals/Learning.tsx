import { seriesOf } from "../../../shared/metrics/series.ts";
import { learningWords } from "../../../shared/signals/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** Readings a metric needs before one is held against them; days of the week are told apart only after three weeks. */
const needed = { daily: 21, weekly: 6, monthly: 6 } as const;

/** Metrics that cannot be judged yet, so that silence about them is not taken for calm. */
export function Learning({ squadId }: { squadId: string | undefined }) {
  const young = useLive((read) => readYoung(read), []);
  const here = young?.filter(
    ({ metric }) => squadId === undefined || (metric.squadId ?? "company") === squadId,
  );
  if (here === undefined || here.length === 0) return null;
  return (
    <Section title="Still learning" end={String(here.length)}>
      <Card flush>
        <ul>
          {here.map(({ metric, readings }) => (
            <li key={metric.id}>
              <ListRow
                href={`/metrics/${metric.id}`}
                title={metric.name}
                detail={learningWords(readings, needed[metric.cadence])}
              />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

async function readYoung(read: Reader): Promise<{ metric: RowOf<"metric">; readings: number }[]> {
  const metrics = (await read.list("metric")).filter((one) => one.state === "active");
  const counted = await Promise.all(
    metrics.map(async (metric) => ({
      metric,
      readings: seriesOf(await read.list("reading", metric.id)).length,
    })),
  );
  return counted
    .filter(({ metric, readings }) => readings < needed[metric.cadence])
    .sort((a, b) => b.readings - a.readings || a.metric.name.localeCompare(b.metric.name));
}
