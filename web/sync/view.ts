import type { Kind } from "../../shared/sync/catalog.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import type { OverlayRow, StoredRow, Tx } from "./storage.ts";

/** The key of a row, and of a place: "kind/id", "kind/parent id", "kind/cycle id". */
export const keyOf = (kind: string, id: string) => `${kind}/${id}`;
export const idOf = (key: string) => key.slice(key.indexOf("/") + 1);
export const kindOf = (key: string) => key.slice(0, key.indexOf("/")) as Kind;

/** A row as screens and rules see it. */
export interface ViewRow {
  key: string;
  revision: number;
  body: object;
}

// Chained and not awaited: Dexie carries a transaction across only so many native awaits, and a screen reads many rows.

/** The row with pending work laid over it; undefined when there is none or pending work deleted it. */
export function viewOne(tx: Tx, key: string): PromiseLike<ViewRow | undefined> {
  return tx.overlay
    .get(key)
    .then((over): ViewRow | undefined | PromiseLike<ViewRow | undefined> =>
      over === undefined ? tx.rows.get(key) : live(over),
    );
}

/** The live rows listed under a parent's place. */
export function viewUnder(tx: Tx, place: string): PromiseLike<ViewRow[]> {
  return tx.rows
    .under(place)
    .then((rows) =>
      tx.overlay.at(place).then((overlay) => merged(rows, overlay, (over) => over.parent === place)),
    );
}

/** The live rows listed under a cycle's place. */
export function viewInCycle(tx: Tx, place: string): PromiseLike<ViewRow[]> {
  return tx.rows
    .inCycle(place)
    .then((rows) =>
      tx.overlay.at(place).then((overlay) => merged(rows, overlay, (over) => over.cycle === place)),
    );
}

/** What is read of a row: its body with its id and revision. */
export function asRow<K extends Kind>({ key, revision, body }: ViewRow): RowOf<K> {
  return { ...body, id: idOf(key), revision } as RowOf<K>;
}

function merged(rows: StoredRow[], overlay: OverlayRow[], stillHere: (over: OverlayRow) => boolean) {
  if (overlay.length === 0) return rows;
  const byKey = new Map<string, ViewRow>(rows.map((row) => [row.key, row]));
  for (const over of overlay) {
    const row = stillHere(over) ? live(over) : undefined;
    if (row) byKey.set(over.key, row);
    else byKey.delete(over.key);
  }
  return [...byKey.values()];
}

function live(over: OverlayRow): ViewRow | undefined {
  return over.body === null ? undefined : { key: over.key, revision: over.revision, body: over.body };
}
