import { Link } from "wouter";
import type { MapNode, MetricNode } from "../../../shared/okrs/map-node.ts";
import { classes } from "../../ui/classes.ts";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatNumber } from "../../ui/value.ts";
import type { Shared } from "./Branch.tsx";
import { linksFrom, linksTo } from "./map-links.ts";
import { metricMark } from "./metric-mark.ts";
import styles from "./Outline.module.css";
import { reveal } from "./outline-keys.ts";
import { hrefOf, isUnmoved, kindWords, linkWords, statusWords, tallyWords, titleOf } from "./words.ts";

/** What a place is and where it stands, and the ties it has beside the tree. */
export function PlaceRow({ node, shared }: { node: MapNode; shared: Shared }) {
  const href = hrefOf(node);
  const kind = node.as === "key-result" ? "" : kindWords(node);
  return (
    <div className={styles.place}>
      {href === undefined ? (
        <span className={classes(styles.title, styles.whole)}>{titleOf(node)}</span>
      ) : (
        <Link href={href} className={styles.link} data-step>
          <span className={styles.title}>{titleOf(node)}</span>{" "}
          {kind === "" ? null : <span className={styles.kind}>{kind}</span>}
        </Link>
      )}
      <Standing node={node} shared={shared} />
      <Ties node={node} shared={shared} />
    </div>
  );
}

function Standing({ node, shared: { rows } }: { node: MapNode; shared: Shared }) {
  if (node.as === "key-result")
    return (
      <p className={styles.standing}>
        {node.status === "draft" ? (
          <StatusMark status="quiet">{statusWords.draft}</StatusMark>
        ) : (
          <StatusMark status={node.status} />
        )}
        <span>{node.owner?.name ?? "nobody owns it"}</span>
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
            <Link href={`/metrics/${one.id}`} className={styles.outcome}>
              {one.name}{" "}
              <span className={styles.value}>
                {formatNumber(rows.series.get(one.id)?.at(-1)?.value, one.unit)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    );
  const metric = node.as === "outcomes" ? node.metrics[0]! : (node as MetricNode).metric;
  const { status, word, value } = metricMark(metric, rows);
  return (
    <p className={styles.standing}>
      <span className={styles.value}>{value}</span>
      {isUnmoved(node) && node.as === "metric" ? (
        <StatusMark status="warn">nobody moves it this cycle</StatusMark>
      ) : (
        <StatusMark status={status}>{word}</StatusMark>
      )}
      {node.as === "metric" ? <span>{tallyWords(node.tally)}</span> : null}
    </p>
  );
}

/** So many ties into a place are named. */
const most = 4;

/** Links that leave the tree: where it also belongs, and what elsewhere moves or serves it. */
function Ties({ node, shared }: { node: MapNode; shared: Shared }) {
  const { map, shown, folds } = shared;
  const inSight = (id: string) => shown?.has(id) ?? true;
  const out = linksFrom(map, node.id).filter((one) => inSight(one.to));
  const into = linksTo(map, node.id).filter((one) => inSight(one.from) && one.as !== "parent");
  if (out.length + into.length === 0) return null;
  const go = (id: string) => reveal(id, map, folds);
  return (
    <ul className={styles.ties}>
      {out.map((one) => (
        <li key={one.as + one.to}>
          <button type="button" className={styles.tie} onClick={() => go(one.to)}>
            {linkWords(one, map.nodes.get(one.to)!)}
          </button>
        </li>
      ))}
      {into.slice(0, most).map((one) => (
        <li key={one.as + one.from}>
          <button type="button" className={styles.tie} onClick={() => go(one.from)}>
            {one.as === "moves" ? "moved" : "served"} from elsewhere by “{titleOf(map.nodes.get(one.from)!)}”
          </button>
        </li>
      ))}
      {into.length > most ? <li>and by {into.length - most} more</li> : null}
    </ul>
  );
}
