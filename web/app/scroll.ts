import { useEffect } from "react";

let wentBack = false;
addEventListener("popstate", () => {
  wentBack = true;
});

/** A screen that was opened starts at its top; one that was gone back to stays where the browser puts it. */
export function useScrollToTop(path: string): void {
  useEffect(() => {
    if (!wentBack) window.scrollTo(0, 0);
    wentBack = false;
  }, [path]);
}
