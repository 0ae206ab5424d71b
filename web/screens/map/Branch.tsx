import { memo, useSyncExternalStore } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { MapNode } from "../../../shared/okrs/map-node.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Folds } from "./folds.ts";
import type { SeenRows } from "./map-rows.ts";
import styles from "./Outline.module.css";
import { PlaceRow } from "./PlaceRow.tsx";
import { titleOf } from "./words.ts";

/** What every branch is drawn from; one object for all of them. */
export interface Shared {
  map: AlignmentMap;
  rows: SeenRows;
  shown: ReadonlySet<string> | undefined;
  folds: Folds;
  /** Whether a branch nobody touched is open. */
  opens: (node: MapNode) => boolean;
}

/** A place with what hangs below it. Opening one draws that one alone. */
export const Branch = memo(function Branch({ node, shared }: { node: MapNode; shared: Shared }) {
  const { folds, shown, opens } = shared;
  const below = shown === undefined ? node.below : node.below.filter((one) => shown.has(one.id));
  const open = useSyncExternalStore(
    (changed) => folds.subscribe(node.id, changed),
    () => folds.isOpen(node.id, opens(node)),
  );
  return (
    <li className={styles.branch} id={node.id}>
      <div className={styles.row}>
        {below.length === 0 ? (
          <span className={styles.leaf} />
        ) : (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-label={`What stands below ${titleOf(node)}`}
            onClick={() => folds.set(node.id, !open)}
          >
            <Icon name="forward" />
          </button>
        )}
        <PlaceRow node={node} shared={shared} />
      </div>
      {open && below.length > 0 ? (
        <ul className={styles.below}>
          {below.map((one) => (
            <Branch key={one.id} node={one} shared={shared} />
          ))}
        </ul>
      ) : null}
    </li>
  );
});
