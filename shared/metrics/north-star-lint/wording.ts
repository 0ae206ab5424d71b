export type StarRule = "vanity" | "output" | "composite" | "lagging" | "nps" | "one-team" | "infrequent";

/** Why each fault keeps a metric from being a North Star, and what to look for instead. */
export const wordings: Record<StarRule, { message: string; pattern: string }> = {
  vanity: {
    message: "It can grow without a single customer getting anything out of the product.",
    pattern: "[Customers] who [do what the product is for] each [week]",
  },
  output: {
    message: "It counts what the company puts out, not what customers get.",
    pattern: "[What customers do with it] per [active customer] and [week]",
  },
  composite: {
    message: "It mixes several measures by weights, and nobody can see what to do to move it.",
    pattern: "One count, or one count for each of another: [what customers get] per [active customer]",
  },
  lagging: {
    message: "It is what the company earns from the value it gave, and comes too late to steer by.",
    pattern: "[What customers got] that comes before they pay or stay, counted each [week]",
  },
  nps: {
    message: "It is an opinion asked of few; that makes a good health metric, not a direction.",
    pattern: "[What content customers do more of] per [week], with the survey as a health metric beside it",
  },
  "one-team": {
    message: "Only one team can move it, so that the others would steer by something else.",
    pattern: "[What every squad adds to], with this metric as an input below it",
  },
  infrequent: {
    message: "It moves too seldom to learn from; a North Star is read weekly, or monthly at the least.",
    pattern: "The same act counted each [week]",
  },
};
