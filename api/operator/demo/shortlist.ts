import type { CandidateTest } from "../../../shared/metrics/candidate-tests.ts";
import type { Teller } from "./story.ts";

type Verdict = "yes" | "partly" | "no";

interface CandidateStory {
  name: string;
  definition: string;
  cadence: "daily" | "weekly" | "monthly";
  reach: "depth" | "breadth";
  gaming: string;
  correlation: string;
  answers: Record<CandidateTest, readonly [Verdict, string]>;
  sceptic: { verdict: "yes" | "no" | "unsure"; why: string; by: string };
  rejected?: string;
}

/** The shortlist of the founding weeks: the one that was chosen, and two that were not. */
export const shortlist: CandidateStory[] = [
  {
    name: "Time spent listening per weekly active user",
    definition: "Minutes played for at least 30 seconds in a week, per person who played anything that week.",
    cadence: "weekly",
    reach: "depth",
    gaming: "Autoplay into an empty room. Playback without a sign of life for 90 minutes is not counted.",
    correlation: "In eight quarters it turned two to six weeks before trial starts and before churn.",
    answers: {
      "one-metric": ["yes", "One number a week, from one table."],
      leading: ["yes", "Cohorts that pass four hours a week start trials three times as often."],
      "user-centric": ["yes", "People give time to what is worth it to them."],
      actionable: ["yes", "Catalog, recommendations, podcasts, social and ads each have a lever on it."],
      sticky: ["yes", "Formats came and went in ten years; time spent stayed the measure."],
      measurable: ["yes", "Playback events are complete since the second app version."],
      influenceable: ["yes", "Three releases of last year moved it within a month."],
      "not-lagging": ["yes", "It moves in the week itself, revenue a quarter later."],
      "customer-value": ["partly", "Background noise counts as well; the guardrail on skips watches that."],
      understandable: ["yes", "Everybody asked could say it back in their own words."],
    },
    sceptic: {
      verdict: "yes",
      why: "If I listen longer each week, it is because you play me something I like. If not, I notice fast.",
      by: "Jonas, a listener of nine years",
    },
  },
  {
    name: "Total streams",
    definition: "Tracks played for 30 seconds or more, by everybody, in a month.",
    cadence: "daily",
    reach: "breadth",
    gaming: "Shorter tracks and a bolder shuffle raise it while everybody skips.",
    correlation: "It rose in two quarters in which people left.",
    answers: {
      "one-metric": ["yes", "One count."],
      leading: ["no", "It followed marketing, not staying."],
      "user-centric": ["no", "Ten skipped tracks count more than one hour enjoyed."],
      actionable: ["partly", "Catalog and recommendations only."],
      sticky: ["partly", "Podcasts and books do not fit a stream."],
      measurable: ["yes", "Counted for royalties anyway."],
      influenceable: ["yes", "Easily, and that is the trouble."],
      "not-lagging": ["yes", "Daily."],
      "customer-value": ["no", "A skip is not a gift."],
      understandable: ["yes", "Simple enough."],
    },
    sceptic: {
      verdict: "no",
      why: "Why would I care how many songs everybody else played?",
      by: "Marit, a neighbour",
    },
    rejected: "Skips inflate it: it rises while people enjoy less.",
  },
  {
    name: "Monthly active listeners",
    definition: "People who played anything in the last 30 days.",
    cadence: "monthly",
    reach: "breadth",
    gaming: "A push message that makes people open once a month is enough.",
    correlation: "Goes with revenue, three months late.",
    answers: {
      "one-metric": ["yes", "One count of people."],
      leading: ["no", "Somebody who left is still in it for a month."],
      "user-centric": ["partly", "It says that people came, not that it was worth it."],
      actionable: ["partly", "Growth and social mostly."],
      sticky: ["yes", "Every company of our kind has it."],
      measurable: ["yes", "Known to the day."],
      influenceable: ["partly", "Bought reach moves it most."],
      "not-lagging": ["no", "It is the last to notice."],
      "customer-value": ["no", "Ten minutes and sixty hours count the same."],
      understandable: ["yes", "Everybody knows it."],
    },
    sceptic: {
      verdict: "unsure",
      why: "More people is nice for you. For me it changes little.",
      by: "Marit, a neighbour",
    },
    rejected: "It lags and hides depth: one minute a month counts like an hour a day.",
  },
];

export const decisionRules = [
  "When options compete, the one that moves the North Star or one of its inputs goes first.",
  "A test that moves the North Star wins, even if no other number moves.",
  "No gain counts while a guardrail is breached.",
];

/** The workshop that came before the first cycle. Answers the id of the candidate that was chosen. */
export function tellWorkshop(
  { chance, tell, tellAsServer, member }: Teller,
  statement: string,
  at: string,
): string {
  const [ada, dora] = [member("ada"), member("dora")];
  const fit = {
    productLed: "yes",
    growthStage: "yes",
    customerValue: "yes",
    oneModel: "partly",
    dataVisible: "yes",
  };
  tell(
    ada,
    "workspace.set-workshop",
    {
      fit,
      statement,
      businessModel: "attention",
      premise:
        "If people listen more because they want to, they stay, and those who stay pay. Revenue alone would not show it.",
      valueExchanged: "Time well spent, for attention first and for a subscription later.",
      valueAction: "A second session in the same week, started by the listener.",
      flywheel: "More time listened teaches the recommendations, and better ones bring the next hour.",
    },
    at,
  );
  tell(ada, "workspace.set-decision-rules", { rules: decisionRules }, at);
  const ids = shortlist.map((story, index) => {
    const id = chance.id(at);
    const { name, definition, cadence, reach, gaming, correlation } = story;
    const proposal = { id, name, definition, cadence, reach, businessModel: "attention" };
    tell(ada, "candidate.propose", proposal, at);
    tell(ada, "candidate.revise", { candidateId: id, gaming, correlation }, at);
    for (const [test, [verdict, evidence]] of Object.entries(story.answers))
      tell(index === 0 ? ada : dora, "candidate.judge", { candidateId: id, test, verdict, evidence }, at);
    tellAsServer("candidate.hear", { candidateId: id, ...story.sceptic }, at);
    return id;
  });
  for (const [index, { rejected }] of shortlist.entries())
    if (rejected !== undefined)
      tell(ada, "candidate.reject", { candidateId: ids[index], reason: rejected }, at);
  return ids[0]!;
}
