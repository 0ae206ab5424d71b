import { bringCycle, usePastCycles } from "../../store/older-cycle.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { OlderCycle } from "../../ui/OlderCycle.tsx";
import { addressOf, nameOf } from "../../ui/review-name.ts";
import type { Asked } from "./review-view.ts";

/**
 * Said where an address names a review that is not on this phone: those of an older cycle are fetched, and any other
 * was never held.
 */
export function NotHeld({ beat, squadId, on, today }: Omit<Asked, "on"> & { on: string; today: string }) {
  const past = usePastCycles();
  if (past === undefined) return null;
  const away = past.find(({ cycle, held }) => held !== "here" && cycle.startsOn <= on && on <= cycle.endsOn);
  if (away !== undefined) return <OlderCycle cycleId={away.cycle.id} bring={bringCycle} />;
  return (
    <EmptyState
      title="This one was not held"
      body={`So nothing was decided for ${nameOf(on, beat, today)}.`}
      action={
        <>
          {beat === "weekly" && squadId !== undefined ? (
            <Button href={`/rhythm/digest/${squadId}/${on}`}>Read that week’s digest</Button>
          ) : null}
          <Button href={addressOf({ beat, squadId })}>Go to the next one</Button>
        </>
      }
    />
  );
}
