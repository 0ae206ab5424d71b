import type { Args } from "../../../shared/sync/catalog.ts";

export interface MarkForm {
  type: Args<"event.mark">["type"];
  on: string;
  /** The last day of a dip; "" is that one day. */
  untilOn: string;
  text: string;
  everywhere: boolean;
  rebaseline: boolean;
}

export const blankMark = (today: string): MarkForm => ({
  type: "launch",
  on: today,
  untilOn: "",
  text: "",
  everywhere: false,
  rebaseline: false,
});

/** What the form misses, by field. */
export function markMistakes({ type, on, untilOn, text }: MarkForm): Partial<Record<keyof MarkForm, string>> {
  const wrong = type === "expected-dip" && untilOn !== "" && untilOn < on;
  return {
    ...(text.trim() === "" ? { text: "Say what it is, in a few words." } : {}),
    ...(on === "" ? { on: "Choose the day." } : {}),
    ...(wrong ? { untilOn: "It ends before it begins." } : {}),
  };
}

/** The mutation's arguments: only what holds for this type is sent. */
export function markArgs(
  id: string,
  metricId: string,
  { type, on, untilOn, text, everywhere, rebaseline }: MarkForm,
): Args<"event.mark"> {
  return {
    ...{ id, type, on, text: text.trim() },
    ...(everywhere ? {} : { metricId }),
    ...(type === "expected-dip" && untilOn !== "" ? { untilOn } : {}),
    ...(type !== "expected-dip" && rebaseline ? { rebaseline } : {}),
  };
}
