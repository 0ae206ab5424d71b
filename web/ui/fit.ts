import { type RefObject, useLayoutEffect, useRef } from "react";

/** How often a page is set smaller at most; its style sheet knows a size for each step. */
const steps = 4;

/**
 * Sets a page in smaller type, step by step, until all of it stands within the window: `data-fit` on its element says
 * which step. For pages nobody is near enough to scroll. What does not fit even so is left to be scrolled.
 */
export function useFit(): RefObject<HTMLElement | null> {
  const page = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      const element = page.current;
      if (element === null) return;
      for (let step = 0; step <= steps; step += 1) {
        element.dataset.fit = String(step);
        if (element.getBoundingClientRect().height <= innerHeight) return;
      }
    };
    fit();
    // Its own letters are wider than those that stand in for them.
    void document.fonts.ready.then(fit);
    addEventListener("resize", fit);
    return () => removeEventListener("resize", fit);
  });
  return page;
}
