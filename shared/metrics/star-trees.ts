/** An input below a North Star, and why it is a lever on it. */
interface WorkedInput {
  metric: string;
  why: string;
  /** The squad it is the One Metric That Matters of, this cycle. */
  omtm?: string;
}

/** A North Star with the inputs below it, as a company could have them. */
export interface WorkedTree {
  star: string;
  /** What is to be learnt from it. */
  lesson: string;
  inputs: readonly WorkedInput[];
  source: string;
}

/** Pairings to learn from, in our words; the companies in them are made up where the source names none. */
export const workedTrees: readonly WorkedTree[] = [
  {
    star: "Weekly active teams",
    lesson:
      "One North Star for everybody; each squad pulls at a metric of its own that leads up to it, and may change it with the next cycle.",
    inputs: [
      {
        metric: "Activation rate",
        why: "A team that saw the point in its first week is there in the tenth.",
        omtm: "Onboarding",
      },
      {
        metric: "Messages per team",
        why: "A team that talks here has its work here, and stays. It says depth where the North Star says breadth.",
        omtm: "Engagement",
      },
      {
        metric: "Cohort retention",
        why: "A team that does not leave need not be won again.",
        omtm: "Retention",
      },
    ],
    source: "Product-school guide to the North Star",
  },
  {
    star: "Campaigns run per team per month",
    lesson:
      "The four inputs are steps of one way: from arriving, by a first success, to doing it again and again.",
    inputs: [
      { metric: "New sign-ups", why: "Nobody runs a campaign who never came; alone it would be vanity." },
      { metric: "Onboarding completion", why: "What is set up can be used the same afternoon." },
      {
        metric: "Teams with a first campaign within 14 days",
        why: "Who has not run one by then hardly ever does.",
      },
      {
        metric: "Campaigns set live per active team",
        why: "The habit itself: planned ones that never go live help nobody.",
      },
    ],
    source: "Growth Method, complete guide",
  },
  {
    star: "People who do the core action each week",
    lesson: "A first tree where nothing is known yet: four inputs that nearly every product has.",
    inputs: [
      { metric: "Sign-ups", why: "More people who could get the value." },
      { metric: "Activation", why: "More of them get it once." },
      { metric: "Frequency of the core action", why: "They get it more often." },
      { metric: "Day-30 retention", why: "They still get it a month later." },
    ],
    source: "Growth Method, complete guide",
  },
];
