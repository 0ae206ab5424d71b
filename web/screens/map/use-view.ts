import { useCallback, useState } from "react";
import { useLocation } from "wouter";
import { afterPaint } from "../../ui/after-paint.ts";

export type View = "map" | "audit" | "lines";

const ways = [
  ["/star/map", "map"],
  ["/star/audit", "audit"],
  ["/star/line", "lines"],
] as const;

/** The view the address asks for, and the way to another one: shown first, in the address after, as the filters are. */
export function useView(): [View, (href: string) => void] {
  const [path, navigate] = useLocation();
  const [told, setTold] = useState<View>();
  const go = useCallback(
    (href: string) => {
      setTold(viewAt(href));
      afterPaint(() => {
        setTold(undefined);
        // Whoever has gone elsewhere meanwhile is not led back.
        if (isHere(location.pathname)) navigate(href, { replace: true });
      });
    },
    [navigate],
  );
  return [told ?? viewAt(path), go];
}

function viewAt(path: string): View {
  return ways.find(([start]) => path.startsWith(start))?.[1] ?? "map";
}

function isHere(path: string): boolean {
  return ways.some(([start]) => path.startsWith(start));
}
