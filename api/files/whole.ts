import type { Database } from "../db/client.ts";
import { pieceSize } from "./pieces.ts";
import * as store from "./store.ts";

/**
 * Stores a body that is known to be the right one, whatever the workspace holds already. What lies in its place goes: a
 * try that was broken off has left it.
 */
export async function storeWhole(
  database: Database,
  key: store.FileKey,
  body: Uint8Array,
  at: string,
): Promise<void> {
  await database.write([...store.forget(key), store.reserve(key, body.length, Number.MAX_SAFE_INTEGER, at)]);
  for (let start = 0; start < body.length; start += pieceSize)
    await database.write([store.append(key, start, body.subarray(start, start + pieceSize))]);
  await database.write([store.markWhole(key, at)]);
}
