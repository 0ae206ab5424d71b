import type { Candidate } from "../../../shared/metrics/candidate.ts";
import { starModels } from "../../../shared/metrics/star-models.ts";
import type { Mark } from "../../ui/StatusMark.tsx";
import { type Verdict, verdictOptions } from "../../ui/verdict-words.ts";

export function answerWord(answer: Verdict | undefined): string {
  return verdictOptions.find((one) => one.value === answer)?.label ?? "Not answered yet";
}

/** What a sceptic's verdict says. */
export const scepticWords: Record<NonNullable<Candidate["sceptic"]>["verdict"], string> = {
  yes: "a customer would care",
  no: "a customer would not care",
  unsure: "not sure",
};

export const scepticMarks: Record<keyof typeof scepticWords, Mark> = { yes: "ok", no: "bad", unsure: "warn" };

export const reaches = [
  { value: "depth", label: "Depth", hint: "How much each customer gets." },
  { value: "breadth", label: "Breadth", hint: "How many customers get something." },
] as const;

export const cadences = [
  { value: "daily", label: "Daily" },
  { value: "weekly", label: "Weekly" },
  { value: "monthly", label: "Monthly" },
] as const;

/** "Attention · weekly · depth", as far as it is known. */
export function tagsOf({
  businessModel,
  cadence,
  reach,
}: Pick<Candidate, "businessModel" | "cadence" | "reach">) {
  return [starModels.find((one) => one.value === businessModel)?.label, cadence, reach]
    .filter(Boolean)
    .join(" · ");
}
