import { describe, expect, test } from "vitest";
import { applyAll, everythingIn, plannedNorthwind, problemsOf, sendFile } from "../../support/importing.ts";
import { startWorld, type World } from "../../support/world.ts";

const heading =
  "objective,squad,parent,exempt,key result,owner,direction,baseline,target,unit,moves,because,milestones\n";
const because = "a weekly habit brings people back";

async function rowsOf({ northing }: World, kind: string) {
  const rows = await northing.database.read("select id, body from row where kind = ? order by id", [kind]);
  return rows.map((row) => ({ ...JSON.parse(String(row.body)), id: String(row.id) }));
}

describe("a file of key results", () => {
  const plan = [
    `Be a habit,,,,,,,,,,,,`,
    `Come back weekly,Podcasts,Be a habit,,Weekly listeners rise,Ben,,10 %,"20 %",,habit,${because},`,
    `Come back weekly,Podcasts,,,Skips fall,ben,decrease,30,12,min,Minutes,${because},`,
    `Keep the lights on,Podcasts,,Contracts bind us,Move the archive,Ada,milestones,,,,,,Copy | Check | Switch`,
  ].join("\n");

  test("becomes drafts of the chosen cycle, whole objectives first named below", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const { status, report } = await sendFile(world.ada, "key-results", heading + plan, {
      "fixed.cycle": "Q2",
    });
    expect([status, report.counts]).toEqual([202, { new: 3, changed: 0, unchanged: 0 }]);
    await applyAll(world);
    const objectives = (await rowsOf(world, "objective")).filter((one) => one.cycleId === ids.next);
    const company = objectives.find((one) => one.title === "Be a habit");
    expect(
      objectives.map(({ title, squadId, parentId, exempt, state }) => [
        title,
        squadId,
        parentId,
        exempt,
        state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["Be a habit", undefined, undefined, undefined, "draft"],
        ["Come back weekly", ids.squad, company.id, undefined, "draft"],
        ["Keep the lights on", ids.squad, undefined, { reason: "Contracts bind us" }, "draft"],
      ]),
    );
    const drafts = (await rowsOf(world, "key-result")).filter((one) => one.cycleId === ids.next);
    expect(drafts.find((one) => one.title === "Weekly listeners rise")).toMatchObject({
      ...{ ownerId: world.ben.memberId, direction: "increase", baseline: 0.1, target: 0.2, state: "draft" },
      ...{ unit: { label: "", scale: "ratio", decimals: 1 }, moves: { metricId: ids.habit, because } },
    });
    expect(
      drafts
        .find((one) => one.title === "Move the archive")
        .milestones.map((one: { title: string }) => one.title),
    ).toEqual(["Copy", "Check", "Switch"]);
  });

  test("sent again changes nothing; with other numbers it revises, with another owner it hands on", async () => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const cycle = { "fixed.cycle": "Q2" };
    await sendFile(world.ada, "key-results", heading + plan, cycle);
    await applyAll(world);
    const again = await sendFile(world.ada, "key-results", heading + plan, { ...cycle, "dry-run": "1" });
    expect([again.report.problems, again.report.counts]).toEqual([[], { new: 0, changed: 0, unchanged: 3 }]);
    const changed = plan.replace("30,12", "30,15").replace("fall,ben", "fall,Ada");
    await sendFile(world.ada, "key-results", heading + changed, cycle);
    await applyAll(world);
    const fall = (await rowsOf(world, "key-result")).find((one) => one.title === "Skips fall");
    expect([fall.target, fall.ownerId]).toEqual([15, world.ada.memberId]);
  });

  test("is committed into the running cycle when that is asked for, and drafts it no other way", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const commit = { "fixed.cycle": "Q1", commit: "1" };
    const { report } = await sendFile(world.ada, "key-results", heading + plan, commit);
    expect(report.problems).toEqual([]);
    await applyAll(world);
    const states = async (kind: string) =>
      (await rowsOf(world, kind)).filter((one) => one.cycleId === ids.now).map((one) => one.state);
    expect(new Set([...(await states("objective")), ...(await states("key-result"))])).toEqual(
      new Set(["committed"]),
    );
    const planned = await sendFile(world.ada, "key-results", heading + plan, {
      ...commit,
      "fixed.cycle": "Q2",
    });
    expect(new Set(problemsOf(planned).map((one) => one.split(" ")[1]))).toEqual(new Set(["cycle_state"]));
  });
});

describe("the gate cannot be passed by import", () => {
  const path = `habit,${because},`;
  const company = "Be a habit,,,,,,,,,,,,\n";
  const walks: Record<string, [file: string, expected: string[]]> = {
    gate_owner: [`Be a habit,,,,Rise,,increase,1,2,,${path}`, ["2:6 gate_owner"]],
    gate_number: [
      `Be a habit,,,,Rise,Ada,increase,1,,,${path}\nBe a habit,,,,Rise again,Ada,increase,,2,,${path}\nBe a habit,,,,Steps,Ada,milestones,,,,${path}one`,
      ["2:9 gate_number", "3:8 gate_number", "4:13 gate_number"],
    ],
    gate_baseline_is_target: [
      `Be a habit,,,,Rise,Ada,increase,2,2,,${path}`,
      ["2:9 gate_baseline_is_target"],
    ],
    gate_path: [
      `Be a habit,,,,Rise,Ada,increase,1,2,,,,\nBe a habit,,,,Lone,Ada,increase,1,2,,alone,${because},`,
      ["2:11 gate_path", "3:11 gate_path"],
    ],
    gate_because: [`Be a habit,,,,Rise,Ada,increase,1,2,,habit,it helps,`, ["2:12 gate_because"]],
    gate_parent: [`Come back,Podcasts,,,Rise,Ada,increase,1,2,,${path}`, ["2:3 gate_parent"]],
    gate_exemption: [
      `One,Podcasts,,we must,Rise,Ada,increase,1,2,,,,\nTwo,Podcasts,,we must too,Fall,Ada,decrease,2,1,,,,`,
      ["3:4 gate_exemption"],
    ],
    gate_empty: [company.trimEnd(), ["2:5 gate_empty"]],
  };

  test.each(Object.entries(walks))(
    "%s: the report names the line, and nothing is changed",
    async (code, [file, expected]) => {
      const world = await startWorld();
      const ids = await plannedNorthwind(world);
      await world.mutate(world.ada, "metric.define", {
        ...{ id: world.id(), key: "alone", name: "Alone", definition: "", kind: "health", cadence: "weekly" },
        ...{
          unit: { label: "", scale: "value", decimals: 0 },
          goodDirection: "up",
          stewardId: world.ada.memberId,
        },
      });
      const before = await everythingIn(world);
      const asked = { "fixed.cycle": ids.now, commit: "1" };
      for (const params of [{ ...asked, "dry-run": "1" }, asked]) {
        const answer = await sendFile(world.ada, "key-results", heading + file, params);
        expect(problemsOf(answer)).toEqual(expected);
        expect(answer.report.problems.some((one) => one.code === code)).toBe(true);
        expect(answer.job).toBeUndefined();
      }
      await applyAll(world);
      expect(await everythingIn(world)).toBe(before);
    },
  );

  test("nor by adding to an objective whose older draft lost its owner", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const lines = `Be a habit,,,,Rise,Ben,increase,1,2,,${path}`;
    await sendFile(world.ada, "key-results", heading + lines, { "fixed.cycle": "Q1" });
    await applyAll(world);
    const left = await world.mutate(world.ada, "member.remove", { memberId: world.ben.memberId });
    expect(left.outcome).toBe("applied");
    const more = `Be a habit,,,,Fall,Ada,decrease,2,1,,${path}`;
    const asked = { "fixed.cycle": ids.now, commit: "1" };
    expect(problemsOf(await sendFile(world.ada, "key-results", heading + more, asked))).toEqual([
      "2:6 gate_owner",
    ]);
  });

  test("nor by what changes between the check and the applying: it stops with the line and what stands", async () => {
    const world = await startWorld();
    const ids = await plannedNorthwind(world);
    const lines = `Be a habit,,,,Rise,Ben,increase,1,2,,${path}`;
    const asked = { "fixed.cycle": ids.now, commit: "1" };
    const { job } = await sendFile(world.ada, "key-results", heading + lines, asked);
    await world.mutate(world.ada, "member.remove", { memberId: world.ben.memberId });
    await applyAll(world);
    const { body } = await world.ada.at.get(`/api/imports/${job.id}`);
    expect(body.import).toMatchObject({
      ...{ state: "stopped", applied: 0 },
      stopped: { code: "member_removed", firstLine: 2, lastLine: 2, line: 2 },
    });
    const committed = (await rowsOf(world, "objective")).filter((one) => one.state === "committed");
    expect(committed.map((one) => one.title)).toEqual(["Be the daily companion"]);
  });
});

test("a large plan is checked and committed whole: 150 objectives with a key result each", async () => {
  const world = await startWorld();
  const ids = await plannedNorthwind(world);
  const lines = Array.from(
    { length: 150 },
    (_, i) =>
      `Objective ${i},Podcasts,Be the daily companion,,Rise ${i},Ben,increase,${i},${i + 1},,habit,${because},`,
  );
  const { status, report } = await sendFile(world.ada, "key-results", heading + lines.join("\n"), {
    ...{ "fixed.cycle": ids.now, commit: "1" },
  });
  expect([status, report.problems, report.counts.new]).toEqual([202, [], 150]);
  await applyAll(world);
  const committed = (await rowsOf(world, "key-result")).filter((one) => one.state === "committed");
  expect(committed.length).toBe(151);
});
