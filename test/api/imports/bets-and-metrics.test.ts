import { describe, expect, test } from "vitest";
import { applyAll, everythingIn, plannedNorthwind, problemsOf, sendFile } from "../../support/importing.ts";
import { startWorld, type World } from "../../support/world.ts";

async function bodiesOf({ northing }: World, kind: string) {
  const rows = await northing.database.read("select body from row where kind = ? order by id", [kind]);
  return rows.map((row) => JSON.parse(String(row.body)));
}

describe("a file of bets", () => {
  const file = `Title;Squad;Key result;Owner;Status;Change;Metric;Amount;By;Because;Moves input;Link
Shelf of the week;Podcasts;Habit, 10% to 20%;Ben;In progress;a shelf on Home;habit;2 %;01.03.2026;people follow shelves;yes;https://example.com/1
Faster start;podcasts;;;Backlog;;;;;;;
`;

  test("is placed by its squad's people, and a second file revises what is still open", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const { report } = await sendFile(world.ben, "bets", file);
    expect([report.problems, report.counts.new]).toEqual([[], 2]);
    await applyAll(world);
    const bets = await bodiesOf(world, "bet");
    expect(bets.find((one) => one.title === "Shelf of the week")).toEqual({
      ...{
        title: "Shelf of the week",
        squadId: ids.squad,
        keyResultId: ids.start,
        ownerId: world.ben.memberId,
      },
      ...{ state: "doing", movesInput: true, source: "https://example.com/1" },
      hypothesis: {
        ...{ change: "a shelf on Home", metricId: ids.habit, amount: 0.02, byOn: "2026-03-01" },
        because: "people follow shelves",
      },
    });
    expect(bets.find((one) => one.title === "Faster start").state).toBe("idea");
    const again = await sendFile(world.ben, "bets", file.replace("Backlog", "Next"), { "dry-run": "1" });
    expect([again.report.problems, again.report.counts]).toEqual([[], { new: 0, changed: 1, unchanged: 1 }]);
  });

  test("wants a hypothesis whole or not at all, and each title once", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const lines = "title,squad,change,metric\nOne,Podcasts,a shelf,habit\nTwo,Podcasts,,\ntwo,Podcasts,,\n";
    const { report } = await sendFile(world.ada, "bets", lines, { "dry-run": "1" });
    expect(problemsOf({ report })).toEqual([
      "2 cell_empty",
      "2 cell_empty",
      "2 cell_empty",
      "4:1 duplicate_line",
    ]);
  });

  test("is refused to whoever is not of the squad", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const olu = await world.admit("member", "Olu");
    const before = await everythingIn(world);
    expect(problemsOf(await sendFile(olu, "bets", file))).toEqual(["2 forbidden", "3 forbidden"]);
    expect(await everythingIn(world)).toBe(before);
  });
});

describe("a file of metrics", () => {
  const file = `name,key,kind,parent,unit,good direction,cadence,steward,floor,ceiling
Finishes,,input,starts,%,up,weekly,Ben,,
Starts,starts,input,Time listening,%,up,weekly,Ben,,
Skips,skips,guardrail,,%,down,weekly,Ada,,30 %
`;

  test("defines them from the top of the tree down, in whatever order they stand", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const { report } = await sendFile(world.ada, "metrics", file);
    expect([report.problems, report.counts.new]).toEqual([[], 3]);
    await applyAll(world);
    const metrics = await bodiesOf(world, "metric");
    const found = (key: string) => metrics.find((one) => one.key === key);
    expect(found("starts")).toMatchObject({ parentId: ids.star, unit: { scale: "ratio", label: "" } });
    expect(found("finishes").parentId).toBeDefined();
    expect(found("skips").ceiling).toBe(0.3);
    const again = await sendFile(world.ada, "metrics", file.replace("30 %", "25 %"), { "dry-run": "1" });
    expect([again.report.problems, again.report.counts]).toEqual([[], { new: 0, changed: 1, unchanged: 2 }]);
  });

  test("says what the rules say: loops, limits, kinds that are for good, parents nobody knows", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const heading = "name,key,kind,parent,good direction,cadence,steward,floor,ceiling\n";
    const lines = [
      ...["A,a,input,b,up,weekly,Ada,,", "B,b,input,a,up,weekly,Ada,,", "C,c,input,nobody,up,weekly,Ada,,"],
      ...[
        "D,d,guardrail,,up,weekly,Ada,5,2",
        "Minutes,minutes,health,,up,weekly,Ada,,",
        "E,E e,input,,up,weekly,Ada,,",
      ],
    ];
    const { report } = await sendFile(world.ada, "metrics", heading + lines.join("\n"), { "dry-run": "1" });
    expect(problemsOf({ report })).toEqual([
      ...["2:4 not_found", "3:4 not_found", "4:4 unknown_reference", "5:9 limits_crossed", "6:3 bad_choice"],
      "7:2 invalid_arguments",
    ]);
  });
});
