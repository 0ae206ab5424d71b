import { metricStanding } from "../../../shared/metrics/standing.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { guardWords } from "../../ui/guard-words.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";

/** A guardrail with its sentence: kept or breached, against what, for how long. */
export function GuardrailRow({
  metric,
  series,
  href,
  today,
}: {
  metric: RowOf<"metric">;
  series: readonly RowOf<"reading">[];
  href: string;
  today: string;
}) {
  const { guard, old, ageDays } = metricStanding(metric, series, today);
  const values = series.map((one) => one.value);
  const age = old && ageDays !== undefined ? `, ${ageDays} days old` : "";
  return (
    <ListRow
      href={href}
      title={metric.name}
      detail={values.length === 0 ? "no reading yet" : `${guardWords(metric, values)}${age}`}
      end={
        guard === undefined ? (
          <StatusMark status="no-data" />
        ) : (
          <StatusMark status={guard === "breached" ? "bad" : "ok"}>{guard}</StatusMark>
        )
      }
    />
  );
}
