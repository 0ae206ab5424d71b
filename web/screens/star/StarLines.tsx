import { Link } from "wouter";
import { lintNorthStars } from "../../../shared/metrics/north-star-lint.ts";
import { formatNumber } from "../../../shared/metrics/value.ts";
import { standing } from "../../../shared/okrs/line.ts";
import { Card } from "../../ui/Card.tsx";
import { Findings } from "../../ui/Findings.tsx";
import styles from "./StarLines.module.css";
import type { StarRows } from "./star-rows.ts";
import { linesOf } from "./star-view.ts";

/** Several North Stars: the umbrella metric above them, and the way from one to the other. Nothing while there is one. */
export function StarLines({ rows }: { rows: StarRows }) {
  const lines = linesOf(rows.northStars);
  if (lines.length < 2) return null;
  const umbrellaId = lines.find((one) => one.umbrellaMetricId !== undefined)?.umbrellaMetricId;
  const umbrella = rows.metrics.find((one) => one.id === umbrellaId);
  const value = umbrella && rows.series.get(umbrella.id)?.at(-1)?.value;
  return (
    <Card label="Several North Stars">
      {umbrella ? (
        <Link href={`/metrics/${umbrella.id}`} className={styles.umbrella}>
          <span className={styles.soft}>The umbrella above them</span>
          <span className={styles.name}>{umbrella.name}</span>
          <span>
            {formatNumber(value, umbrella.unit)} {umbrella.unit.label}
          </span>
        </Link>
      ) : (
        <p>No umbrella metric stands above them yet. The next one cannot be signed without.</p>
      )}
      <nav className={styles.lines} aria-label="Product lines">
        {lines.map((one) => (
          <Link
            key={one.id}
            href={`/star?star=${one.id}`}
            className={styles.line}
            aria-current={one.productLine === rows.northStar?.productLine ? "true" : undefined}
          >
            <span className={styles.name}>{one.productLine ?? "The company"}</span>
            <span className={styles.soft}>
              {rows.metrics.find((metric) => metric.id === one.metricId)?.name}
              {one.state === "proposed" ? " · proposed" : ""}
            </span>
          </Link>
        ))}
      </nav>
      <Findings findings={lintNorthStars(standing(rows.northStars))} label="What lint rules say" />
    </Card>
  );
}
