import { expect, test } from "vitest";
import { quarterAfter } from "../../../shared/okrs/quarter.ts";

test("the quarter behind the last planned cycle is proposed", () => {
  expect(quarterAfter([{ endsOn: "2026-12-31" }, { endsOn: "2026-09-30" }], "2026-11-21")).toEqual({
    name: "Q1 2027",
    startsOn: "2027-01-01",
    endsOn: "2027-03-31",
  });
});

test("a cycle that ended inside a quarter is followed by what is left of it, or by the next when that is little", () => {
  expect(quarterAfter([{ endsOn: "2026-10-15" }], "2026-10-20")).toEqual({
    name: "Q4 2026",
    startsOn: "2026-10-16",
    endsOn: "2026-12-31",
  });
  expect(quarterAfter([{ endsOn: "2026-12-15" }], "2026-11-21").name).toBe("Q1 2027");
});

test("without any cycle the present quarter is proposed while it has room", () => {
  expect(quarterAfter([], "2026-10-05").startsOn).toBe("2026-10-01");
  expect(quarterAfter([], "2026-12-20").name).toBe("Q1 2027");
});
