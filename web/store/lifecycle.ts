import type { Wake } from "../sync/engine.ts";

interface Page {
  visibilityState: "visible" | "hidden";
  addEventListener(type: "visibilitychange", listener: () => void): void;
}

/** The page's document; undefined in the worker. */
export const page = (globalThis as { document?: Page }).document;
export const isVisible = () => page?.visibilityState !== "hidden";

/** Turns what the browser says about the page and the network into hints for the engines. */
export function watchLifecycle(wake: (why: Wake) => void): void {
  addEventListener("online", () => wake("online"));
  addEventListener("offline", () => wake("offline"));
  // Back from the back/forward cache, where timers stood still.
  addEventListener("pageshow", () => wake("visible"));
  page?.addEventListener("visibilitychange", () => wake(isVisible() ? "visible" : "hidden"));
}
