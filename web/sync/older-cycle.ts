import type { WireRow } from "../../shared/sync/protocol.ts";
import { placesOf } from "./places.ts";
import type { Tx } from "./storage.ts";
import { keyOf } from "./view.ts";

/** Keeps rows of a cycle too old for a pull to bring. What is here already and newer stays. */
export async function keepOlder(tx: Tx, rows: readonly WireRow[]): Promise<void> {
  const live = rows.flatMap(({ kind, id, revision, body, deleted }) =>
    body === undefined || deleted === true
      ? []
      : [{ key: keyOf(kind, id), revision, body, ...placesOf(kind, body) }],
  );
  const here = await tx.rows.many(live.map((row) => row.key));
  await tx.rows.put(live.filter((row, index) => row.revision > (here[index]?.revision ?? -1)));
}
