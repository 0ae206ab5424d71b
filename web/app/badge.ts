import { useEffect } from "react";

/** Puts the count on the installed app's icon, where the platform has one. */
export function useAppBadge(count: number): void {
  useEffect(() => {
    // Refused where notifications are not allowed (iOS); the tab still shows the count.
    const shown = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
    shown?.catch(() => {});
  }, [count]);
}
