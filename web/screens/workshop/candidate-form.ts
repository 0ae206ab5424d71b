import type { BusinessModel } from "../../../shared/metrics/business-model.ts";
import type { Candidate } from "../../../shared/metrics/candidate.ts";
import { starExamples } from "../../../shared/metrics/star-examples.ts";
import type { Args } from "../../../shared/sync/catalog.ts";

/** A candidate as it is typed; "" is not chosen. */
export interface CandidateForm {
  name: string;
  definition: string;
  businessModel: BusinessModel | "";
  cadence: NonNullable<Candidate["cadence"]> | "";
  reach: NonNullable<Candidate["reach"]> | "";
  metricId: string;
}

/** A blank one, begun from an entry of the example library when its number is given. */
export function begunFrom(entry: string | null, businessModel: BusinessModel | undefined): CandidateForm {
  const blank: CandidateForm = {
    ...{
      name: "",
      definition: "",
      businessModel: businessModel ?? "",
      cadence: "weekly",
      reach: "",
      metricId: "",
    },
  };
  const example = entry !== null && /^\d{1,3}$/.test(entry) ? starExamples[Number(entry)] : undefined;
  if (example === undefined) return blank;
  const { metric, definition, businessModel: its, cadence, reach } = example;
  return { ...blank, name: metric, definition, businessModel: its, cadence, reach };
}

export function formOf(row: Candidate): CandidateForm {
  const { name, definition, businessModel = "", cadence = "", reach = "", metricId = "" } = row;
  return { name, definition, businessModel, cadence, reach, metricId };
}

export function mistakesIn({
  name,
  definition,
}: CandidateForm): Partial<Record<keyof CandidateForm, string>> {
  return {
    ...(name.trim() === "" && { name: "Give it the name people would say." }),
    ...(definition.trim() === "" && { definition: "Say what exactly is counted, over which time, of whom." }),
    ...(definition.trim().length > 2000 && { definition: "Shorten it to 2000 characters." }),
  };
}

export function proposeArgs(form: CandidateForm, id: string): Args<"candidate.propose"> {
  const { name, definition, ...rest } = form;
  const chosen = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
  return { id, name: name.trim(), definition: definition.trim(), ...chosen };
}

/** Only what was touched, so that what a colleague changed meanwhile stays; "" clears. */
export function reviseArgs(typed: Partial<CandidateForm>, candidateId: string): Args<"candidate.revise"> {
  const changes = Object.entries(typed).map(([key, value]) => [key, value.trim() || null]);
  return { candidateId, ...Object.fromEntries(changes) };
}
