import { reminderOpened } from "../store/push-api.ts";
import { session, subscribe } from "../store/signed-in.ts";
import { keepSubscription } from "./subscribe.ts";

const launched = new Set<string>();

/**
 * What push does once the app stands: for whoever is signed in, and signs in later, the subscription is kept alive and
 * the reminder they came from is reported. A bonus: none of it may fail the app.
 */
export function keepPush(): void {
  subscribe(launch);
  launch();
}

function launch(): void {
  const now = session();
  if (now.state !== "signed-in" || launched.has(now.personId)) return;
  launched.add(now.personId);
  void reportOpened().catch(() => {});
  void keepSubscription(now.personId).catch(() => {});
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
