import { expect, test } from "vitest";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { signalHref, signalMark, toldOn, whatHappened, whoAnswers } from "../../../web/ui/signal-words.ts";

const anomaly = {
  ...{ id: "metric~habit~~2026-11-16~down~range", on: "2026-11-16", onset: "2026-11-16", direction: "down" },
  ...{ rule: "last-1", value: 0.37, expected: { low: 0.42, centre: 0.44, high: 0.46 }, adverse: true },
} as RowOf<"anomaly">;
const percent = { label: "", scale: "ratio", decimals: 0 } as const;
const members = [
  { id: "lena", name: "Lena", state: "active" },
  { id: "cleo", name: "Cleo", state: "removed" },
  { id: "ada", name: "Ada", state: "active" },
] as RowOf<"member">[];
const squad = (...pms: string[]) =>
  ({ name: "Social", members: pms.map((memberId) => ({ memberId, as: "pm" })) }) as RowOf<"squad">;

test("what happened is said without the name that stands above it", () => {
  expect(whatHappened(anomaly, { unit: percent, cadence: "weekly" })).toBe(
    "Fell to 37%. Recent weeks ran 42–46%.",
  );
  expect(whatHappened({ ...anomaly, rule: "last-4" }, { unit: percent, cadence: "weekly" })).toMatch(
    /^The last 4 weeks average 37%/,
  );
});

test("its day is never one that has not come", () => {
  expect(toldOn("2026-11-23", "2026-11-22")).toBe("2026-11-22");
  expect(toldOn("2026-11-16", "2026-11-22")).toBe("2026-11-16");
});

test("its mark says where it lies, and later what was said of it", () => {
  expect(signalMark(anomaly)).toEqual({ mark: "warn", word: "below its range" });
  expect(signalMark({ ...anomaly, adverse: false, direction: "up" }).mark).toBe("ok");
  expect(signalMark({ ...anomaly, rule: "ceiling" }).word).toBe("above its ceiling");
  const answer = { as: "explained", text: "", by: "lena", at: "" } as const;
  expect(signalMark({ ...anomaly, answer }).word).toBe("explained");
  expect(signalMark({ ...anomaly, answer, withdrawnAt: "2026-11-17T09:00:00.000Z" }).word).toBe("withdrawn");
});

test("it is for the squad's PMs, or whoever keeps or owns it, and nobody who left", () => {
  const metric = { stewardId: "ada" } as RowOf<"metric">;
  const keyResult = { ownerId: "cleo" } as RowOf<"key-result">;
  expect(whoAnswers({ metric, squad: squad("lena") }, members)).toBe(
    "Lena, PM of Social, or Ada, its steward",
  );
  expect(whoAnswers({ metric, squad: squad("ada") }, members)).toBe("Ada, PM of Social");
  expect(whoAnswers({ keyResult, squad: squad("cleo") }, members)).toBe("a director or an admin");
});

test("its address carries an id whatever stands in it", () => {
  const id = "metric~habit~caf%C3%A9%20%2F%20bar~2026-11-16~down~range";
  const [, , part] = signalHref({ id }).split("/");
  expect(decodeURIComponent(part!)).toBe(id);
  expect(decodeURI(signalHref({ id }))).toBe(`/signals/${id}`);
});
