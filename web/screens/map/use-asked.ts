import { useCallback, useMemo, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { MapFilter } from "../../../shared/okrs/map-filter.ts";
import type { MapStatus } from "../../../shared/okrs/map-node.ts";
import { dayIn } from "../../store/as-of.ts";
import { afterPaint } from "../../ui/after-paint.ts";

/** What the address asks of the map; it survives going to a key result and back. */
export interface Asked extends MapFilter {
  text: string;
  /** A past day. */
  on?: string | undefined;
  /** The place whose line is shown. */
  node?: string | undefined;
  /** The outline on a screen that has room for the drawing. */
  as?: "outline" | undefined;
}

const path = "/star/map";

/**
 * The address as a question, and the way to change it. What is asked is shown first and stands in the address after: of
 * all a tap leads to, writing an address takes browsers longest.
 */
export function useAsked(): [Asked, (patch: Partial<Asked>) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const [told, setTold] = useState<string>();
  const unwritten = useRef<string>(undefined);
  const query = told ?? search;
  const asked = useMemo(() => askedIn(query), [query]);
  const ask = useCallback(
    (patch: Partial<Asked>) => {
      const next = queryOf({ ...asked, ...patch });
      setTold(next);
      unwritten.current = next;
      afterPaint(() => {
        const last = unwritten.current;
        if (last === undefined) return;
        unwritten.current = undefined;
        setTold(undefined);
        // Whoever has gone elsewhere meanwhile is not led back.
        if (location.pathname === path) navigate(last === "" ? path : `${path}?${last}`, { replace: true });
      });
    },
    [asked, navigate],
  );
  return [asked, ask];
}

const statuses: readonly MapStatus[] = [
  "on-pace",
  "behind",
  "off-pace",
  "stale",
  "no-data",
  "too-early",
  "done",
  "draft",
];

/** What stands in an address; what nobody can read in it is left out. */
export function askedIn(search: string): Asked {
  const params = new URLSearchParams(search);
  return {
    squadId: params.get("squad") ?? undefined,
    status: statuses.find((one) => one === params.get("status")),
    text: params.get("find") ?? "",
    on: dayIn(params.get("on")),
    node: params.get("node") ?? undefined,
    as: params.get("as") === "outline" ? "outline" : undefined,
  };
}

export function queryOf({ squadId, status, text, on, node, as }: Asked): string {
  const params = new URLSearchParams();
  if (squadId !== undefined) params.set("squad", squadId);
  if (status !== undefined) params.set("status", status);
  if (text !== "") params.set("find", text);
  if (on !== undefined) params.set("on", on);
  if (node !== undefined) params.set("node", node);
  if (as !== undefined) params.set("as", as);
  return params.toString();
}
