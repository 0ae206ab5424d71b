import { isLagging } from "../../okrs/lint/lagging.ts";
import { people } from "../../okrs/lint/nouns.ts";
import { has, type Title } from "../../okrs/lint/title.ts";
import { isVanity } from "../../okrs/lint/vanity.ts";
import { oneOf } from "../../okrs/lint/words.ts";

const arrivals = oneOf("sign-ups signups registrations sign-up signup registered leads installs");

/** Applause, totals that never fall, and people who have only just arrived. */
export function isVain(title: Title): boolean {
  const before = upTo(title.words, relatives);
  if (isVanity(title)) return true;
  return has(before, arrivals) && !has(title.words, ratios);
}

const ours = oneOf(
  "features feature releases roadmap bugs epics tickets stories tasks projects experiments posts articles",
);
const done = oneOf(`
  shipped released delivered launched deployed completed built merged closed fixed finished published run done solved
`);
const always = oneOf("velocity deployments deploys commits throughput");

/** What the company itself puts out; what customers make with the product is another thing. */
export function isOutput({ words }: Title): boolean {
  if (has(words, relatives) || isPer(words, people)) return false;
  if (follows(words, "story", "points") || follows(words, "pull", "requests")) return true;
  if (follows(words, "of", "code") || follows(words, "by", "us") || words.includes("we")) return true;
  return has(words, always) || (has(words, ours) && has(words, done));
}

const mixed = oneOf("weighted weights weighting composite blended blend combined combines combining");
const sums = oneOf("score index points-score health-score scorecard");

/** A weighted score. One count for each of another is no mixture. */
export function isComposite(title: Title, about: Title): boolean {
  if ([title, about].some((one) => has(one.words, mixed) || isRecipe(one))) return true;
  return has(title.words, sums) && !isSurvey(title) && !title.words.includes("per");
}

/** "40 % activity + 60 % satisfaction". */
function isRecipe({ tokens }: Title): boolean {
  return tokens.filter((one) => one.percent).length > 1 && tokens.some((one) => one.word === "+");
}

const earned = oneOf("mrr gmv-margin ltv clv turnover income churn earnings arpu arpa margin cash");
const sold = oneOf("total net gross sales monthly weekly daily new our all company");

/** Money, and who has left: what the North Star is to foretell. */
export function isLate(title: Title): boolean {
  const { words } = title;
  if (has(words, money) || has(words, earned) || follows(words, "lifetime", "value")) return true;
  if (words.includes("sales") && words.every((one) => sold.has(one))) return true;
  const kept = words.includes("retention") || words.includes("renewals");
  return (kept && has(words, seldom)) || (isLagging(title) && !has(words, seldom) && !isPer(words, long));
}

const money = oneOf("revenue revenues profit profits profitability ebitda ebit arr");

/** What is asked of customers instead of seen. */
export function isSurvey({ words }: Title): boolean {
  return has(words, surveys) || follows(words, "net", "promoter") || words.includes("satisfaction");
}

const surveys = oneOf("nps enps csat ces survey happiness effort");

const crafts = [
  ["open", "rate"],
  ["click-through", "rate"],
  ["clickthrough", "rate"],
  ["win", "rate"],
  ["ad", "clicks"],
  ["ad", "spend"],
  ["response", "time"],
  ["resolution", "time"],
  ["handling", "time"],
  ["handle", "time"],
  ["first", "response"],
  ["tickets", "resolved"],
  ["tickets", "solved"],
  ["page", "load"],
  ["load", "time"],
  ["crash", "rate"],
  ["test", "coverage"],
  ["code", "coverage"],
  ["per", "acquisition"],
  ["per", "lead"],
  ["demos", "booked"],
  ["calls", "made"],
  ["search", "ranking"],
] as const;
const departments = oneOf(
  "marketing ctr cpc cpm cac seo mqls mql sqls sql pipeline quota uptime latency opens",
);

/** What belongs to one craft: marketing, sales, support or engineering. */
export function isOneTeams({ words }: Title, about: Title): boolean {
  if (has(words, departments) || crafts.some(([one, other]) => follows(words, one, other))) return true;
  return [words, about.words].some(
    (said) =>
      has(said, only) && said.some((one, at) => only.has(one) && has(said.slice(at + 1, at + 5), team)),
  );
}

const only = oneOf("only solely exclusively");
const team = oneOf("team department squad");

const seldom = oneOf(
  "yearly annual annually quarterly half-yearly biannual biannually seasonal year-end 12-month twelve-month",
);
const long = oneOf("year quarter season half-year");
const often = oneOf("daily weekly monthly day week month");
const owned = oneOf(
  "plan plans subscription subscriptions contract contracts pass passes member members customers",
);

/** Moves less often than monthly. What is sold by the year may still move every week. */
export function isInfrequent({ words }: Title, about: Title, cadence: string | undefined): boolean {
  if (cadence !== undefined && has([cadence.toLowerCase()], new Set([...seldom, ...long]))) return true;
  return [words, about.words].some((said) => {
    const rare = said.some((one, at) => seldom.has(one) && !owned.has(said[at + 1] ?? ""));
    return (
      (rare || isPer(said, long) || said.some((one, at) => one === "and" && long.has(said[at + 1] ?? ""))) &&
      !has(said, often)
    );
  });
}

const relatives = oneOf("who that which whose");
const ratios = oneOf("share percentage proportion rate ratio of who that within");

function upTo(words: readonly string[], stops: ReadonlySet<string>): readonly string[] {
  const end = words.findIndex((one) => stops.has(one));
  return end < 0 ? words : words.slice(0, end);
}

function follows(words: readonly string[], one: string, other: string): boolean {
  return words.some((word, at) => word === one && words[at + 1] === other);
}

/** "Per team", "an account", "each year". */
function isPer(words: readonly string[], wanted: ReadonlySet<string>): boolean {
  return words.some((word, at) => pers.has(word) && wanted.has(words[at + 1] ?? ""));
}

const pers = oneOf("per a an each every");
