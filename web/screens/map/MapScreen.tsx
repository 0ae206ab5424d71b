import { useMemo } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import { filterMap } from "../../../shared/okrs/map-filter.ts";
import { useToday } from "../../store/live.ts";
import { Banner } from "../../ui/Banner.tsx";
import { formatDayLong } from "../../ui/day.ts";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Page } from "../../ui/Page.tsx";
import { usePrinting } from "../../ui/printing.ts";
import { useWide } from "../../ui/wide.ts";
import { MapBody } from "./MapBody.tsx";
import { MapFilters } from "./MapFilters.tsx";
import type { SeenRows } from "./map-rows.ts";
import { type Asked, useAsked } from "./use-asked.ts";
import { usePast } from "./use-past.ts";
import { mapOf, useMoment, useSeen } from "./use-seen.ts";
import { ViewTabs } from "./ViewTabs.tsx";
import { cycleWords } from "./words.ts";

/** The alignment map: how every goal connects, now or on a past day. */
export function MapScreen() {
  const rows = useSeen();
  const when = useMoment();
  const [asked, ask] = useAsked();
  if (rows === undefined) return null;
  if (asked.on !== undefined) return <PastMap now={rows} asked={asked} ask={ask} on={asked.on} />;
  return <Seen rows={rows} map={mapOf(rows, when)} asked={asked} ask={ask} />;
}

type Asking = { asked: Asked; ask: (patch: Partial<Asked>) => void };

function PastMap({ now, on, ...asking }: Asking & { now: SeenRows; on: string }) {
  const [answer, again] = usePast(on, now.cycles);
  const rows = answer.state === "here" && answer.value?.on === on ? answer.value : undefined;
  if (rows !== undefined) return <Seen rows={rows} map={mapOf(rows, on)} {...asking} />;
  return (
    <Frame detail={`as of ${formatDayLong(on)}`} {...asking} rows={now} map={undefined} found={undefined}>
      {answer.state === "refused" ? (
        <NeedsServer code={answer.code} what="The map of a past day" onAgain={again} />
      ) : answer.state === "here" && answer.value === undefined ? (
        <Banner
          tone="quiet"
          icon="clock"
          title="Nothing was here yet"
          body="The workspace begins after that day."
        />
      ) : (
        <p role="status">Fetching that day from the server.</p>
      )}
    </Frame>
  );
}

function Seen({ rows, map, ...asking }: Asking & { rows: SeenRows; map: AlignmentMap }) {
  const { squadId, status, text, on } = asking.asked;
  const shown = useMemo(() => filterMap(map, { squadId, status, text }), [map, squadId, status, text]);
  const found = useMemo(
    () => shown && [...shown].filter((id) => map.nodes.get(id)?.as === "key-result").length,
    [map, shown],
  );
  const when = on === undefined ? "" : `as of ${formatDayLong(on)} · `;
  return (
    <Frame
      detail={`${when}${cycleWords(rows.cycle, rows.on)}`}
      rows={rows}
      map={map}
      found={found}
      {...asking}
    >
      <MapBody map={map} rows={rows} shown={shown} {...asking} />
    </Frame>
  );
}

function Frame({
  detail,
  children,
  ...filters
}: Asking & {
  detail: string;
  rows: SeenRows;
  map: AlignmentMap | undefined;
  found: number | undefined;
  children: React.ReactNode;
}) {
  const today = useToday();
  const wide = useWide();
  const printing = usePrinting();
  const drawn = wide && filters.asked.as !== "outline";
  const tabs = <ViewTabs here={drawn ? "map" : "outline"} />;
  return (
    <Page
      title="Alignment"
      detail={detail}
      back={{ href: "/star", label: "the North Star" }}
      action={wide ? tabs : undefined}
      wide={drawn || printing ? "full" : false}
    >
      {wide ? null : tabs}
      <MapFilters today={today} {...filters} />
      {children}
    </Page>
  );
}
