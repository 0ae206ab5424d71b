import { has, type Title } from "./title.ts";
import { oneOf } from "./words.ts";

const yearly = oneOf(
  "yearly annual annually fiscal full-year year-over-year year-on-year yoy 12-month twelve-month",
);
/** What is sold or held by the year; it can still move every week. */
const byTheYear = oneOf(`
  plan plans contract contracts subscription subscriptions billing pass passes licence licences license licenses member
  members membership memberships pricing customers subscribers report conference meeting leave payers
`);
const money = oneOf("revenue revenues profit profits ebitda ebit earnings arr profitability turnover");
/** What turns a sum of the year's end into something a squad sees move. */
const nearer = oneOf(`
  per week weekly day daily month monthly mrr retention churn expansion upsell new share percentage
`);
const asked = oneOf("survey surveys study tracker barometer");
const soon = oneOf(`
  in-app post-chat post-call post-purchase pulse weekly monthly daily after exit micro response completion responses
  sign-up
`);

/** "Within a year", "stay a year": how long, not how often. */
const lasting = oneOf(
  "once twice times within in for over after half about stay stays stayed last lasts least",
);
const told = oneOf("in from by of per");

/** Whether a title measures what is known only when it is too late to steer by. */
export function isLagging(
  { words, clauses }: Title,
  kind: "key-result" | "objective" = "key-result",
): boolean {
  const [first] = clauses;
  const object = first?.object.map((one) => one.word) ?? [];
  const year = words.some((word, at) => {
    if (yearly.has(word)) return !byTheYear.has(words[at + 1] ?? "");
    return (
      word === "year" &&
      (words[at - 1] === "per" || (words[at - 1] === "a" && !lasting.has(words[at - 2] ?? "")))
    );
  });
  const counted = kind === "key-result" || first?.verb?.class === "change" || has(words, money);
  if (year && counted) return true;
  if (
    words.some((word, at) => asked.has(word) && has(words.slice(Math.max(0, at - 4), at), told)) &&
    !has(words, soon)
  )
    return true;
  if (
    isPair(object, "market", "share") ||
    isPair(object, "share", "price") ||
    isPair(object, "brand", "awareness")
  )
    return true;
  const staff = object.includes("staff") || object.includes("employee") || object.includes("stock");
  return has(object, money) && !has(words, nearer) && !staff;
}

function isPair(words: readonly string[], first: string, second: string): boolean {
  return words.some((word, at) => word === first && words[at + 1] === second);
}
