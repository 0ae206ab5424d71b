/** What a North Star is tried on: five tests of the idea, then five criteria of the choice. */
export const starTests = ["one-metric", "leading", "user-centric", "actionable", "sticky"] as const;
export const starCriteria = [
  "measurable",
  "influenceable",
  "not-lagging",
  "customer-value",
  "understandable",
] as const;
export const candidateTests = [...starTests, ...starCriteria] as const;
export type CandidateTest = (typeof candidateTests)[number];
