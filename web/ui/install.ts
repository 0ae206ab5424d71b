import { useSyncExternalStore } from "react";
import { installOf } from "./install-way.ts";

/** Chromium's offer to install, which it makes once and which must be kept to be used at a better moment. */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: "accepted" | "dismissed" }>;
}

/**
 * `offered`: one tap installs it. `by-hand`: Share, then Add to Home Screen. `elsewhere`: an in-app browser, which can
 * neither install nor keep anything. `none`: nothing to say here.
 */
export type Install = "installed" | "offered" | "by-hand" | "elsewhere" | "none";

let offer: InstallOffer | undefined;
let state: Install | undefined;
const listeners = new Set<() => void>();

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event as InstallOffer;
  become("offered");
});
addEventListener("appinstalled", () => become("installed"));

export function useInstall(): Install {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => {
      state ??= recognise();
      return state;
    },
  );
}

/** Shows the browser's own question; answers true when the person agreed. */
export async function install(): Promise<boolean> {
  const asked = offer;
  offer = undefined;
  if (asked === undefined) return false;
  const { outcome } = await asked.prompt();
  become(outcome === "accepted" ? "installed" : "none");
  return outcome === "accepted";
}

function recognise(): Install {
  if (matchMedia("(display-mode: standalone)").matches) return "installed";
  return installOf(navigator.userAgent, navigator.maxTouchPoints);
}

function become(next: Install): void {
  state = next;
  for (const listener of listeners) listener();
}
