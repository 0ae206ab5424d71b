import { isoNow } from "../../shared/time/instant.ts";
import type { CommitListener } from "../sync/sync.ts";
import type { PeopleDeps } from "./people-deps.ts";

/** Puts each removal of a member where a restore of an older database cannot lose it, before it is answered. */
export function keepRemovals(deps: PeopleDeps): CommitListener {
  return (workspaceId, _revision, changed) => {
    const removed = changed.filter(
      ({ kind, body }) => kind === "member" && body !== null && JSON.parse(body).state === "removed",
    );
    if (removed.length === 0) return;
    const ids = [...new Set(removed.map((one) => one.id))];
    deps.revocations.append(isoNow(deps), "member", ids);
    deps.log.info("member.removed", { workspaceId, members: ids.length });
  };
}
