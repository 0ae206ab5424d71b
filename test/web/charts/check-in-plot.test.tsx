import { expect, test } from "vitest";
import { standing } from "../../../shared/check-ins/history.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { CheckInPlot } from "../../../web/charts/CheckInPlot.tsx";
import type { Noted } from "../../../web/charts/noted.ts";
import { drawn } from "../../support/drawn.ts";

const cycle = { startsOn: "2026-10-01", endsOn: "2026-12-31" };
const keyResult = {
  ...{ id: "finishes", direction: "increase", baseline: 0.18, target: 0.26, state: "committed" },
  unit: { label: "", scale: "ratio", decimals: 1 },
} as RowOf<"key-result">;
/** Said on Fridays, due on Mondays. */
const said = (values: readonly number[]) =>
  values.map((value, index) => {
    const occurrenceOn = addDays("2026-10-05", 7 * index);
    const at = `${addDays(occurrenceOn, -3)}T09:00:00.000Z`;
    return { id: `c${index}`, keyResultId: "finishes", confidence: 5, occurrenceOn, at, value };
  }) as RowOf<"check-in">[];
const fallen = said([0.18, 0.181, 0.182, 0.181, 0.183, 0.182, 0.183, 0.182, 0.183, 0.11]);
const noted = (more: Partial<Noted> = {}): Noted => ({ events: [], anomalies: [], members: [], ...more });
const plot = (checkIns: RowOf<"check-in">[], more: object = {}) =>
  drawn(
    <CheckInPlot
      {...{ keyResult, cycle, checkIns, zone: "Europe/London", today: "2026-12-07", noted: noted() }}
      said={standing(checkIns)}
      {...more}
    />,
  );

test("a key result's check-ins, their way, what was expected, what fired, and where it may end", async () => {
  const picture = plot(fallen, {
    ending: { low: 0.15, high: 0.21 },
    noted: noted({ events: [{ id: "e", on: "2026-11-09", type: "launch", text: "Autoplay" } as never] }),
  });
  expect(picture).not.toMatch(/NaN|Infinity|undefined/);
  expect(picture).toContain("outside its range on 4 Dec");
  expect(picture).toContain("9 Nov Launch: Autoplay");
  await expect(picture).toMatchFileSnapshot("check-ins.svg");
});

test("a check-in stands on the day it was said, and its ring with it", () => {
  const picture = plot(fallen);
  const ring = picture.match(/class="ring" cx="([^%]*)%"/)![1];
  const last = picture.match(/class="last" cx="([^%]*)%"/)![1];
  expect(ring).toBe(last);
});

test("one that measures a metric is judged as that metric, and not twice", () => {
  const picture = plot(fallen, { keyResult: { ...keyResult, measures: "habit" } });
  expect(picture).not.toMatch(/class="(ring|water)"/);
});

test("nothing is drawn before the first value, and of a limit not before the second", () => {
  expect(plot([])).toBe("");
  expect(plot(fallen.slice(0, 1), { keyResult: { ...keyResult, direction: "stay-below" } })).toBe("");
  expect(plot(fallen.slice(0, 2), { keyResult: { ...keyResult, direction: "stay-below" } })).toContain(
    "limit 26%",
  );
});
