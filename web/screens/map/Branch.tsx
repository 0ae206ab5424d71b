import { memo, useCallback, useSyncExternalStore } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { MapNode } from "../../../shared/okrs/map-node.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Folds } from "./folds.ts";
import type { SeenRows } from "./map-rows.ts";
import styles from "./Outline.module.css";
import { PlaceRow } from "./PlaceRow.tsx";
import { Ties } from "./Ties.tsx";
import { titleOf } from "./words.ts";

/** What every branch is drawn from; one object for all of them. */
export interface Shared {
  map: AlignmentMap;
  rows: SeenRows;
  /** What stays in sight; undefined for everything. */
  shown: ReadonlySet<string> | undefined;
  folds: Folds;
  /** Whether a branch nobody touched is open. */
  opens: (node: MapNode) => boolean;
  /** Shut branches and what is out of sight are drawn too, hidden, so that showing them costs little. */
  ready: boolean;
}

/** A place with what hangs below it. */
export const Branch = memo(function Branch({ node, shared }: { node: MapNode; shared: Shared }) {
  const { map, rows, folds, shown, opens, ready } = shared;
  const { id } = node;
  const inSight = (one: MapNode) => shown?.has(one.id) ?? true;
  const open = useSyncExternalStore(
    useCallback((changed) => folds.subscribe(id, changed), [folds, id]),
    () => folds.isOpen(id, opens(node)),
  );
  const below = ready ? node.below : node.below.filter(inSight);
  const toggles = below.some(inSight);
  return (
    <li id={id} hidden={!inSight(node)}>
      <div className={styles.row}>
        {toggles ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-label={`What stands below ${titleOf(node)}`}
            onClick={() => folds.set(id, !open)}
          >
            <Icon name="forward" />
          </button>
        ) : (
          <span className={styles.leaf} />
        )}
        <div className={styles.place}>
          <PlaceRow node={node} rows={rows} />
          <Ties id={id} map={map} shown={shown} folds={folds} />
        </div>
      </div>
      {(open || ready) && below.length > 0 ? (
        <ul className={styles.below} hidden={!open}>
          {below.map((one) => (
            <Branch key={one.id} node={one} shared={shared} />
          ))}
        </ul>
      ) : null}
    </li>
  );
});
