import { beforeEach, describe, expect, test } from "vitest";
import { starTests } from "../../../shared/metrics/candidate-tests.ts";
import { founded, northStar } from "../../support/cast.ts";
import type { Rules } from "../../support/rules.ts";

let rules: Rules;
const of = { northStarId: northStar };
const open = () => rules.must("ada", "north-star.reconsider", { ...of, trigger: "yearly" });
const judgeAll = async () => {
  for (const test of starTests)
    await rules.must("ada", "north-star.judge", { ...of, test, verdict: "yes", evidence: "It holds." });
};

beforeEach(async () => {
  rules = await founded();
  rules.now = "2026-11-02T09:00:00.000Z";
  for (const who of ["ada", "dora"]) await rules.must(who, "north-star.commit", of);
});

describe("the yearly question", () => {
  test("two signatures under keep set the next date, and the answers stay readable", async () => {
    await open();
    await judgeAll();
    await rules.must("ada", "north-star.attest", { ...of, as: "keep", why: "It still leads revenue." });
    await rules.must("ada", "north-star.revalidate", { ...of, horizonMonths: 14 });
    expect(rules.get("north-star", northStar).revalidation?.signatures).toHaveLength(1);
    await rules.must("dora", "north-star.revalidate", { ...of, horizonMonths: 14 });
    const star = rules.get("north-star", northStar);
    expect(star).toMatchObject({ state: "committed", revalidateOn: "2028-01-02" });
    expect(star.revalidation).toBeUndefined();
    expect(star.revalidations).toMatchObject([{ as: "keep", trigger: "yearly", doneAt: rules.now }]);
    expect(star.revalidations![0]!.signatures.map((one) => one.title).sort()).toEqual(["ceo", "cpo"]);
  });

  test("adjust changes the statement, replace asks again in three months", async () => {
    await open();
    await judgeAll();
    await rules.must("ada", "north-star.attest", { ...of, as: "adjust" });
    expect(await rules.tell("ada", "north-star.revalidate", of)).toBe("invalid_arguments statement");
    await rules.must("ada", "north-star.attest", { ...of, statement: "A little better." });
    for (const who of ["ada", "dora"]) await rules.must(who, "north-star.revalidate", of);
    expect(rules.get("north-star", northStar).statement).toBe("A little better.");
    await open();
    await judgeAll();
    await rules.must("ada", "north-star.attest", { ...of, as: "replace" });
    for (const who of ["ada", "dora"]) await rules.must(who, "north-star.revalidate", of);
    const star = rules.get("north-star", northStar);
    expect(star).toMatchObject({ state: "committed", revalidateOn: "2027-02-02" });
    expect(star.revalidations).toHaveLength(2);
  });

  test("nobody signs what is not answered, or without a title", async () => {
    await open();
    expect(await rules.tell("ada", "north-star.revalidate", of)).toBe("invalid_arguments as");
    await rules.must("ada", "north-star.attest", { ...of, as: "keep" });
    expect(await rules.tell("ada", "north-star.revalidate", of)).toBe("invalid_arguments test");
    await judgeAll();
    expect(await rules.tell("imani", "north-star.revalidate", of)).toBe("forbidden");
  });

  test("a word changed after a signature takes the signature back", async () => {
    await open();
    await judgeAll();
    await rules.must("ada", "north-star.attest", { ...of, as: "keep" });
    await rules.must("ada", "north-star.revalidate", of);
    await rules.must("ada", "north-star.judge", { ...of, test: "sticky", verdict: "no" });
    expect(rules.get("north-star", northStar).revalidation?.signatures).toEqual([]);
  });

  test("there is one at a time, of a committed star, and none without a question", async () => {
    await open();
    expect(await rules.tell("ada", "north-star.reconsider", { ...of, trigger: "pivot" })).toBe("unchanged");
    expect(await rules.tell("dora", "north-star.reconsider", { ...of, trigger: "pivot" })).toBe("forbidden");
    expect(await rules.tell("ada", "north-star.judge", { ...of, test: "measurable", verdict: "yes" })).toBe(
      "invalid_arguments test",
    );
    expect(await rules.tell("ada", "north-star.attest", { ...of, links: ["javascript:alert(1)"] })).toMatch(
      /^invalid_arguments links/,
    );
  });
});
