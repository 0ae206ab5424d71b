import { bringCycle, usePastCycles } from "../../store/older-cycle.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { OlderCycle } from "../../ui/OlderCycle.tsx";
import { addressOf, nameOf } from "../../ui/review-name.ts";
import { lackingCycle } from "./lacking.ts";
import type { Asked } from "./review-view.ts";

/**
 * Said where an address names a review that is not on this phone: those of an older cycle are fetched, and any other
 * was never held, or is still to come.
 */
export function NotHeld({ beat, squadId, on, today }: Omit<Asked, "on"> & { on: string; today: string }) {
  const past = usePastCycles();
  if (past === undefined) return null;
  const lacking = lackingCycle({ beat, on }, past);
  if (lacking !== undefined) return <OlderCycle cycleId={lacking} bring={bringCycle} />;
  const name = nameOf(on, beat, today);
  const isToCome = on > today;
  return (
    <EmptyState
      title={isToCome ? "This one is still to come" : "This one was not held"}
      body={isToCome ? `Nothing is decided for ${name} yet.` : `So nothing was decided for ${name}.`}
      action={
        <>
          {beat === "weekly" && squadId !== undefined && !isToCome ? (
            <Button href={`/rhythm/digest/${squadId}/${on}`}>Read that week’s digest</Button>
          ) : null}
          <Button href={addressOf({ beat, squadId })}>Go to the next one</Button>
        </>
      }
    />
  );
}
