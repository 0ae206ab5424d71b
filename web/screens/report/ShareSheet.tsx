import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useToday } from "../../store/live.ts";
import { createReportLink } from "../../store/report-links.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { formatDay } from "../../ui/day.ts";
import { LinkSheet } from "../../ui/LinkSheet.tsx";

/** Makes the link to a cycle's report and hands it over. */
export function ShareSheet({
  cycle,
  on,
  onMade,
  onClose,
}: {
  cycle: RowOf<"cycle">;
  /** The past day it is to tell; absent where it tells the day it is opened. */
  on: string | undefined;
  onMade: () => void;
  onClose: () => void;
}) {
  const today = useToday();
  const day = on && formatDay(on, undefined, today);
  const { phase } = useSyncState();
  return (
    <LinkSheet
      title="Share this report"
      made={{
        title: "Link to this report",
        label: `The report of ${cycle.name}${day === undefined ? "" : ` as of ${day}`}`,
        detail: "For whoever has it",
      }}
      offline={phase === "offline" ? "Printing and copying work without a network" : undefined}
      make={() => createReportLink(cycle.id, on)}
      onMade={onMade}
      onClose={onClose}
    >
      <p>
        Whoever has the link reads this one page without an account: the numbers, what was decided, and the
        names of those who own something. It shows {cycle.name} as it{" "}
        {day === undefined ? "stands when it is opened" : `stood on ${day}`}, for 30 days.
      </p>
    </LinkSheet>
  );
}
