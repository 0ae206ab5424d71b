import { beforeEach, describe, expect, test } from "vitest";
import { founded, habit, northStar, percent, star } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await founded();
});
const state = (id = northStar) => rules.get("north-star", id).state;
const sign = (who: string, args: object = {}) =>
  rules.tell(who, "north-star.commit", { northStarId: northStar, ...args });
const propose = (args: object) =>
  rules.tell("ada", "north-star.propose", {
    id: idOf("second"),
    metricId: star,
    statement: "Else.",
    ...args,
  });

describe("proposing", () => {
  test("stands proposed for twelve months, unsigned", () => {
    expect(rules.get("north-star", northStar)).toEqual({
      ...{ id: northStar, revision: 1, metricId: star, statement: "Worth it." },
      ...{ state: "proposed", signatures: [], horizonMonths: 12 },
    });
  });

  test("a newer proposal takes the place of the older one", async () => {
    expect(await propose({ businessModel: "attention" })).toBe("applied");
    expect([state(), state(idOf("second"))]).toEqual(["replaced", "proposed"]);
  });

  test("beside a committed North Star it waits to be signed itself", async () => {
    await sign("ada");
    await sign("dora");
    await propose({});
    expect([state(), state(idOf("second"))]).toEqual(["committed", "proposed"]);
    for (const who of ["dora", "ada"]) await sign(who, { northStarId: idOf("second") });
    expect([state(), state(idOf("second"))]).toEqual(["replaced", "committed"]);
  });

  test("needs a metric of its kind that is in use", async () => {
    expect(await propose({ metricId: habit })).toBe("invalid_arguments metricId");
    expect(await propose({ metricId: idOf("gone") })).toBe("not_found metricId");
    const other = {
      ...{ id: idOf("other"), key: "other", name: "Other", definition: "", kind: "north-star" },
      ...{ unit: percent, goodDirection: "up", cadence: "weekly", stewardId: idOf("ada") },
    };
    await rules.must("ada", "metric.define", other);
    await rules.must("ada", "metric.retire", { metricId: other.id });
    expect(await propose({ metricId: other.id })).toBe("metric_retired metricId");
  });

  test("again is once, also when it was signed since; other words clash", async () => {
    await sign("ada");
    const first = { id: northStar, statement: "Worth it." };
    expect(await propose(first)).toBe("unchanged");
    expect(await propose({ ...first, statement: "Else." })).toBe("id_conflict id");
    expect(rules.get("north-star", northStar).signatures).toHaveLength(1);
  });

  test("says something", async () => {
    expect(await propose({ statement: "  " })).toBe("invalid_arguments statement");
  });
});

describe("committing", () => {
  test("takes the CEO's and the CPO's signatures, in any order, and sets the day to look again", async () => {
    expect(await sign("dora", { horizonMonths: 18 })).toBe("applied");
    expect(rules.get("north-star", northStar)).toMatchObject({
      ...{ state: "proposed", horizonMonths: 18 },
      signatures: [{ memberId: idOf("dora"), title: "ceo", at: rules.now }],
    });
    expect(await sign("ada", { horizonMonths: 18 })).toBe("applied");
    expect(rules.get("north-star", northStar)).toMatchObject({
      state: "committed",
      revalidateOn: "2028-03-21",
    });
    expect(rules.get("north-star", northStar).signatures.map((one) => one.title)).toEqual(["ceo", "cpo"]);
  });

  test("is nobody's without a title, an admin's neither", async () => {
    await rules.must("ada", "member.set-title", { memberId: idOf("ada"), title: null });
    for (const who of ["ada", "imani", "vic"]) expect(await sign(who)).toBe("forbidden");
    expect(await sign("cleo")).toBe("forbidden");
  });

  test("one person signs once, whoever they are", async () => {
    await sign("ada");
    expect(await sign("ada")).toBe("unchanged");
    expect(state()).toBe("proposed");
  });

  test("another horizon asks for both signatures anew", async () => {
    await sign("ada");
    expect(await sign("dora", { horizonMonths: 15 })).toBe("applied");
    expect(state()).toBe("proposed");
    expect(rules.get("north-star", northStar).signatures.map((one) => one.title)).toEqual(["ceo"]);
    expect(await sign("ada")).toBe("applied");
    expect(rules.get("north-star", northStar)).toMatchObject({ state: "committed", horizonMonths: 15 });
  });

  test("a signature ends with its giver's title", async () => {
    await sign("dora");
    await rules.must("ada", "member.set-title", { memberId: idOf("dora"), title: null });
    await rules.must("ada", "member.set-title", { memberId: idOf("olu"), title: "ceo" });
    expect(await sign("ada")).toBe("applied");
    expect(state()).toBe("proposed");
    expect(await sign("olu")).toBe("applied");
    expect(state()).toBe("committed");
  });

  test("once committed or replaced there is nothing more to sign", async () => {
    await sign("ada");
    await sign("dora");
    expect(await sign("dora")).toBe("unchanged");
    expect(await sign("dora", { horizonMonths: 18 })).toBe("state_conflict northStarId");
    await rules.must("ada", "member.set-title", { memberId: idOf("dora"), title: null });
    await rules.must("ada", "member.set-title", { memberId: idOf("olu"), title: "ceo" });
    expect(await sign("olu")).toBe("state_conflict northStarId");
    await propose({});
    await propose({ id: idOf("third") });
    expect(await sign("ada", { northStarId: idOf("second") })).toBe("state_conflict northStarId");
  });

  test("for eleven months, nineteen or half of one there is none", async () => {
    for (const horizonMonths of [11, 19, 12.5])
      expect(await sign("ada", { horizonMonths })).toBe("invalid_arguments horizonMonths");
    expect(await sign("ada", { northStarId: idOf("gone") })).toBe("not_found northStarId");
  });
});

describe("several product lines", () => {
  const books = { id: idOf("books"), productLine: "Audiobooks", metricId: idOf("minutes read") };
  const state = (id: string) => rules.get("north-star", id).state;

  beforeEach(async () => {
    await rules.must("ada", "metric.define", {
      ...{
        id: books.metricId,
        key: "minutes-read",
        name: "Minutes read",
        definition: "",
        kind: "north-star",
      },
      ...{ unit: percent, goodDirection: "up", cadence: "weekly", stewardId: idOf("ada") },
    });
    await sign("ada");
    await sign("dora");
  });

  test("a line's proposal stands beside the company's, and takes only its own line's place", async () => {
    expect(await propose(books)).toBe("applied");
    expect(await propose({ ...books, id: idOf("books again"), statement: "Again." })).toBe("applied");
    expect([northStar, idOf("books"), idOf("books again")].map(state)).toEqual([
      "committed",
      "replaced",
      "proposed",
    ]);
  });

  test("a second line is not committed without one metric above both", async () => {
    await propose(books);
    expect(await sign("ada", { northStarId: books.id })).toBe("umbrella_required umbrellaMetricId");
    expect(rules.get("north-star", books.id).signatures).toEqual([]);
    const under = { ...books, id: idOf("under"), umbrellaMetricId: star };
    expect(await propose(under)).toBe("applied");
    for (const who of ["ada", "dora"]) expect(await sign(who, { northStarId: under.id })).toBe("applied");
    expect([northStar, under.id].map(state)).toEqual(["committed", "committed"]);
  });

  test("the umbrella is another metric, in use", async () => {
    expect(await propose({ ...books, umbrellaMetricId: idOf("gone") })).toBe("not_found umbrellaMetricId");
    expect(await propose({ ...books, umbrellaMetricId: books.metricId })).toBe(
      "loop_in_tree umbrellaMetricId",
    );
  });
});
