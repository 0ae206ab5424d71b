import type { WireRow } from "../../shared/sync/protocol.ts";
import { placesOf } from "./places.ts";
import type { OlderCycle, Tx } from "./storage.ts";
import { keyOf } from "./view.ts";

/** Keeps rows of a cycle too old for a pull to bring, and how far it has come. What is here already and newer stays. */
export async function keepOlder(
  tx: Tx,
  rows: readonly WireRow[],
  about: { cycleId: string } & OlderCycle,
): Promise<void> {
  const live = rows.flatMap(({ kind, id, revision, body, deleted }) =>
    body === undefined || deleted === true
      ? []
      : [{ key: keyOf(kind, id), revision, body, ...placesOf(kind, body) }],
  );
  const gone = rows.filter((row) => row.deleted === true);
  const goneKeys = gone.map((row) => keyOf(row.kind, row.id));
  const here = await tx.rows.many(live.map((row) => row.key));
  const goneHere = await tx.rows.many(goneKeys);
  await tx.rows.put(live.filter((row, index) => row.revision > (here[index]?.revision ?? -1)));
  await tx.rows.drop(
    goneKeys.filter((_key, index) => gone[index]!.revision > (goneHere[index]?.revision ?? 0)),
  );
  const { cycleId, ...held } = about;
  await tx.meta.put("older", { ...(await tx.meta.get("older")), [cycleId]: held });
}
