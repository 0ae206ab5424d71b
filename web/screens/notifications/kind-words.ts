import type { ReminderGroup, Way } from "../../../shared/people/preferences.ts";

/** What each group of reminders is, and for whom. */
export const groupWords: Record<ReminderGroup, { label: string; detail: string }> = {
  "check-ins": {
    label: "Weekly check-in",
    detail: "When yours is due, once more the next working day, and when a PM asks you for it",
  },
  assignments: { label: "New key results", detail: "One became yours" },
  anomalies: { label: "Something changed", detail: "A number of your squads left its usual range" },
  "metric-check": {
    label: "Metric check",
    detail: "For PMs, each week: who has not checked in, what is open",
  },
  rituals: { label: "Reviews and the cycle", detail: "For whoever leads them: reviews, grading, retro" },
  focus: { label: "Daily focus", detail: "The key result your squad acts on today" },
  digest: { label: "Squad digest", detail: "What your squad's week came to" },
};

export const wayWords: Record<Way, string> = {
  push: "On my devices",
  email: "By e-mail",
  both: "Both",
  off: "Off",
};
