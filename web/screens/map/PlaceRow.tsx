import { memo } from "react";
import type { MapNode, MetricNode } from "../../../shared/okrs/map-node.ts";
import { classes } from "../../ui/classes.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatValue } from "../../ui/value.ts";
import { breachedWords } from "./breached.ts";
import type { SeenRows } from "./map-rows.ts";
import { metricMark } from "./metric-mark.ts";
import styles from "./Outline.module.css";
import { hrefOf, isUnmoved, kindWords, statusWords, tallyWords, titleOf } from "./words.ts";

/** What a place is and where it stands. */
export const PlaceRow = memo(function PlaceRow({ node, rows }: { node: MapNode; rows: SeenRows }) {
  const href = hrefOf(node);
  const kind = node.as === "key-result" ? "" : kindWords(node);
  return (
    <>
      {href === undefined ? (
        <span className={classes(styles.title, styles.whole)}>{titleOf(node)}</span>
      ) : (
        <a href={href} className={styles.link} data-step>
          <span className={styles.title}>{titleOf(node)}</span>{" "}
          {kind === "" ? null : <span className={styles.kind}>{kind}</span>}
        </a>
      )}
      <Standing node={node} rows={rows} />
    </>
  );
});

function Standing({ node, rows }: { node: MapNode; rows: SeenRows }) {
  if (node.as === "key-result")
    return (
      <p className={styles.standing}>
        {node.status === "draft" ? (
          <StatusMark status="quiet">{statusWords.draft}</StatusMark>
        ) : (
          <StatusMark status={node.status} />
        )}
        <span>
          {[node.owner?.name ?? "nobody owns it", breachedWords(node, rows)].filter(Boolean).join(" · ")}
        </span>
      </p>
    );
  if (node.as === "objective")
    return (
      <p className={styles.standing}>
        {node.row.exempt === undefined ? null : <StatusMark status="warn">exempt</StatusMark>}
        <span>
          {[node.squad?.name, tallyWords(node.tally) || "no key result yet", node.row.exempt?.reason]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
    );
  if (node.as === "outcomes" && node.metrics.length > 1)
    return (
      <ul className={styles.outcomes}>
        {node.metrics.map((one) => (
          <li key={one.id}>
            <a href={`/metrics/${one.id}`} className={styles.outcome}>
              {one.name}{" "}
              <span className={styles.value}>
                {formatValue(rows.series.get(one.id)?.at(-1)?.value, one.unit)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    );
  const metric = node.as === "outcomes" ? node.metrics[0]! : (node as MetricNode).metric;
  const { status, word } = metricMark(metric, rows);
  const last = rows.series.get(metric.id)?.at(-1);
  return (
    <p className={styles.standing}>
      {last ? <span className={styles.value}>{formatValue(last.value, metric.unit)}</span> : null}
      {isUnmoved(node) && node.as === "metric" ? (
        <StatusMark status="warn">nobody moves it this cycle</StatusMark>
      ) : (
        <StatusMark status={status}>{word}</StatusMark>
      )}
      {node.as === "metric" ? <span>{tallyWords(node.tally)}</span> : null}
    </p>
  );
}
