import { describe, expect, test } from "vitest";
import { lintNorthStar, lintNorthStars } from "../../../shared/metrics/north-star-lint.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

const rules = (name: string, definition?: string) =>
  lintNorthStar({ name, definition }).map((one) => one.rule);

describe("a metric of customer value has no finding", () => {
  test.each([
    "Time spent listening per weekly active user",
    "Nights booked",
    "Messages sent within an organisation",
    "Weekly active teams",
    "Weekly users who finish a lesson",
    "Hours watched per household and week",
    "Successful transactions per week",
    "Campaigns run per team per month",
    "Rides completed per week",
    "Orders delivered on time each day",
    "Share of sign-ups who send a first message within 7 days",
    "Questions answered within 24 hours",
    "Teams that publish a page each week",
    "Experiments run per team per month",
    "Total transactions",
    "Documents signed per active account",
    "Registered shops that sell every week",
    "Customers on annual plans who log in weekly",
    "Daily active editors",
    "Meals cooked from a recipe per week",
    "Parcels that arrive on the promised day",
    "Projects completed per team per month",
    "Year two customers who still cook weekly",
  ])("%s", (name) => {
    expect(rules(name)).toEqual([]);
  });
});

describe("what is no North Star is told why", () => {
  test.each([
    ["Total sign-ups", "vanity"],
    ["Page views per month", "vanity"],
    ["App downloads", "vanity"],
    ["New registrations per week", "vanity"],
    ["Instagram followers", "vanity"],
    ["Cumulative users", "vanity"],
    ["Number of registered accounts", "vanity"],
    ["Features shipped per quarter", "output"],
    ["Story points per sprint", "output"],
    ["Releases delivered", "output"],
    ["Deployments per week", "output"],
    ["Articles published per month", "output"],
    ["E-mails sent by us", "output"],
    ["Support tickets closed", "output"],
    ["Customer health score", "composite"],
    ["Engagement index", "composite"],
    ["Pulse: 40% activity + 60% satisfaction", "composite"],
    ["Revenue", "lagging"],
    ["Monthly recurring revenue", "lagging"],
    ["Gross profit per order", "lagging"],
    ["Customer lifetime value", "lagging"],
    ["Net sales", "lagging"],
    ["ARR", "lagging"],
    ["Customer churn", "lagging"],
    ["NPS", "nps"],
    ["Net Promoter Score", "nps"],
    ["Customer satisfaction", "nps"],
    ["CSAT after each chat", "nps"],
    ["Customer effort score", "nps"],
    ["Newsletter open rate", "one-team"],
    ["First response time", "one-team"],
    ["Uptime", "one-team"],
    ["Sales pipeline", "one-team"],
    ["Customers who renew per year", "infrequent"],
    ["Quarterly active buyers", "infrequent"],
    ["Nights booked per guest and year", "infrequent"],
    ["Active members at year-end", "infrequent"],
  ])("%s: %s", (name, rule) => {
    expect(rules(name)).toContain(rule);
  });

  test("a weighted mix is one by its definition too, a ratio of two counts is not", () => {
    expect(rules("Customer success", "0.5 × logins + 0.3 × exports, weighted by plan")).toEqual([
      "composite",
    ]);
    expect(rules("Customer success", "Exports divided by active accounts.")).toEqual([]);
  });

  test("a metric of one team is one by its definition too", () => {
    expect(rules("Playlists saved", "Only the catalogue team can move it.")).toEqual(["one-team"]);
  });

  test("what is read weekly may know a yearly season, and may be sold by the year", () => {
    expect(rules("Active buyers", "Counted each week, with the yearly season taken out.")).toEqual([]);
    expect(rules("Households on annual plans who cook")).toEqual([]);
    expect(rules("Active buyers", "Counted yearly.")).toEqual(["infrequent"]);
  });

  test("seldom is not the same as late", () => {
    expect(rules("Purchases per customer per year")).toEqual(["infrequent"]);
  });

  test("yearly retention is both: known late, and seldom", () => {
    expect(rules("Annual retention of households")).toEqual(["lagging", "infrequent"]);
  });
});

test("what people judged speaks, whatever the words say, and says where", () => {
  const no = { verdict: "no", evidence: "Only ads can move it." } as const;
  const name = "Weekly active teams";
  expect(lintNorthStar({ name, answers: { actionable: no } })).toMatchObject([
    { rule: "one-team", field: "answers.actionable" },
  ]);
  expect(lintNorthStar({ name, answers: { leading: no, "not-lagging": no } })).toMatchObject([
    { rule: "lagging", field: "answers.leading" },
  ]);
  expect(lintNorthStar({ name, answers: { actionable: { ...no, verdict: "partly" } } })).toEqual([]);
});

test("a cadence of a quarter or a year is too slow, a month is not", () => {
  const cadences = ["daily", "weekly", "monthly", "quarterly", "yearly"];
  expect(cadences.map((cadence) => lintNorthStar({ name: "Rides", cadence }).length)).toEqual([
    0, 0, 0, 1, 1,
  ]);
});

test("every finding says why in one sentence, and offers something better", () => {
  const found = ["Total sign-ups", "NPS", "Revenue", "Uptime", "Engagement index"].flatMap((name) =>
    lintNorthStar({ name }),
  );
  for (const { message, pattern } of found) {
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(pattern).toBeTruthy();
  }
});

describe("several North Stars", () => {
  const star = (about: Partial<RowOf<"north-star">>): RowOf<"north-star"> => ({
    ...{ id: "a", revision: 1, metricId: "m", statement: "Why.", state: "committed", signatures: [] },
    ...{ horizonMonths: 12, ...about },
  });
  const named = (...stars: Partial<RowOf<"north-star">>[]) => lintNorthStars(stars.map(star));

  test("one of the company, also with its successor proposed, is no sprawl", () => {
    expect(named()).toEqual([]);
    expect(named({}, { state: "proposed" })).toEqual([]);
    expect(named({}, { productLine: "Ads", state: "replaced" })).toEqual([]);
  });

  test("two lines are a sprawl, and loose without an umbrella", () => {
    const rules = (umbrellaMetricId?: string) =>
      named({ productLine: "Music", umbrellaMetricId }, { productLine: "Ads", umbrellaMetricId }).map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    expect(rules("u")).toEqual(["sprawl note"]);
    expect(rules()).toEqual(["sprawl note", "no-umbrella warn"]);
  });

  test("four are a warning", () => {
    const lines = ["a", "b", "c", "d"].map((productLine) => ({ productLine, umbrellaMetricId: "u" }));
    expect(named(...lines)).toMatchObject([{ rule: "sprawl", severity: "warn" }]);
  });
});
