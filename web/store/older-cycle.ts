import type { RowOf } from "../../shared/sync/mutation.ts";
import type { WireRow } from "../../shared/sync/protocol.ts";
import { call } from "../api-client.ts";
import { keepOlder } from "../sync/older-cycle.ts";
import { currentPhone } from "./signed-in.ts";

/** Whether a phone is not given this cycle's rows by itself: closed, and not the last that closed. */
export function isOlder(cycles: readonly RowOf<"cycle">[], { id }: { id: string }): boolean {
  const closed = cycles.filter((one) => one.state === "closed").sort(latestFirst);
  return closed.findIndex((one) => one.id === id) > 0;
}

/** Fetches an older cycle's rows and keeps them on this phone. Throws ApiError, code "offline" without a network. */
export async function bringCycle(cycleId: string): Promise<void> {
  const phone = currentPhone();
  if (phone === undefined) return;
  const { workspaceId } = phone.who;
  for (let after = 0; ; ) {
    const path = `/api/cycles/${cycleId}/rows?after=${after}&workspace=${workspaceId}`;
    const page = await call<{ rows: WireRow[]; after: number; more: boolean }>("GET", path);
    await phone.db.write((tx) => keepOlder(tx, page.rows));
    if (!page.more) return;
    after = page.after;
  }
}

function latestFirst(a: RowOf<"cycle">, b: RowOf<"cycle">): number {
  if (a.endsOn === b.endsOn) return a.id < b.id ? 1 : -1;
  return a.endsOn < b.endsOn ? 1 : -1;
}
