import type { RowOf } from "../../shared/sync/mutation.ts";
import type { WireRow } from "../../shared/sync/protocol.ts";
import { ApiError, call } from "../api-client.ts";
import { keepOlder } from "../sync/older-cycle.ts";
import type { OlderCycle, Tx } from "../sync/storage.ts";
import { asRow, keyOf, viewInCycle, viewUnder } from "../sync/view.ts";
import { useStored } from "./live.ts";
import { currentPhone } from "./signed-in.ts";

/** A cycle that is over, and whether this phone holds its rows; "partly" when fetching them was interrupted. */
export interface PastCycle {
  cycle: RowOf<"cycle">;
  held: "here" | "partly" | "away";
}

/** Every closed cycle, the latest first. Undefined until read. */
export function usePastCycles(): PastCycle[] | undefined {
  return useStored(pastCycles, []);
}

/** Whether a phone is not given this cycle's rows by itself: closed, and not the last that closed. */
export function isOlder(cycles: readonly RowOf<"cycle">[], { id }: { id: string }): boolean {
  const closed = cycles.filter((one) => one.state === "closed").sort(latestFirst);
  return closed.findIndex((one) => one.id === id) > 0;
}

/**
 * Fetches an older cycle's rows and keeps them on this phone; `told` hears after each page how many rows have come.
 * Goes on where it was interrupted, and of a cycle that is here brings only what changed since. Throws ApiError, code
 * "offline" without a network.
 */
export async function bringCycle(cycleId: string, told: (rows: number) => void = () => {}): Promise<void> {
  const phone = currentPhone();
  if (phone === undefined) return;
  const { workspaceId } = phone.who;
  const [before, generation] = await phone.db.read((tx) =>
    Promise.all([tx.meta.get("older").then((older) => older?.[cycleId]), tx.meta.get("generation")]),
  );
  for (let after = before?.after ?? 0, count = 0; ; ) {
    const path = `/api/cycles/${encodeURIComponent(cycleId)}/rows?after=${after}&workspace=${workspaceId}`;
    const page = await call<{ rows: WireRow[]; after: number; more: boolean }>("GET", path);
    const whole = !page.more || before?.whole === true;
    await phone.db.write(async (tx) => {
      // The server's history changed meanwhile: what came belongs to another one.
      if ((await tx.meta.get("generation")) !== generation) throw new ApiError("unreadable");
      await keepOlder(tx, page.rows, { cycleId, after: page.after, whole });
    });
    count += page.rows.length;
    told(count);
    if (!page.more) return;
    after = page.after;
  }
}

/** The same in a transaction of its own. */
export async function pastCycles(tx: Tx): Promise<PastCycle[]> {
  const cycles = (await viewUnder(tx, keyOf("cycle", ""))).map((row) => asRow<"cycle">(row));
  const older = await tx.meta.get("older");
  const past: PastCycle[] = [];
  for (const cycle of cycles.filter((one) => one.state === "closed").sort(latestFirst))
    past.push({ cycle, held: await heldOf(tx, cycles, cycle, older?.[cycle.id]) });
  return past;
}

async function heldOf(
  tx: Tx,
  cycles: readonly RowOf<"cycle">[],
  cycle: RowOf<"cycle">,
  fetched: OlderCycle | undefined,
): Promise<PastCycle["held"]> {
  if (fetched !== undefined) return fetched.whole ? "here" : "partly";
  if (!isOlder(cycles, cycle)) return "here";
  // It was never fetched, but may have stayed from when it was the running one.
  return (await viewInCycle(tx, keyOf("objective", cycle.id))).length > 0 ? "here" : "away";
}

function latestFirst(a: RowOf<"cycle">, b: RowOf<"cycle">): number {
  if (a.endsOn === b.endsOn) return a.id < b.id ? 1 : -1;
  return a.endsOn < b.endsOn ? 1 : -1;
}
