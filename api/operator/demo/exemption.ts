import { occurrencesBetween } from "../../../shared/check-ins/occurrence.ts";
import type { Span } from "../../../shared/okrs/quarter.ts";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import type { Teller } from "./story.ts";

/**
 * The catalog squad's declared exemption: it moves no input, it keeps the lights on. Its key result measures a health
 * metric, so that each check-in is the metric's reading too.
 */
export function exempt(teller: Teller, cycleId: string, quarter: Span, planned: string): void {
  const { chance, now, tell, member, squad, metric } = teller;
  const objectiveId = chance.id(planned);
  const keyResultId = chance.id(planned);
  const objective = {
    ...{ id: objectiveId, cycleId, squadId: squad("catalog"), title: "Play starts whenever somebody asks" },
    exempt: { reason: "Two licence stores move this quarter; until then this only keeps the lights on." },
  };
  tell(member("aiko"), "objective.draft", objective, planned);
  const keyResult = {
    ...{ id: keyResultId, objectiveId, ownerId: member("aiko"), direction: "stay-below", target: 0.006 },
    title: "Play starts that fail stay below 0.6%",
    unit: { label: "", scale: "ratio", decimals: 2 },
    measures: metric("failed-starts"),
  };
  tell(member("aiko"), "key-result.draft", keyResult, planned);
  const occurrences = occurrencesBetween(defaultRhythm, addDays(quarter.startsOn, 5), quarter.endsOn);
  for (const { dueOn } of occurrences) {
    const at = `${addDays(dueOn, -1)}T23:${String(10 + Math.floor(chance.next() * 45))}:00.000Z`;
    const value = Number(Math.max(0.002, 0.0044 + chance.normal() * 0.0004).toFixed(4));
    const id = chance.id(at);
    if (at <= now) tell(member("aiko"), "check-in.record", { id, keyResultId, value, confidence: 8 }, at);
  }
}
