import { describe, expect, test } from "vitest";
import { folded, standing } from "../../../shared/check-ins/history.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { idOf } from "../../support/rules.ts";

type Row = RowOf<"check-in">;
const row = (name: string, at: string, more: Partial<Row> = {}): Row => ({
  ...{ id: idOf(name), revision: 1, keyResultId: idOf("kr"), cycleId: idOf("q4"), authorId: idOf("ben") },
  ...{ at: `2026-10-${at}.000Z`, occurrenceOn: "2026-10-05", confidence: 5 },
  ...more,
});
const first = row("first", "05T08:00:00", { value: 1 });
const second = row("second", "12T08:00:00", { value: 2 });
const amended = row("amended", "06T08:00:00", { value: 1.5, amends: first.id });
const retracted = row("retracted", "13T08:00:00", { amends: second.id, retracted: true });

describe("a check-in as it stands", () => {
  test("is its last amendment, under the first row's id and moment", () => {
    const [one] = standing([amended, first]);
    expect(one?.original).toEqual(first);
    expect(one?.latest).toEqual(amended);
    expect(one?.versions).toEqual([first, amended]);
  });

  test("stands in the order of the first rows, whatever order they arrive in", () => {
    const orders = [
      [first, second, amended],
      [amended, second, first],
      [second, amended, first],
    ];
    for (const rows of orders) expect(standing(rows).map((one) => one.latest.value)).toEqual([1.5, 2]);
  });

  test("is left out when it was taken back, but not from a history that hides nothing", () => {
    const rows = [first, second, retracted];
    expect(standing(rows).map((one) => one.original.id)).toEqual([first.id]);
    expect(folded(rows).map((one) => one.original.id)).toEqual([first.id, second.id]);
    expect(folded(rows)[1]?.latest.retracted).toBe(true);
  });

  test("an amendment never stands before what it amends, however wrong its clock", () => {
    const early = row("early", "01T08:00:00", { value: 9, amends: first.id });
    expect(standing([early, first])[0]).toMatchObject({ original: first, latest: early });
  });

  test("two rows of the same moment stand in the order of their ids", () => {
    const twin = { ...first, id: `${first.id.slice(0, -1)}0` };
    const ids = [first.id, twin.id].sort();
    expect(standing([first, twin]).map((one) => one.original.id)).toEqual(ids);
    expect(standing([twin, first]).map((one) => one.original.id)).toEqual(ids);
  });

  test("an amendment whose first row is not here yet still counts", () => {
    expect(standing([amended])[0]).toMatchObject({ original: amended, latest: amended });
  });
});

test("folding changes none of the rows it is given", () => {
  const rows = [second, amended, first];
  standing(rows);
  expect(rows.map((one) => one.id)).toEqual([second.id, amended.id, first.id]);
});
