import { useEffect, useRef } from "react";

/** What keys of a whole page do while it is shown; one inside a field or with a modifier is the browser's. */
export function usePageKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inside = event.target instanceof Element && event.target.closest("button, a, input, textarea");
      if (event.ctrlKey || event.metaKey || event.altKey || (inside && event.key === " ")) return;
      const does = latest.current[event.key];
      if (does === undefined) return;
      event.preventDefault();
      does();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
