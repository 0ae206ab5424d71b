import { fitAdvice, fitQuestions } from "../../../shared/metrics/fit.ts";
import { starModels } from "../../../shared/metrics/star-models.ts";
import { valueQuestions } from "../../../shared/metrics/star-tests.ts";
import { plural } from "../../ui/day.ts";
import type { WorkshopRows } from "./workshop-rows.ts";

/** The seven steps in order. Each can be left and come back to; none waits for the one before. */
export const steps = ["fit", "why", "value", "model", "candidates", "choose", "sign"] as const;
export type Step = (typeof steps)[number];

export const titles: Record<Step, string> = {
  fit: "Does it fit us?",
  why: "Why we exist",
  value: "Where the value is",
  model: "Kind of business, and examples",
  candidates: "Two or three candidates",
  choose: "Compare and choose",
  sign: "Sign it",
};

export const home = "/star/workshop";
export const addressOf = (step: Step) => `${home}/${step}`;
export const addressOfCandidate = (id: string) => `${home}/candidates/${id}`;
export const after = (step: Step): Step | undefined => steps[steps.indexOf(step) + 1];
export const before = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];

/** How far a step has come, and what stands there, in words. */
export interface Standing {
  step: Step;
  state: "open" | "begun" | "done";
  words: string;
}

export function standings(rows: WorkshopRows): Standing[] {
  return steps.map((step) => ({ step, ...standingOf[step](rows) }));
}

/** Where to go on: the first step that is not done; undefined when all are. */
export function nextStep(rows: WorkshopRows): Step | undefined {
  return standings(rows).find((one) => one.state !== "done")?.step;
}

type Told = Omit<Standing, "step">;
const open: Told = { state: "open", words: "not begun" };

const standingOf: Record<Step, (rows: WorkshopRows) => Told> = {
  fit({ workshop }) {
    const { answered, standing } = fitAdvice(workshop.fit);
    if (answered === 0) return open;
    if (answered < fitQuestions.length)
      return { state: "begun", words: `${answered} of ${fitQuestions.length} answered` };
    const words = { open: "", fits: "it fits", mixed: "with care", poor: "perhaps too early" };
    return { state: "done", words: words[standing] };
  },
  why: ({ workshop }) => (workshop.statement ? { state: "done", words: "written" } : open),
  value({ workshop }) {
    const answered = valueQuestions.filter(({ key }) => workshop[key]).length;
    if (answered === 0) return open;
    const all = answered === valueQuestions.length;
    return { state: all ? "done" : "begun", words: `${answered} of ${valueQuestions.length} answered` };
  },
  model({ workshop }) {
    const model = starModels.find((one) => one.value === workshop.businessModel);
    return model ? { state: "done", words: model.label } : open;
  },
  candidates({ shortlist, chosen, rejected }) {
    const count = shortlist.length + chosen.length;
    if (count + rejected.length === 0) return open;
    const fell = rejected.length > 0 ? `, ${rejected.length} rejected` : "";
    return {
      state: chosen.length > 0 || count >= 2 ? "done" : "begun",
      words: `${plural(count, "candidate")}${fell}`,
    };
  },
  choose({ chosen, stars }) {
    if (stars.length === 0) return open;
    return { state: "done", words: chosen.at(-1)?.name ?? "proposed without a shortlist" };
  },
  sign({ stars }) {
    if (stars.length === 0) return open;
    const unsigned = stars.filter((one) => one.state === "proposed");
    if (unsigned.length === 0) return { state: "done", words: "committed" };
    const given = Math.max(...unsigned.map((one) => one.signatures.length));
    return { state: "begun", words: given === 0 ? "proposed until signed" : "one signature is missing" };
  },
};
