import type { BusinessModel } from "./business-model.ts";

/** What another company looks at, or is said to look at, and why it reflects value. */
export interface StarExample {
  company: string;
  metric: string;
  /** Words to begin one's own definition with. */
  definition: string;
  businessModel: BusinessModel;
  /** How much each customer gets, or how many get something. */
  reach: "depth" | "breadth";
  cadence: "daily" | "weekly" | "monthly";
  why: string;
  source: string;
  /** Why not everybody agrees. */
  disputed?: string;
}

const okrsTool = "OKRs Tool, article on OKRs and the North Star";
const onePager = "One-pager “One direction, many quarterly bets”";
const guide = "Product-school guide to the North Star";
const growthMethod = "Growth Method, complete guide";
const cited = "Often cited; not confirmed by the company";

/** Written by us from what the sources name. Where they contradict each other the entry says so. */
export const starExamples: readonly StarExample[] = [
  {
    ...{
      company: "Spotify",
      businessModel: "attention",
      reach: "depth",
      cadence: "weekly",
      source: onePager,
    },
    metric: "Time spent listening per weekly active user",
    definition: "Minutes listened in a week, divided by the people who listened at all that week.",
    why: "People only go on listening to what they enjoy, and every squad can move it: catalogue, recommendations, podcasts, ads.",
  },
  {
    ...{ company: "Netflix", businessModel: "attention", reach: "depth", cadence: "weekly", source: guide },
    metric: "Hours watched",
    definition: "Hours watched in a week, by members who watched at least one title to the end.",
    why: "An evening spent watching is the value; members who watch more stay longer.",
    disputed: "Sources differ: some name hours, others the share of members who stay.",
  },
  {
    ...{ company: "Medium", businessModel: "attention", reach: "depth", cadence: "weekly", source: cited },
    metric: "Total time reading",
    definition: "Minutes spent reading stories in a week, not counting pages that were left at once.",
    why: "Reading, not opening, is what both writers and readers come for.",
  },
  {
    ...{ company: "Duolingo", businessModel: "attention", reach: "depth", cadence: "weekly", source: guide },
    metric: "Badges earned by learners",
    definition: "Badges earned in a week by people who finished a lesson that week.",
    why: "A badge marks a step of learning that the learner is proud of.",
    disputed: "A badge is the product’s own invention: more of them can be given without more being learnt.",
  },
  {
    ...{
      company: "Airbnb",
      businessModel: "transaction",
      reach: "breadth",
      cadence: "weekly",
      source: okrsTool,
    },
    metric: "Nights booked",
    definition: "Nights booked in a week and not cancelled within 48 hours.",
    why: "A night is a guest who found a place and a host who found a guest: both sides got what they came for.",
  },
  {
    ...{ company: "Uber", businessModel: "transaction", reach: "breadth", cadence: "weekly", source: cited },
    metric: "Rides completed",
    definition: "Rides in a week that ended where the rider wanted to go.",
    why: "A completed ride is value to rider and driver at once.",
  },
  {
    ...{ company: "Payment products", businessModel: "transaction", reach: "breadth", cadence: "daily" },
    metric: "Successful transactions",
    definition: "Payments in a day that went through at the first attempt and were not sent back.",
    why: "A payment that simply works is the whole promise; it also serves as an umbrella above several lines.",
    source: okrsTool,
  },
  {
    ...{ company: "eBay", businessModel: "transaction", reach: "breadth", cadence: "weekly", source: cited },
    metric: "Gross merchandise volume",
    definition: "Money paid for items in a week, less what was refunded.",
    why: "It grows only when buyers and sellers meet.",
    disputed: "It is money, not value received: it rises with prices alone, and follows rather than leads.",
  },
  {
    ...{
      company: "Slack",
      businessModel: "productivity",
      reach: "depth",
      cadence: "weekly",
      source: okrsTool,
    },
    metric: "Messages sent within an organisation",
    definition: "Messages sent in a week, per organisation with at least two people writing.",
    why: "A team that talks in one place has moved its work there.",
    disputed:
      "Sources name messages, active teams or daily active people; more messages can also mean more noise.",
  },
  {
    ...{
      company: "Slack",
      businessModel: "productivity",
      reach: "breadth",
      cadence: "weekly",
      source: guide,
    },
    metric: "Weekly active teams",
    definition: "Teams in which at least three people wrote and read in a week.",
    why: "The team, not the person, gets the value, and it stays once it works there.",
    disputed: "The second of two candidates the same guide gives: breadth instead of depth.",
  },
  {
    ...{ company: "Growth Method", businessModel: "productivity", reach: "depth", cadence: "monthly" },
    metric: "Campaigns run per team per month",
    definition: "Campaigns set live in a month, divided by the teams that were active in it.",
    why: "A campaign that went live is work the product helped to finish.",
    source: growthMethod,
  },
  {
    ...{ company: "Many products", businessModel: "productivity", reach: "breadth", cadence: "weekly" },
    metric: "Weekly active users",
    definition: "People who in a week did at least once what the product is for; opening it does not count.",
    why: "It is read every week, everybody understands it, and nobody comes back weekly for nothing.",
    source: okrsTool,
    disputed:
      "One source lists actives, another rejects them: they hide how much each person got, and over a month they lag as well.",
  },
  {
    ...{
      company: "HubSpot",
      businessModel: "productivity",
      reach: "breadth",
      cadence: "weekly",
      source: cited,
    },
    metric: "Weekly active teams",
    definition: "Customer teams in which two people or more used a core tool in a week.",
    why: "A team that works in it every week renews.",
  },
  {
    ...{ company: "Zoom", businessModel: "productivity", reach: "breadth", cadence: "weekly", source: cited },
    metric: "Meetings hosted in a week",
    definition: "Meetings in a week in which at least two people stayed for five minutes.",
    why: "Each is a conversation that took place because joining was easy.",
  },
  {
    ...{ company: "Amplitude", businessModel: "productivity", reach: "breadth", cadence: "weekly" },
    metric: "Weekly learning users",
    definition: "People who in a week shared something they found out, which at least two others looked at.",
    why: "An insight is worth something once a colleague has seen it.",
    source: "Amplitude’s own North Star playbook",
  },
  {
    ...{ company: "Facebook", businessModel: "user-generated-content", reach: "breadth", cadence: "daily" },
    metric: "Daily active people",
    definition: "People who opened it on a day and saw something a friend had made.",
    why: "Somebody who returns each day finds something of their friends’ there.",
    source: cited,
    disputed:
      "Actives say that people came, not that it was worth it: one source lists actives, another rejects them for hiding depth.",
  },
  {
    ...{ company: "WhatsApp", businessModel: "user-generated-content", reach: "depth", cadence: "daily" },
    metric: "Messages sent",
    definition: "Messages in a day that were delivered and read.",
    why: "Each message read is two people in touch.",
    source: cited,
  },
  {
    ...{ company: "YouTube", businessModel: "user-generated-content", reach: "depth", cadence: "daily" },
    metric: "Watch time",
    definition: "Minutes of video watched in a day, not counting what was skipped.",
    why: "Viewers stay with what is worth their time, and makers are paid by it.",
    source: cited,
    disputed: "It rewards whatever holds people, worthwhile or not; it wants a guardrail of satisfaction.",
  },
  {
    ...{ company: "Quora", businessModel: "user-generated-content", reach: "breadth", cadence: "weekly" },
    metric: "Questions answered",
    definition: "Questions asked in a week that got an answer the asker marked as helpful.",
    why: "A helpful answer is what the asker came for and why the next one asks.",
    source: cited,
  },
];
