import { describe, expect, test } from "vitest";
import { alignmentMap } from "../../../shared/okrs/map.ts";
import type { KeyResultNode } from "../../../shared/okrs/map-node.ts";
import { seenRows } from "../../../web/screens/map/map-rows.ts";
import {
  alignment,
  checkIn,
  drawn,
  keyResult,
  metric,
  objective,
  squad,
  star,
} from "../../support/alignment.ts";
import { company, finishes, habit, star as listening, ours, running } from "../../support/cast.ts";
import { readerOf } from "../../support/reader.ts";

const noon = Date.parse("2026-11-04T12:00:00.000Z");
const tree = [
  metric("north", "north-star"),
  metric("habit", "input", "north"),
  metric("shares", "input", "north"),
];
const links = (rows: Parameters<typeof alignment>[0]) =>
  alignmentMap(alignment(rows), noon).links.map(({ from, to, as }) => `${from} ${as} ${to}`);

describe("the alignment map", () => {
  test("goes from the star down to the key results of a company told through mutations", async () => {
    const rules = await running();
    const rows = (await seenRows(readerOf(rules), rules.now.slice(0, 10)))!;
    const map = alignmentMap(rows, Date.parse(rules.now));
    expect(drawn(map.roots)).toEqual([
      `${listening} (1)`,
      `  ${habit} (1)`,
      `    ${company} (1)`,
      `      ${ours} (1)`,
      `        ${finishes}`,
    ]);
    expect(map.apart).toEqual([]);
    expect(map.above.get(`key-result/${finishes}`)).toBe(`objective/${ours}`);
  });

  test("stands an objective under the input most of its key results move, and ties the others beside the tree", () => {
    const given = {
      ...{ metrics: tree, northStars: [star("north")], squads: [squad("pods"), squad("social")] },
      objectives: [objective("all"), objective("one", "pods", "all"), objective("two", "social", "all")],
      keyResults: [
        keyResult("a", "one", "habit"),
        keyResult("b", "one", "habit"),
        keyResult("c", "one", "shares"),
        keyResult("d", "two", "shares"),
      ],
    };
    const map = alignmentMap(alignment(given), noon);
    expect(drawn(map.roots)).toEqual([
      "north (4)",
      "  habit (3)",
      "    all (3)",
      "      one (3)",
      "        a",
      "        b",
      "        c",
      "  shares (1)",
      "    two (1)",
      "      d",
    ]);
    expect(links(given)).toEqual(["objective/two parent objective/all", "key-result/c moves metric/shares"]);
    const movers = [...map.nodes.values()].flatMap((one) =>
      one.as === "metric" ? [[one.metric.id, one.movers]] : [],
    );
    expect(movers).toEqual([
      ["habit", 2],
      ["shares", 2],
    ]);
  });

  test("lets weight decide where an objective stands, and the first of equals", () => {
    const at = (weight: number) =>
      alignmentMap(
        alignment({
          ...{ metrics: tree, northStars: [star("north")], objectives: [objective("one")] },
          keyResults: [keyResult("a", "one", "habit"), keyResult("b", "one", "shares", { weight })],
        }),
        noon,
      ).above.get("objective/one");
    expect([at(1), at(2)]).toEqual(["metric/habit", "metric/shares"]);
  });

  test("ties a key result to the other objectives it serves, both ways, and to none that is gone", () => {
    expect(
      links({
        ...{ metrics: tree, northStars: [star("north")] },
        objectives: [
          objective("one"),
          objective("two"),
          objective("old", undefined, undefined, { state: "dropped" }),
        ],
        keyResults: [
          keyResult("a", "one", "habit", { alsoServes: ["two", "one", "two"] }),
          keyResult("b", "two", "habit", { alsoServes: ["one", "old", "elsewhere"] }),
        ],
      }),
    ).toEqual(["key-result/a serves objective/two", "key-result/b serves objective/one"]);
  });

  test("shows apart what reaches nothing, and marks nothing as reaching that does not", () => {
    const map = alignmentMap(
      alignment({
        metrics: [
          ...tree,
          metric("retired", "input", "north", { state: "retired" }),
          metric("below", "input", "retired"),
          metric("uptime", "health"),
        ],
        ...{ northStars: [star("north")], squads: [squad("pods")] },
        objectives: [
          objective("one"),
          objective("lights", "pods", undefined, { exempt: { reason: "keeps the lights on" } }),
          objective("empty", "pods", "one"),
          objective("gone", "pods", "one", { state: "dropped" }),
        ],
        keyResults: [
          keyResult("a", "one", "habit"),
          keyResult("lost", "one", "uptime"),
          keyResult("on-retired", "one", "below"),
          keyResult("steady", "lights"),
          keyResult("dropped", "one", "habit", { state: "dropped" }),
        ],
      }),
      noon,
    );
    expect(drawn(map.roots)).toEqual(["north (1)", "  habit (1)", "    one (1)", "      a", "  shares"]);
    expect(drawn(map.apart).sort()).toEqual([
      "  steady",
      "below",
      "empty",
      "lights (1)",
      "lost",
      "on-retired",
    ]);
    expect(map.links.map((one) => `${one.from} ${one.as} ${one.to}`)).toEqual([
      "objective/empty parent objective/one",
      "key-result/lost parent objective/one",
      "key-result/on-retired parent objective/one",
    ]);
  });

  test("without an objective hangs a key result from the metric it moves", () => {
    const map = alignmentMap(
      alignment({
        metrics: tree,
        northStars: [star("north")],
        keyResults: [keyResult("a", "gone", "habit")],
      }),
      noon,
    );
    expect(drawn(map.roots)).toEqual(["north (1)", "  habit (1)", "    a", "  shares"]);
    expect(map.links).toEqual([]);
  });
});

describe("a status on the map", () => {
  const rows = alignment({
    ...{ metrics: tree, northStars: [star("north")], objectives: [objective("one")] },
    keyResults: [keyResult("a", "one", "habit"), keyResult("draft", "one", "habit", { state: "draft" })],
    checkIns: [checkIn("a", "2026-11-02", 0.35)],
  });
  const at = (when: number | string, given = rows) => {
    const { nodes } = alignmentMap(given, when);
    return [...nodes.values()]
      .filter((one): one is KeyResultNode => one.as === "key-result")
      .map((one) => one.status);
  };

  test("is the same rule's at a moment and on a day, wherever the owner lives", () => {
    expect(at(noon)).toEqual(["on-pace", "draft"]);
    expect(at("2026-11-04")).toEqual(["on-pace", "draft"]);
    expect(at("2026-11-18")).toEqual(["stale", "draft"]);
    for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      const away = { ...rows, members: rows.members.map((one) => ({ ...one, zone })) };
      expect(at("2026-11-12", away)[0], zone).toBe("behind");
      expect(at("2026-11-13", away)[0], zone).toBe("stale");
    }
  });

  test("is counted on every place above it", () => {
    const map = alignmentMap(rows, noon);
    expect(map.nodes.get("metric/north")?.tally).toEqual({ "on-pace": 1, draft: 1 });
    expect(map.nodes.get("objective/one")?.tally).toEqual({ "on-pace": 1, draft: 1 });
  });
});
