import { accumulated } from "./nouns.ts";
import { has, type Title } from "./title.ts";
import { oneOf } from "./words.ts";

/** What is counted when nobody has yet got anything. */
const applause = oneOf(`
  followers impressions downloads installs pageviews page-views retweets fans likes views clicks eyeballs hits upvotes
  followership
`);
/** The same, where the word beside says whose. */
const framed: Record<string, ReadonlySet<string>> = {
  visits: oneOf("website site web page blog total online monthly-website unique"),
  visitors: oneOf("website site web blog total unique million monthly"),
  traffic: oneOf("website site web blog organic total search social page"),
  subscribers: oneOf("newsletter email e-mail youtube channel podcast mailing blog total"),
  mentions: oneOf("press media social brand"),
  shares: oneOf("social facebook linkedin media"),
  stars: oneOf("github gitlab repo repository"),
  reach: oneOf("social organic audience media campaign"),
  following: oneOf("instagram twitter linkedin facebook tiktok youtube social media"),
  list: oneOf("mailing email e-mail"),
  users: oneOf("registered"),
  accounts: oneOf("registered"),
  members: oneOf("registered"),
};
const ratios = oneOf("share percentage proportion rate ratio conversion conversions");
const spans = oneOf("day week month quarter year");
const totals = oneOf("total cumulative lifetime all-time overall");
/** A total of these falls as well as it rises. */
const spent = oneOf("value time cost costs hours minutes spend spending");
const since = oneOf("ever to-date");
const falling = oneOf("reduce cut decrease lower drop shrink fewer less fall falls drops");
const pronouns = oneOf("a an the it them this their our his her");

/** Whether what a title counts only looks well: applause, or a total that can never fall. */
export function isVanity({ words, tokens, changes, clauses }: Title): boolean {
  const [first] = clauses;
  if (first === undefined || has(words, ratios) || has(words, falling) || isPer(words)) return false;
  if (changes.some((one) => one.pair && tokens[one.at]!.percent)) return false;
  return (
    counted(first.object.map((one) => one.word)).some((word, at, all) => isApplause(word, at, all)) ||
    isTotal(words)
  );
}

function isApplause(word: string, at: number, all: readonly string[]): boolean {
  if (applause.has(word)) return !pronouns.has(all[at + 1] ?? "") || spans.has(all[at + 2] ?? "");
  const frame = Object.hasOwn(framed, word) ? framed[word] : undefined;
  return frame !== undefined && all.slice(0, at).some((one) => frame.has(one));
}

/** Of "number of followers" the followers are what is counted. */
function counted(object: readonly string[]): string[] {
  const of = object.indexOf("of");
  const amount = of > 0 && /^(number|count|total|amount)$/.test(object[of - 1]!);
  return of < 0 || amount ? [...object] : object.slice(0, of);
}

function isTotal(words: readonly string[]): boolean {
  const relative = words.findIndex((one) => one === "who" || one === "that" || one === "which");
  const end = relative < 0 ? words.length : relative;
  return words.some((word, at) => {
    if (since.has(word)) return has(words.slice(0, at), accumulated) && words[at - 1] !== "than";
    if (word === "total" && words[at - 1] === "in") return has(words.slice(0, at), accumulated);
    const near = words.slice(at + 1, at + 4);
    return totals.has(word) && at < end && has(near, accumulated) && !has(near, spent);
  });
}

/** Per person or visit, not per month. */
function isPer(words: readonly string[]): boolean {
  const at = words.indexOf("per");
  return at >= 0 && !spans.has(words[at + 1] ?? "");
}
