import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyAll, plannedNorthwind, problemsOf, sendFile } from "../../support/importing.ts";
import { startWorld, type World } from "../../support/world.ts";

const exported = (name: string) =>
  readFileSync(new URL(`../../data/imports-of-tools/${name}.csv`, import.meta.url), "utf8");

async function rowsOf({ northing }: World, kind: string) {
  const rows = await northing.database.read("select id, body from row where kind = ? order by id", [kind]);
  return rows.map((row) => ({ ...JSON.parse(String(row.body)), id: String(row.id) }));
}

/** Names a file calls people by, who have no address here yet. */
const named = (text: string) =>
  text.replaceAll("ben@northwind.test", "Ben").replaceAll("ada@northwind.test", "Ada");

/** With the path to the star that no other tool knows, so that the gate lets it through. */
function withPath(text: string, delimiter = ","): string {
  const [heading, ...lines] = text.trim().split("\n");
  const path = ["Weekly habit", "a weekly habit brings people back"].join(delimiter);
  return [
    `${heading}${delimiter}Moves${delimiter}Because`,
    ...lines.map((one) => `${one}${delimiter}${path}`),
  ].join("\n");
}

describe("exports of other tools", () => {
  test("are understood by their own headings: start, target, current, owner, due", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const answer = await sendFile(world.ada, "key-results", named(exported("flat")), {
      ...{ "fixed.cycle": "Q1", "dry-run": "1" },
    });
    expect(problemsOf(answer)).toEqual([]);
    expect(Object.fromEntries(answer.report.columns.map((one) => [one.header, one.field]))).toEqual({
      ...{ "Objective Name": "objective", "Objective Description": undefined, "Parent Objective": "parent" },
      Team: "squad",
      ...{ "Key Result Name": "title", "Owner Email": "owner", "Start Value": "baseline" },
      ...{ "Target Value": "target", "Current Value": "current", "Unit of Measure": "unit" },
      ...{ "Confidence Level": "confidence", "Due Date": "due" },
    });
    expect(answer.report.left).toEqual([{ code: "current_of_draft", count: 2 }]);
    expect(ids.now).toBeDefined();
  });

  test("begin with a check-in of the current value where they are committed by whoever may check in", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const file = withPath(named(exported("flat")));
    const { status, report } = await sendFile(world.ada, "key-results", file, {
      ...{ "fixed.cycle": "Q1", commit: "1" },
    });
    expect([status, report.problems, report.left]).toEqual([
      202,
      [],
      [{ code: "current_of_others", count: 1 }],
    ]);
    await applyAll(world);
    const keyResults = (await rowsOf(world, "key-result")).filter((one) => one.cycleId === ids.now);
    const fall = keyResults.find((one) => one.title === "Skips a session fall");
    expect(fall).toMatchObject({ baseline: 30, target: 12, direction: "decrease", state: "committed" });
    const checkIns = await rowsOf(world, "check-in");
    expect(checkIns).toHaveLength(1);
    expect(checkIns[0]).toMatchObject({
      ...{ keyResultId: fall.id, value: 24, confidence: 6, authorId: world.ada.memberId },
    });
    const again = await sendFile(world.ada, "key-results", file, { "fixed.cycle": "Q1", commit: "1" });
    expect(again.report.left).toEqual([{ code: "current_of_running", count: 2 }]);
    await applyAll(world);
    expect(await rowsOf(world, "check-in")).toHaveLength(1);
  });

  test("say where they stand by progress alone, as a part of the way", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const file = withPath(exported("percent"), ";");
    const { report } = await sendFile(world.ada, "key-results", file, { commit: "1", decimals: "point" });
    expect(report.problems).toEqual([]);
    await applyAll(world);
    const values = (await rowsOf(world, "check-in")).map((one) => one.value);
    expect(values.sort()).toEqual([0.14, 65]);
    expect(report.left).toEqual([]);
  });

  test("begin where they stand when they name no start, and what has no place here is told", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const { report } = await sendFile(world.ada, "key-results", exported("sheet"), {
      ...{ "fixed.cycle": "Q1", decimals: "comma" },
    });
    expect([report.problems, report.left]).toEqual([[], [{ code: "due_outside_cycle", count: 1 }]]);
    await applyAll(world);
    const drafts = (await rowsOf(world, "key-result")).filter(
      (one) => one.cycleId === ids.now && one.state === "draft",
    );
    expect(drafts.map((one) => [one.title, one.baseline, one.target]).sort()).toEqual([
      ["Listeners in cars", 1200, 2400],
      ["Reviews above four stars", 3.9, 4.4],
    ]);
    expect(await rowsOf(world, "check-in")).toEqual([]);
  });

  test("hostile numbers break nothing: progress of nothing, of far too much, confidence of a thousand", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const lines = [
      "objective,key result,owner,start,target,progress,confidence",
      "Be the daily companion,No numbers,Ada,,,40%,7",
      "Be the daily companion,Beyond,Ada,0,10,1e300,1000",
      "Be the daily companion,Below,Ada,0,10,-300%,-4",
    ];
    const answer = await sendFile(world.ada, "key-results", withPath(lines.join("\n")), {
      ...{ "fixed.cycle": "Q1", "dry-run": "1" },
    });
    expect(problemsOf(answer)).toEqual([]);
    expect(answer.report.left).toEqual([
      { code: "current_of_draft", count: 2 },
      { code: "progress_without_numbers", count: 1 },
    ]);
  });
});
