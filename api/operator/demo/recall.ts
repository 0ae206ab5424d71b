import { addDays } from "../../../shared/time/local-date.ts";
import { cast, type Persona } from "./cast.ts";
import type { ToldCycle } from "./cycles.ts";
import type { Teller } from "./story.ts";

/** Who could not pick the North Star from four, cycle by cycle; those not asked yet in the running one. */
const wrong: Persona[][] = [["tomas", "aiko", "vic", "lena"], ["vic", "lena"], ["vic"]];
const notYet: Persona[] = ["henrik", "lena", "tomas"];

/** Each quarter asks once. */
export function tellRecall({ tell, member, metric }: Teller, cycles: readonly ToldCycle[]): void {
  for (const [index, { cycleId, quarter }] of cycles.entries())
    for (const persona of Object.keys(cast) as Persona[]) {
      if (index === cycles.length - 1 && notYet.includes(persona)) continue;
      const choice = wrong[index]?.includes(persona)
        ? metric("monthly-revenue")
        : metric("listening-per-wau");
      const at = `${addDays(quarter.startsOn, 12)}T1${persona.length}:20:00.000Z`;
      tell(member(persona), "recall.answer", { cycleId, choice }, at);
    }
}
