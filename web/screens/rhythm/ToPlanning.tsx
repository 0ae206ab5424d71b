import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";

/** From the look back at a cycle to the plan of the next one: what was not reached is carried over there. */
export function ToPlanning({ cycle, cycles }: { cycle: RowOf<"cycle">; cycles: readonly RowOf<"cycle">[] }) {
  const [mayOpen] = useMay([["cycle.open", {}]]);
  const later = cycles
    .filter((one) => one.startsOn > cycle.startsOn && one.id !== cycle.id)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const planned = later.find((one) => one.state === "planning");
  if (planned !== undefined)
    return (
      <Button kind="owed" big href={`/cycle/plan?cycle=${planned.id}&step=carry-over`}>
        Carry over to planning
      </Button>
    );
  if (later.length > 0 || mayOpen !== true) return null;
  return (
    <Button kind="owed" big href="/cycle/new">
      Open the next cycle
    </Button>
  );
}
