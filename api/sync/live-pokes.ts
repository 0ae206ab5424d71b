import type { Live } from "./live.ts";
import type { Sync } from "./sync.ts";

/** Pokes after each commit of this process, and ends the streams of a member who was removed by it. */
export function pokeOnCommit(sync: Pick<Sync, "onCommit">, live: Live): void {
  sync.onCommit((workspaceId, revision, changed) => {
    live.poke(workspaceId, revision);
    const removed = new Set(changed.filter(isRemovedMember).map((one) => one.id));
    if (removed.size > 0) live.close((one) => one.workspaceId === workspaceId && removed.has(one.memberId));
  });
}

function isRemovedMember({ kind, body }: { kind: string; body: string | null }): boolean {
  return kind === "member" && body !== null && JSON.parse(body).state === "removed";
}
