import { plural } from "../../ui/day.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatValue } from "../../ui/value.ts";
import styles from "./Guardrails.module.css";
import type { Guardrail } from "./guardrails.ts";

/** Each breached guardrail by name and number; when all are kept, one quiet line. */
export function Guardrails({ guardrails }: { guardrails: readonly Guardrail[] }) {
  if (guardrails.length === 0) return null;
  const breached = guardrails.filter((one) => one.guard === "breached");
  if (breached.length === 0)
    return (
      <p className={styles.kept}>
        <StatusMark status="ok">{`${plural(guardrails.length, "guardrail")} kept`}</StatusMark>
      </p>
    );
  return (
    <ul className={styles.breached}>
      {breached.map(({ metric, value }) => (
        <li key={metric.id}>
          <StatusMark status="bad">{metric.name}</StatusMark>{" "}
          <span className={styles.words}>
            {formatValue(value, metric.unit)} against {limitWords(metric, value)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function limitWords({ floor, ceiling, unit }: Guardrail["metric"], value: number): string {
  return ceiling !== undefined && value > ceiling
    ? `a ceiling of ${formatValue(ceiling, unit)}`
    : `a floor of ${formatValue(floor, unit)}`;
}
