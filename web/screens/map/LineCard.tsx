import { Link } from "wouter";
import { standing } from "../../../shared/check-ins/history.ts";
import { trend } from "../../../shared/metrics/trend.ts";
import { keyResultNode } from "../../../shared/okrs/map-key-result.ts";
import type { KeyResultPath } from "../../../shared/okrs/paths.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Card } from "../../ui/Card.tsx";
import { formatAgo } from "../../ui/day.ts";
import { deltaWords } from "../../ui/delta-words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatDelta, formatValue } from "../../ui/value.ts";
import styles from "./Lines.module.css";
import type { SeenRows } from "./map-rows.ts";

/** One line, read from the key result up: each step says what it moves, why, and what changed last. */
export function LineCard({ path, rows, at }: { path: KeyResultPath; rows: SeenRows; at: number }) {
  const { keyResult, objective, parent, metrics, northStar, because } = path;
  const checkIns = rows.checkIns.filter((one) => one.keyResultId === keyResult.id);
  const owner = rows.members.find((one) => one.id === keyResult.ownerId);
  const { status } = keyResultNode(keyResult, checkIns, rows, { owner, squadId: undefined, when: at });
  return (
    <Card label={keyResult.title}>
      <ol className={styles.line}>
        <li>
          <Link href={`/key-results/${keyResult.id}`} className={styles.step}>
            {keyResult.title}
          </Link>
          <p className={styles.standing}>
            {status === "draft" ? null : <StatusMark status={status} />}
            <span>{saidWords(keyResult, checkIns, at)}</span>
          </p>
          {objective ? (
            <p className={styles.soft}>
              It is part of “{objective.title}”{parent ? `, which carries “${parent.title}”` : ""}.
            </p>
          ) : null}
        </li>
        {metrics.map((metric, index) => (
          <li key={metric.id}>
            <Link href={`/metrics/${metric.id}`} className={styles.step}>
              {metric.id === northStar?.metricId ? <Icon name="star" /> : null}
              {metric.name}
            </Link>
            {index === 0 && because ? <p className={styles.because}>because {because}</p> : null}
            <p className={styles.soft}>{changeWords(metric, rows)}</p>
          </li>
        ))}
        {northStar === undefined ? (
          <li className={styles.gap}>
            <p>
              {metrics.length === 0
                ? "It names no metric it moves, so its line ends here."
                : "From here no way leads on to the North Star."}
            </p>
          </li>
        ) : null}
      </ol>
    </Card>
  );
}

/** "now 21.0%, +0.5 points on the check-in before, 3 days ago". */
function saidWords(
  keyResult: RowOf<"key-result">,
  checkIns: readonly RowOf<"check-in">[],
  at: number,
): string {
  const said = standing(checkIns);
  const last = said.at(-1);
  if (last === undefined) return "no check-in yet";
  const values = said.flatMap((one) => one.latest.value ?? []);
  const [now, before] = [values.at(-1), values.at(-2)];
  return [
    now === undefined ? undefined : `now ${formatValue(now, keyResult.unit)}`,
    now === undefined || before === undefined
      ? undefined
      : `${formatDelta(now - before, keyResult.unit)} on the check-in before`,
    formatAgo(last.original.at, at),
  ]
    .filter(Boolean)
    .join(", ");
}

function changeWords(metric: RowOf<"metric">, rows: SeenRows): string {
  const moved = trend(metric, rows.series.get(metric.id) ?? []);
  if (moved === null) return "no reading yet";
  return [`now ${formatValue(moved.value, metric.unit)}`, deltaWords(moved, metric)]
    .filter(Boolean)
    .join(", ");
}
