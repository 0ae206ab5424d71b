import { reminderOpened } from "../store/api.ts";
import { keepSubscription } from "./subscribe.ts";

const launched = new Set<string>();

/**
 * What push does when somebody signed in opens the app: keeps the subscription alive, and reports the reminder they
 * came from. Once a page; a bonus, so it never throws.
 */
export function launchPush(personId: string): void {
  if (launched.has(personId)) return;
  launched.add(personId);
  void reportOpened().catch(() => {});
  void keepSubscription(personId).catch(() => {});
}

/** Where the browser shows messages itself, no worker hears the tap; the address says which message it was. */
async function reportOpened(): Promise<void> {
  const here = new URL(location.href);
  const id = here.searchParams.get("reminder");
  if (id === null) return;
  here.searchParams.delete("reminder");
  history.replaceState(history.state, "", here);
  await reminderOpened(id);
}
