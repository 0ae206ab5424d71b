import { Suspense } from "react";
import { useSession } from "../store/session.ts";
import { useSyncState } from "../store/sync-state.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { isClockWrong } from "./clock.ts";

const NoticeBanners = lazyPart(() => import("./NoticeBanners.tsx"), "NoticeBanners");

/** The banners of an unusual state; in the usual one nothing is shown and nothing is loaded. */
export function Notices() {
  const sync = useSyncState();
  const session = useSession();
  const erased = session.state === "signed-in" ? session.erased : undefined;
  const usual =
    (sync.phase === "idle" || sync.phase === "sending") &&
    sync.attention === 0 &&
    sync.storageFull !== true &&
    !isClockWrong(sync.skewMs) &&
    erased === undefined;
  if (usual) return null;
  return (
    <Suspense>
      <NoticeBanners sync={sync} erased={erased} />
    </Suspense>
  );
}
