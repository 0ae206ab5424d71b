import { describe, expect, test } from "vitest";
import type { Squad } from "../../../shared/people/squad.ts";
import { bodyOf, put, type RowOf, type Rows } from "../../../shared/sync/mutation.ts";
import { change, equal, patched, sentAgain } from "../../../shared/sync/write.ts";
import { idOf } from "../../support/rules.ts";

const id = idOf("ads");
const ads: Squad = { name: "Ads", purpose: "Pay.", members: [], state: "active" };
const row: RowOf<"squad"> = { ...ads, id, revision: 4 };
const rows = { get: (_kind: string, asked: string) => (asked === id ? row : undefined) } as Rows;

describe("a row sent again", () => {
  test("is new under a free id", () => {
    expect(sentAgain("squad", idOf("free"), ads, rows)).toBeUndefined();
  });

  test("with equal content writes nothing, with other content clashes", () => {
    expect(sentAgain("squad", id, ads, rows)).toEqual({ writes: [] });
    const clash = { refused: "id_conflict", field: "id" };
    expect(sentAgain("squad", id, { ...ads, name: "Else" }, rows)).toEqual(clash);
    expect(sentAgain("squad", id, { ...ads, purpose: undefined }, rows)).toEqual(clash);
    expect(sentAgain("squad", id, { ...ads, omtm: { metricId: id, cycleId: id } }, rows)).toEqual(clash);
  });

  test("is not compared by what the rule works out itself", () => {
    expect(sentAgain("squad", id, { ...ads, state: "dismissed" }, rows, ["state"])).toEqual({ writes: [] });
  });
});

describe("changing a row", () => {
  test("puts back what was there with what was said, without what the store adds", () => {
    expect(change("squad", row, { name: "Money" })).toEqual({
      writes: [{ kind: "squad", id, body: { ...ads, name: "Money" } }],
    });
  });

  test("clears with null, leaves with undefined, and writes nothing for nothing", () => {
    const cleared = change("squad", row, { purpose: null, name: undefined });
    expect(cleared).toEqual({ writes: [put("squad", id, { name: "Ads", members: [], state: "active" })] });
    expect(change("squad", row, { name: "Ads", purpose: undefined })).toEqual({ writes: [] });
    expect(change("squad", row, {})).toEqual({ writes: [] });
  });

  test("changes no object it was given", () => {
    const before = structuredClone(row);
    patched(row, { name: "Money", purpose: null });
    change("squad", row, { members: [{ memberId: id, as: "pm" }] });
    expect(row).toEqual(before);
  });
});

describe("equal", () => {
  test.each([
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: undefined }, {}],
    [
      [1, { a: [2] }],
      [1, { a: [2] }],
    ],
    ["x", "x"],
    [null, null],
  ])("%j and %j", (a, b) => {
    expect([equal(a, b), equal(b, a)]).toEqual([true, true]);
  });

  test.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [[], {}],
    [null, {}],
    [0, false],
    ["1", 1],
    [{ a: null }, {}],
  ])("not %j and %j", (a, b) => {
    expect([equal(a, b), equal(b, a)]).toEqual([false, false]);
  });
});

test("a body carries nothing undefined, so that both sides store the same", () => {
  const write = put("squad", id, { ...ads, purpose: undefined });
  expect("body" in write && Object.keys(write.body)).toEqual(["name", "members", "state"]);
});

test("a body is the row without its id and revision", () => {
  expect(bodyOf<"squad">(row)).toEqual(ads);
});
