import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { KeyResultNode, MapNode } from "../../../shared/okrs/map-node.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Sparkline } from "../../charts/Sparkline.tsx";
import { Bar } from "../../ui/Bar.tsx";
import { Button } from "../../ui/Button.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatNumber, formatValue } from "../../ui/value.ts";
import { breachedWords } from "./breached.ts";
import styles from "./Drawing.module.css";
import { linksFrom } from "./map-links.ts";
import type { SeenRows } from "./map-rows.ts";
import { metricMark } from "./metric-mark.ts";
import { hrefOf, kindWords, linkWords, statusWords, tallyWords, titleOf } from "./words.ts";

/** What is known of the place whose line is lit; before one is chosen, how to read the drawing. */
export function MapDetail({
  node,
  map,
  rows,
  many,
}: {
  node: MapNode | undefined;
  /** There are so many ties that only those of the chosen place are drawn. */
  many: boolean;
  map: AlignmentMap;
  rows: SeenRows;
}) {
  if (node === undefined)
    return (
      <aside className={styles.detail} aria-label="How to read it">
        <ul className={styles.legend}>
          <li>
            Read it from the right: a key result moves what its line leads to, and all lines end in the star.
          </li>
          <li>
            Dashed lines tie what also belongs elsewhere{many ? "; here those of the place you choose" : ""}.
          </li>
          <li>Choose a place to see its line and what is known of it.</li>
        </ul>
      </aside>
    );
  const href = hrefOf(node);
  return (
    <aside className={styles.detail} aria-label="What is chosen">
      <p className={styles.kind}>{kindWords(node)}</p>
      <h2>{titleOf(node)}</h2>
      <Known node={node} map={map} rows={rows} />
      {linksFrom(map, node.id).map((one) => (
        <p key={one.to} className={styles.soft}>
          It {linkWords(one, map.nodes.get(one.to)!)}.
        </p>
      ))}
      {href === undefined ? null : <Button href={href}>Open it</Button>}
    </aside>
  );
}

function Known({ node, map, rows }: { node: MapNode; map: AlignmentMap; rows: SeenRows }) {
  switch (node.as) {
    case "key-result":
      return <KeyResultKnown node={node} map={map} rows={rows} />;
    case "objective":
      return (
        <>
          <p className={styles.soft}>
            {[node.squad?.name ?? (node.row.squadId ? undefined : "The company"), tallyWords(node.tally)]
              .filter(Boolean)
              .join(" · ") || "No key result yet."}
          </p>
          {node.row.why ? <p>{node.row.why}</p> : null}
          {node.row.exempt ? <p>Exempt from reaching the star: {node.row.exempt.reason}</p> : null}
        </>
      );
    case "outcomes":
      return node.metrics.map((one) => <MetricKnown key={one.id} metric={one} rows={rows} named />);
    default:
      return (
        <>
          {node.northStar ? <p>{node.northStar.statement}</p> : null}
          <MetricKnown metric={node.metric} rows={rows} />
          <p className={styles.soft}>{tallyWords(node.tally)}</p>
        </>
      );
  }
}

function MetricKnown({ metric, rows, named }: { metric: RowOf<"metric">; rows: SeenRows; named?: boolean }) {
  const { status, word } = metricMark(metric, rows);
  const values = (rows.series.get(metric.id) ?? []).slice(-26).map((one) => one.value);
  return (
    <>
      {named ? <p>{metric.name}</p> : null}
      <p className={styles.numbers}>
        <span>{formatValue(values.at(-1), metric.unit)}</span>
        <StatusMark status={status}>{word}</StatusMark>
      </p>
      {values.length > 2 ? <Sparkline values={values} /> : null}
      {named ? null : <p className={styles.soft}>{metric.definition}</p>}
    </>
  );
}

function KeyResultKnown({ node, map, rows }: { node: KeyResultNode; map: AlignmentMap; rows: SeenRows }) {
  const { row, status, progress, expected, last, owner } = node;
  const metric = row.moves && map.nodes.get(`metric/${row.moves.metricId}`);
  const now = last?.latest.value;
  const breached = breachedWords(node, rows);
  return (
    <>
      <p className={styles.soft}>
        {owner?.name ?? "Nobody owns it"}
        {row.moves && metric
          ? `. Moves ${titleOf(metric)}, because ${row.moves.because}`
          : ". Moves nothing yet"}
      </p>
      {status === "draft" ? (
        <StatusMark status="quiet">{statusWords.draft}</StatusMark>
      ) : (
        <StatusMark status={status} />
      )}
      {breached ? <StatusMark status="bad">{breached}</StatusMark> : null}
      {progress === undefined ? null : (
        <>
          <Bar
            progress={progress}
            expected={expected}
            label={`${Math.round(progress * 100)}% of the way, ${Math.round(expected * 100)}% expected by now`}
          />
          <p className={styles.numbers}>
            <span>{now === undefined ? "" : `now ${formatNumber(now, row.unit)}`}</span>
            <span>{row.target === undefined ? "" : `target ${formatValue(row.target, row.unit)}`}</span>
          </p>
        </>
      )}
      {last ? (
        <p>
          {owner?.name ?? "The owner"} says {last.latest.confidence} of 10
          {last.latest.note ? `: “${last.latest.note}”` : ""}
        </p>
      ) : null}
    </>
  );
}
