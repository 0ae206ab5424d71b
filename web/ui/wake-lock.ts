import { useEffect } from "react";

/** Keeps the screen on while this is shown, where the browser can; it gives up quietly where it may not. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const release = () => void lock?.release().catch(() => {});
    const ask = async () => {
      if (document.visibilityState !== "visible" || over) return;
      lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
      if (over) release();
    };
    // A page that was hidden has lost it.
    const again = () => void ask();
    document.addEventListener("visibilitychange", again);
    again();
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", again);
      release();
    };
  }, []);
}
