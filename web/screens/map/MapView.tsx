import { memo, useMemo } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import { filterMap } from "../../../shared/okrs/map-filter.ts";
import { useToday } from "../../store/live.ts";
import { Banner } from "../../ui/Banner.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { MapBody } from "./MapBody.tsx";
import { MapFilters } from "./MapFilters.tsx";
import type { SeenRows } from "./map-rows.ts";
import type { Asked } from "./use-asked.ts";
import { usePast } from "./use-past.ts";
import { mapOf } from "./use-seen.ts";

type Asking = { asked: Asked; ask: (patch: Partial<Asked>) => void };

/** The alignment map: how every goal connects, now or on a past day. */
export const MapView = memo(function MapView({
  rows,
  when,
  ...asking
}: Asking & { rows: SeenRows; when: number }) {
  const { on } = asking.asked;
  if (on !== undefined) return <PastMap now={rows} on={on} {...asking} />;
  return <Seen rows={rows} map={mapOf(rows, when)} {...asking} />;
});

function PastMap({ now, on, ...asking }: Asking & { now: SeenRows; on: string }) {
  const today = useToday();
  const [answer, again] = usePast(on, now.cycles);
  const there = answer.state === "here" && answer.value.on === on ? answer.value.rows : undefined;
  if (there !== undefined) return <Seen rows={there} map={mapOf(there, on)} {...asking} />;
  return (
    <>
      <MapFilters {...asking} rows={now} map={undefined} today={today} found={undefined} />
      {answer.state === "refused" ? (
        <NeedsServer code={answer.code} what="The map of a past day" onAgain={again} />
      ) : answer.state === "here" && answer.value.on === on ? (
        <Banner
          tone="quiet"
          icon="clock"
          title="Nothing was here yet"
          body="The workspace begins after that day."
        />
      ) : (
        <p role="status">Fetching that day from the server.</p>
      )}
    </>
  );
}

function Seen({ rows, map, ...asking }: Asking & { rows: SeenRows; map: AlignmentMap }) {
  const { squadId, status, text } = asking.asked;
  const today = useToday();
  const shown = useMemo(() => filterMap(map, { squadId, status, text }), [map, squadId, status, text]);
  const found = useMemo(
    () => shown && [...shown].filter((id) => map.nodes.get(id)?.as === "key-result").length,
    [map, shown],
  );
  return (
    <>
      <MapFilters {...asking} rows={rows} map={map} today={today} found={found} />
      <MapBody {...asking} rows={rows} map={map} shown={shown} />
    </>
  );
}
