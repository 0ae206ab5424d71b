import type { SyncState } from "../../store/sync-state.ts";
import { formatAgo, formatTime, plural } from "../../ui/day.ts";

export interface WaitingWords {
  title: string;
  detail: string;
  /** The one thing that gets it going again, where syncing alone does not. */
  action?: "sign-in" | "reload";
}

const day = 86_400_000;

/** What waits on this phone and what it waits for, in words; `now` in milliseconds, `files` whose contents are not sent. */
export function waitingWords(sync: SyncState, now: number, files = 0): WaitingWords {
  const { phase, pending, oldestAt, lastSyncedAt } = sync;
  const idle = files === 0 ? "Everything is sent" : `${plural(files, "file")} still to be sent`;
  const title = pending === 0 ? idle : `${pending} waiting to be sent`;
  const oldest = oldestAt === undefined || pending === 0 ? "" : `oldest from ${moment(oldestAt, now)}, `;
  switch (phase) {
    case "sending":
      return { title: pending === 0 ? "Looking for news" : `Sending ${pending}`, detail: "one moment" };
    case "offline":
      return pending === 0
        ? { title, detail: "You are offline. What you do now waits here until you are back." }
        : { title, detail: `${oldest}will go when you are online` };
    case "retrying":
      return { title, detail: `${oldest}the server is not answering, Northing keeps trying` };
    case "signed-out":
      return { title, detail: `${oldest}will go when you sign in again`, action: "sign-in" };
    case "refused":
      return {
        title,
        detail: `${oldest}the server refused this device. Ask an admin, then sync again. Nothing is lost.`,
      };
    case "update-needed":
      return { title, detail: `${oldest}will go after an update`, action: "reload" };
    case "idle":
      if (pending + files > 0) return { title, detail: `${oldest}will go in a moment` };
      return {
        title,
        detail: lastSyncedAt === undefined ? "nothing received yet" : "nothing waits on this phone",
      };
  }
}

function moment(at: string, now: number): string {
  return now - Date.parse(at) < day ? formatTime(at) : formatAgo(at, now);
}
