import type { BusinessModel } from "./business-model.ts";

/** The four kinds of business: what customers come for, what to count, and what that count is prone to. */
export const starModels: readonly {
  value: BusinessModel;
  label: string;
  means: string;
  count: string;
  beware: string;
}[] = [
  {
    value: "attention",
    label: "Attention",
    means: "People give you their time: music, news, games, learning.",
    count: "Time well spent, or sessions that were worth it, per person and week.",
    beware: "Time can be stretched without anybody enjoying it. Put a guardrail beside it.",
  },
  {
    value: "transaction",
    label: "Transaction",
    means: "People come to buy, book or pay, and leave again.",
    count: "Exchanges that both sides were content with: nights, rides, orders not sent back.",
    beware: "The money that passes is close to revenue; it rises with prices alone.",
  },
  {
    value: "productivity",
    label: "Productivity",
    means: "People get work done with it, mostly together.",
    count: "Teams in which work was finished, or the work that each team finished.",
    beware: "Log-ins and clicks look like work. Count what came out of it.",
  },
  {
    value: "user-generated-content",
    label: "User-generated content",
    means: "What one person makes is what another comes for.",
    count: "Contributions that somebody else found worth their while: questions answered, posts replied to.",
    beware: "More content is not more value. Count what was received, not what was sent.",
  },
];
