import { standing } from "../../../../shared/okrs/line.ts";
import { type PlanningStep, planningSteps } from "../../../../shared/okrs/planning.ts";
import { formatValue } from "../../../ui/value.ts";
import type { PlanningRows } from "./planning-rows.ts";
import { stepWords } from "./planning-words.ts";

/** How long each step takes where the inputs were read beforehand. */
const minutes: Record<PlanningStep, number> = {
  star: 5,
  inputs: 5,
  squads: 5,
  "carry-over": 5,
  company: 5,
  objectives: 10,
  "key-results": 15,
  load: 5,
  gate: 5,
};

/** What is asked at each step down from the star; the answers are the plan. */
const cascade = [
  "North Star: if it kept rising, would customers be better off?",
  "Input: which lever trails, and can we move it?",
  "Squad: which of us can move that lever this cycle?",
  "Objective: what will be true for customers then? One that does not help the star: why does it exist?",
  "Key result: which number shows it, from where to where, who answers for it, and because why?",
  "Bet: will it move an input, and would that input plausibly move the star?",
];

/** The agenda of a planning session as text, for an invitation or for paper: the star on top, then the steps. */
export function agendaText(rows: PlanningRows): string {
  const northStar = standing(rows.northStars)[0];
  const metric = rows.metrics.find((one) => one.id === northStar?.metricId);
  const last = metric && rows.series.get(metric.id)?.at(-1)?.value;
  const all = planningSteps.reduce((sum, step) => sum + minutes[step], 0);
  return [
    `Planning ${rows.cycle.name}, ${all} minutes`,
    "",
    metric === undefined
      ? "North Star: none yet"
      : `North Star: ${[metric.name, last === undefined ? undefined : formatValue(last, metric.unit)].filter(Boolean).join(", ")}`,
    ...(northStar === undefined ? [] : [northStar.statement]),
    "",
    ...planningSteps.map(
      (step, index) =>
        `${index + 1}. ${stepWords[step].title} (${minutes[step]} min): ${stepWords[step].asks}`,
    ),
    "",
    "Questions from the star down",
    ...cascade.map((one) => `- ${one}`),
  ].join("\n");
}
