import { useEffect, useState } from "react";
import { type SyncState, useSyncState } from "../store/sync-state.ts";

/** Says changes of the sync state to screen readers, politely; the same words stand on screen. */
export function SyncStatus() {
  const state = useSyncState();
  const words = wordsOf(state);
  const [first, setFirst] = useState(words);
  useEffect(() => {
    if (words !== first) setFirst("");
  }, [words, first]);
  return (
    <p className="visually-hidden" role="status">
      {words === first ? "" : words}
    </p>
  );
}

function wordsOf({ phase, pending }: SyncState): string {
  if (phase === "offline") return "Offline, saves to this phone.";
  if (phase === "signed-out") return "Signed out. What you write is kept on this phone.";
  if (phase === "refused" || phase === "update-needed")
    return "Sending has stopped. What you write is kept on this phone.";
  if (pending > 0) return "Saved on this phone, waiting to be sent.";
  return "Everything is on the server.";
}
