import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { MapNode } from "../../../shared/okrs/map-node.ts";
import type { Folds } from "./folds.ts";
import { linksFrom, linksTo } from "./map-links.ts";
import styles from "./Outline.module.css";
import { reveal } from "./outline-keys.ts";
import { linkWords, titleOf } from "./words.ts";

/** So many ties into a place are named. */
const most = 4;

/** Links that leave the tree: where it also belongs, and what elsewhere moves or serves it. */
export function Ties({
  id,
  map,
  shown,
  folds,
}: {
  id: string;
  map: AlignmentMap;
  shown: ReadonlySet<string> | undefined;
  folds: Folds;
}) {
  const inSight = (one: string) => shown?.has(one) ?? true;
  const out = linksFrom(map, id).filter((one) => inSight(one.to));
  const into = linksTo(map, id).filter((one) => inSight(one.from) && one.as !== "parent");
  if (out.length + into.length === 0) return null;
  const tie = (to: string, words: string) => (
    <li key={words}>
      <button type="button" className={styles.tie} onClick={() => reveal(to, map, folds)}>
        {words}
      </button>
    </li>
  );
  const named = (one: string) => titleOf(map.nodes.get(one)!);
  return (
    <ul className={styles.ties}>
      {out.map((one) => tie(one.to, linkWords(one, map.nodes.get(one.to)!)))}
      {into
        .slice(0, most)
        .map((one) =>
          tie(one.from, `${one.as === "moves" ? "moved" : "served"} from elsewhere by “${named(one.from)}”`),
        )}
      {into.length > most ? <li>and by {into.length - most} more</li> : null}
    </ul>
  );
}

/** Whether nothing hangs below a place and nothing is tied to it: it looks the same whatever else is in sight. */
export function isAlone({ id, below }: MapNode, map: AlignmentMap): boolean {
  return below.length + linksFrom(map, id).length + linksTo(map, id).length === 0;
}
