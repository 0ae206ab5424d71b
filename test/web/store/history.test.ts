import { afterEach, expect, test, vi } from "vitest";
import { asOf, rowsAt } from "../../../web/store/as-of.ts";
import { rowHistory, stepsOf, type Version } from "../../../web/store/history.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Answers requests in order, and says what was asked. */
function answering(...bodies: object[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return Response.json(bodies.shift() ?? {});
  });
  return asked;
}

const version = (revision: number, body: object | null): Version => ({
  ...{ revision, at: `2026-03-0${revision}T08:00:00Z`, actorId: `member ${revision}` },
  ...{ deleted: body === null, body: body as Version["body"] },
});

test("a step names each field that says something else, also inside an object, and leaves the others out", () => {
  const first = { title: "Old", moves: { metricId: "m", because: "x y z" }, alsoServes: ["a"], weight: 1 };
  const second = {
    ...first,
    title: "New",
    moves: { metricId: "m", because: "better" },
    alsoServes: ["a", "b"],
  };
  const [step, made] = stepsOf([version(2, second), version(1, first)]);
  expect(step).toEqual({
    ...{ revision: 2, at: "2026-03-02T08:00:00Z", actorId: "member 2", deed: "changed" },
    changes: [
      { field: "title", before: "Old", after: "New" },
      { field: "moves.because", before: "x y z", after: "better" },
      { field: "alsoServes", before: ["a"], after: ["a", "b"] },
    ],
  });
  expect([made?.deed, made?.changes]).toEqual(["made", []]);
});

test("a field that came or went has one empty side; the order of keys is no change", () => {
  const [step] = stepsOf([
    version(2, { b: 1, a: 1, note: "x" }),
    version(1, { a: 1, b: 1, unit: { label: "" } }),
  ]);
  expect(step?.changes).toEqual([
    { field: "unit", before: { label: "" }, after: undefined },
    { field: "note", before: undefined, after: "x" },
  ]);
});

test("deleting and bringing back are told as such, and a page's last version only serves to compare", () => {
  const versions = [version(3, { a: 1 }), version(2, null), version(1, { a: 1 })];
  expect(stepsOf(versions).map((one) => one.deed)).toEqual(["brought back", "deleted", "made"]);
  expect(stepsOf(versions, true).map((one) => one.revision)).toEqual([3, 2]);
  expect(stepsOf([])).toEqual([]);
});

test("a row's history is asked for by its whole id, whatever stands in it", async () => {
  const asked = answering({ versions: [], more: false });
  await rowHistory("reading", "m/2026-03-01/iOS%20%2F/a b", 7);
  expect(asked[0]).toBe("/api/history/reading/m%2F2026-03-01%2FiOS%2520%252F%2Fa%20b?before=7");
});

test("a past day is brought page by page and read like rows of today", async () => {
  const row = (kind: string, id: string, body: object) => ({ kind, id, revision: 1, body });
  const asked = answering(
    { rows: [row("objective", "o", { cycleId: "q", title: "T" })], next: "5/objective/o" },
    { rows: [row("key-result", "k", { cycleId: "q", objectiveId: "o" }), row("metric", "m", { name: "M" })] },
  );
  const then = await asOf("2026-03-01", "q", ["blocker"]);
  const queries = asked.map((path) => new URL(path, "http://x").searchParams);
  expect(queries.map((one) => [one.get("on"), one.get("cycle"), one.get("after")])).toEqual([
    ["2026-03-01", "q", null],
    ["2026-03-01", "q", "5/objective/o"],
  ]);
  expect(queries[0]?.get("kind")?.split(",")).toEqual(expect.arrayContaining(["check-in", "blocker"]));
  expect(then.on).toBe("2026-03-01");
  expect(then.get("objective", "o")).toMatchObject({ id: "o", revision: 1, title: "T" });
  expect(then.get("objective", "x")).toBeUndefined();
  expect(then.list("key-result", "o").map((one) => one.id)).toEqual(["k"]);
  expect(then.list("key-result", "other")).toEqual([]);
  expect(then.list("metric").map((one) => one.id)).toEqual(["m"]);
  expect(then.inCycle("key-result", "q").map((one) => one.id)).toEqual(["k"]);
  expect(then.all("key-result")).toHaveLength(1);
  expect(then.getMany("metric", ["x", "m"]).map((one) => one?.id)).toEqual([undefined, "m"]);
});

test("of a row told twice the later page counts, and a kind nobody asked about is no trouble", () => {
  const then = rowsAt("2026-03-01", [
    { kind: "metric", id: "m", revision: 1, body: { name: "Old" } },
    { kind: "metric", id: "m", revision: 2, body: { name: "New" } },
    { kind: "comet", id: "c", revision: 2, body: {} },
  ]);
  expect(then.all("metric").map((one) => one.name)).toEqual(["New"]);
});
