import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { useMay } from "../../../store/may.ts";
import { Button } from "../../../ui/Button.tsx";

/** From the look back at a cycle to the plan of the next one: what was not reached is carried over there. */
export function ToPlanning({ cycle, cycles }: { cycle: RowOf<"cycle">; cycles: readonly RowOf<"cycle">[] }) {
  const [mayOpen] = useMay([["cycle.open", {}]]);
  const [next] = cycles
    .filter((one) => one.startsOn > cycle.startsOn && one.id !== cycle.id)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  if (next?.state === "planning")
    return (
      <Button kind="owed" big href={`/cycle/plan?cycle=${next.id}&step=carry-over`}>
        Carry over to planning
      </Button>
    );
  if (next !== undefined) return <Button href={`/cycle?cycle=${next.id}`}>See what came next</Button>;
  return mayOpen ? (
    <Button kind="owed" big href="/cycle/new">
      Open the next cycle
    </Button>
  ) : null;
}
