import { memo, useCallback, useSyncExternalStore } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { MapNode } from "../../../shared/okrs/map-node.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useTurn } from "../../ui/turn.ts";
import type { Folds } from "./folds.ts";
import { linksFrom, linksTo } from "./map-links.ts";
import type { SeenRows } from "./map-rows.ts";
import styles from "./Outline.module.css";
import { PlaceRow } from "./PlaceRow.tsx";
import { isAlone, Ties } from "./Ties.tsx";
import { titleOf } from "./words.ts";

/** What every branch is drawn from; one object for all of them. */
export interface Shared {
  map: AlignmentMap;
  rows: SeenRows;
  folds: Folds;
  /** Whether a branch nobody touched is open. */
  opens: (node: MapNode) => boolean;
  /** Whether shut branches and what is out of sight are drawn too, hidden, so that showing them costs little. */
  ahead: boolean;
}

/** The ids that stay in sight; undefined for everything. */
export type Shown = ReadonlySet<string> | undefined;

interface Placed {
  node: MapNode;
  shown: Shown;
  shared: Shared;
}

/** A place with what hangs below it. */
export function Branch(placed: Placed) {
  const { node, shown } = placed;
  const isSkipped = node.as === "objective";
  return (
    <li
      id={node.id}
      ref={isSkipped ? (one) => holdRoom(one, placed) : undefined}
      className={isSkipped ? styles.branch : undefined}
      hidden={!isIn(shown, node)}
    >
      <Inside {...placed} />
    </li>
  );
}

/**
 * A branch that was never in sight takes about the room it will take there, so that the page keeps its length. Said once,
 * when it is drawn: the browser remembers what was in sight, and saying it anew makes narrowing slower.
 */
function holdRoom(one: HTMLElement | null, placed: Placed): void {
  if (one === null || one.style.containIntrinsicBlockSize !== "") return;
  one.style.containIntrinsicBlockSize = `auto calc(${rowsOf(placed.node, placed)} * var(--row))`;
}

/** A tie takes half of what a place takes. */
function rowsOf(node: MapNode, placed: Placed): number {
  const { map, folds, opens } = placed.shared;
  const own = 1 + (linksFrom(map, node.id).length + linksTo(map, node.id).length) / 2;
  if (!folds.isOpen(node.id, opens(node))) return own;
  const inSight = node.below.filter((one) => isIn(placed.shown, one));
  return inSight.reduce((sum, one) => sum + rowsOf(one, placed), own);
}

/** What goes out of sight stays as it was drawn, so that narrowing works through what stays and nothing else. */
const Inside = memo(
  function Inside({ node, shown, shared }: Placed) {
    const { map, rows, folds, opens, ahead } = shared;
    const { id } = node;
    const ready = useTurn(ahead && node.below.length > 0);
    const open = useSyncExternalStore(
      useCallback((changed) => folds.subscribe(id, changed), [folds, id]),
      () => folds.isOpen(id, opens(node)),
    );
    const below = ready ? node.below : node.below.filter((one) => isIn(shown, one));
    const toggles = below.some((one) => isIn(shown, one));
    return (
      <>
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
              <Branch key={one.id} node={one} shown={shown} shared={shared} />
            ))}
          </ul>
        ) : null}
      </>
    );
  },
  (before, now) => !isIn(now.shown, now.node) || isSame(before, now),
);

function isSame(before: Placed, now: Placed): boolean {
  if (before.node !== now.node) return false;
  const { map, rows } = now.shared;
  if (isAlone(now.node, map)) return before.shared.map === map && before.shared.rows === rows;
  return before.shown === now.shown && before.shared === now.shared;
}

export function isIn(shown: Shown, { id }: MapNode): boolean {
  return shown?.has(id) ?? true;
}
