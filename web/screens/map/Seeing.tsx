import type { ReactNode } from "react";
import { type BaseLocationHook, Router, useParams } from "wouter";
import { navigate } from "wouter/use-browser-location";
import { useMemberId } from "../../store/me.ts";
import { formatDayLong } from "../../ui/day.ts";
import { Page } from "../../ui/Page.tsx";
import { usePrinting } from "../../ui/printing.ts";
import { useTurn } from "../../ui/turn.ts";
import { useWide } from "../../ui/wide.ts";
import { Audit } from "./Audit.tsx";
import { Lines } from "./Lines.tsx";
import { MapView } from "./MapView.tsx";
import { useAsked } from "./use-asked.ts";
import { useMoment, useSeen } from "./use-seen.ts";
import { useView } from "./use-view.ts";
import styles from "./ViewTabs.module.css";
import { ViewTabs } from "./ViewTabs.tsx";
import { cycleWords } from "./words.ts";

/**
 * How it all hangs together, seen three ways: the map, the audit of what bears load, everybody's line. All three are
 * kept ready, so that going from one to the next costs nothing.
 */
export function Seeing() {
  const [view, go] = useView();
  const me = useMemberId();
  const { id = me } = useParams<{ id?: string }>();
  const [asked, ask] = useAsked();
  const wide = useWide();
  const printing = usePrinting();
  const rows = useSeen();
  const when = useMoment();
  if (rows === undefined) return null;
  const drawn = view === "map" && (printing || (wide && asked.as !== "outline"));
  const name = rows.members.find((one) => one.id === id)?.name ?? "Somebody who left";
  const titles = {
    map: "Alignment",
    audit: "Does it bear load?",
    lines: id === me ? "My line to the star" : `${name}: line to the star`,
  };
  const tabs = <ViewTabs here={view === "map" && !drawn ? "outline" : view} onGo={go} />;
  const past = view === "map" ? asked.on : undefined;
  return (
    <Page
      title={titles[view]}
      detail={past === undefined ? cycleWords(rows.cycle, rows.on) : `as it stood on ${formatDayLong(past)}`}
      back={{ href: "/star", label: "the North Star" }}
      action={wide ? tabs : undefined}
      wide={drawn ? "full" : false}
    >
      {wide ? null : tabs}
      <Router hook={useStill}>
        <div className={styles.stack}>
          <View here={view === "map"}>
            <MapView rows={rows} when={when} asked={asked} ask={ask} />
          </View>
          <View here={view === "audit"}>
            <Audit rows={rows} at={when} me={me} />
          </View>
          <View here={view === "lines"}>
            <Lines rows={rows} at={when} me={me} id={id} here={view === "lines"} />
          </View>
        </div>
      </Router>
    </Page>
  );
}

/** A view that stays drawn while another is looked at; those not asked for are drawn when their turn comes. */
function View({ here, children }: { here: boolean; children: ReactNode }) {
  const ready = useTurn(true);
  return here || ready ? (
    <div className={styles.view} hidden={!here}>
      {children}
    </div>
  ) : null;
}

/** The address for what is inside the views: they lead away from here and never ask where here is. */
function useStill(): ReturnType<BaseLocationHook> {
  return ["/star/map", navigate];
}
