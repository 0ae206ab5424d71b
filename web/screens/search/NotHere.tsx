import { usePastCycles } from "../../store/older-cycle.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { plural } from "../../ui/day.ts";

/** Which older cycles this phone does not hold, so that nobody takes their silence for an answer. */
export function NotHere({ nothing }: { nothing: boolean }) {
  const away = usePastCycles()?.filter((one) => one.held !== "here") ?? [];
  if (away.length === 0) return null;
  const [one] = away;
  return (
    <Banner
      tone="quiet"
      icon="clock"
      title={`${away.length === 1 ? one!.cycle.name : plural(away.length, "older cycle")} not on this phone`}
      body={`What was written there is not searched${nothing ? ", and may hold it" : ""}. Opened once, a cycle stays here.`}
      action={<Button href="/cycle/past">Past cycles</Button>}
    />
  );
}
