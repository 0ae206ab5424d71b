import { expect, test } from "vitest";
import { quarterOf } from "../../../../shared/okrs/quarter.ts";
import { addDays } from "../../../../shared/time/local-date.ts";
import { proposedCycle } from "../../../../web/screens/welcome/quarter.ts";

test("a day lies in the quarter of its month, leap years and year ends included", () => {
  expect(quarterOf("2026-11-21")).toEqual({ name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" });
  expect(quarterOf("2028-02-29")).toEqual({ name: "Q1 2028", startsOn: "2028-01-01", endsOn: "2028-03-31" });
  expect(quarterOf("2026-06-30").name).toBe("Q2 2026");
});

test("in the first days the whole quarter is proposed, later what is left of it", () => {
  expect(proposedCycle("2026-10-02").startsOn).toBe("2026-10-01");
  expect(proposedCycle("2026-11-21")).toEqual({
    name: "Q4 2026",
    startsOn: "2026-11-21",
    endsOn: "2026-12-31",
  });
});

test("in the last weeks the next quarter is proposed, begun today", () => {
  expect(proposedCycle("2026-12-10")).toEqual({
    name: "Q1 2027",
    startsOn: "2026-12-10",
    endsOn: "2027-03-31",
  });
});

test("every day of four years gets a cycle that holds it and lasts four weeks or more", () => {
  for (let on = "2026-01-01"; on < "2030-01-01"; on = addDays(on, 1)) {
    const { startsOn, endsOn } = proposedCycle(on);
    expect(startsOn <= on && addDays(on, 28) <= endsOn, on).toBe(true);
  }
});
