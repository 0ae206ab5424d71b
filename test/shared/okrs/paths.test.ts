import { describe, expect, test } from "vitest";
import { linesOf, linesOfSquad, memberPaths, pathShare } from "../../../shared/okrs/paths.ts";
import { alignment, keyResult, member, metric, objective, squad, star } from "../../support/alignment.ts";

const rows = alignment({
  metrics: [metric("north", "north-star"), metric("habit", "input", "north"), metric("uptime", "health")],
  northStars: [star("north")],
  members: [
    ...[member("ben"), member("sam"), member("olu"), member("ida")],
    member("vic", { role: "viewer" }),
    member("rex", { state: "removed" }),
  ],
  squads: [
    squad("pods", "ben", "sam", "rex"),
    squad("lights", "olu"),
    { ...squad("old", "ida"), state: "dismissed" },
  ],
  objectives: [
    objective("all"),
    objective("one", "pods", "all"),
    objective("keep", "lights", undefined, { exempt: { reason: "keeps the lights on" } }),
    objective("was", "old"),
  ],
  keyResults: [
    keyResult("a", "one", "habit"),
    keyResult("adrift", "one", "uptime"),
    keyResult("steady", "keep", undefined, { ownerId: "olu" }),
    keyResult("draft", "one", "habit", { ownerId: "ida", state: "draft" }),
    keyResult("dropped", "one", "habit", { ownerId: "ida", state: "dropped" }),
    keyResult("before", "was", "habit", { ownerId: "ida", cycleId: "q3" }),
    keyResult("left", "was", "habit", { ownerId: "rex" }),
  ],
});

describe("somebody's line to the star", () => {
  test("goes from their key result over its objectives to what it moves, and says why", () => {
    const [line, adrift] = linesOf("ben", rows);
    expect(line?.keyResult.id).toBe("a");
    expect([line?.objective?.id, line?.parent?.id]).toEqual(["one", "all"]);
    expect(line?.metrics.map((one) => one.id)).toEqual(["habit", "north"]);
    expect([line?.because, line?.northStar?.metricId]).toEqual([
      "people who come back listen for longer",
      "north",
    ]);
    expect([adrift?.keyResult.id, adrift?.northStar]).toEqual(["adrift", undefined]);
  });

  test("is only of this cycle and of what is committed", () => {
    expect(linesOf("ida", rows)).toEqual([]);
    expect(linesOf("nobody", rows)).toEqual([]);
    expect(linesOf("ben", { ...rows, cycle: undefined })).toEqual([]);
  });

  test("is found for a squad by its objectives", () => {
    expect(linesOfSquad("pods", rows).map((one) => one.keyResult.id)).toEqual(["a", "adrift"]);
    expect(linesOfSquad("", rows)).toEqual([]);
  });
});

describe("people and the star", () => {
  test("own a line, have one through a live squad, or none yet; who only reads or left is not counted", () => {
    expect(memberPaths(rows).map(({ member, by, squads }) => [member.id, by, squads.length])).toEqual([
      ["ben", "own", 1],
      ["ida", "none", 0],
      ["olu", "none", 0],
      ["sam", "squad", 1],
    ]);
  });

  test("make a share of everybody", () => {
    expect(pathShare(memberPaths(rows))).toEqual({ own: 1, squad: 1, of: 4, share: 0.5 });
    expect(pathShare([])).toEqual({ own: 0, squad: 0, of: 0, share: 0 });
  });

  test("are none without a North Star", () => {
    expect(pathShare(memberPaths({ ...rows, northStars: [] })).share).toBe(0);
  });
});
