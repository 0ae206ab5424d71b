import type { Report } from "../../../shared/reviews/report.ts";
import type { FocusView } from "../../store/focus.ts";

export type Slide = "star" | "inputs" | "objectives" | "focus";

/** What a wall has to show, in its order; what is empty is left out. */
export function slidesOf(report: Report, focus: Pick<FocusView, "squads"> | undefined): Slide[] {
  const slides: [Slide, boolean][] = [
    ["star", report.star !== undefined],
    ["inputs", report.inputs.length > 0],
    ["objectives", report.groups.length > 0],
    ["focus", focus?.squads.some((one) => one.focus.keyResult !== undefined) === true],
  ];
  return slides.filter(([, there]) => there).map(([slide]) => slide);
}
