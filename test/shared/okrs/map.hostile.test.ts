import { expect, test } from "vitest";
import { audit } from "../../../shared/okrs/audit.ts";
import { alignmentMap } from "../../../shared/okrs/map.ts";
import { filterMap } from "../../../shared/okrs/map-filter.ts";
import { type MapNode, walk } from "../../../shared/okrs/map-node.ts";
import { memberPaths, pathShare } from "../../../shared/okrs/paths.ts";
import { alignment, keyResult, member, metric, objective, squad, star } from "../../support/alignment.ts";

const noon = Date.parse("2026-11-04T12:00:00.000Z");
/** Every place of a map, in tree and apart; on a loop this would never end, so it is bounded. */
function places(roots: readonly MapNode[]): string[] {
  const found: string[] = [];
  for (const one of walk(roots)) {
    found.push(one.id);
    if (found.length > 10_000) throw new Error("the map has a loop");
  }
  return found;
}

/** Numbers that are always the same, from 0 up to `below`. */
function chance(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

test("whatever hangs from whatever, everything alive stands exactly once", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const pick = chance(seed);
    const id = (kind: string, of: number) => `${kind}${pick(of)}`;
    const kinds = ["north-star", "input", "input", "input", "outcome", "health"] as const;
    const metrics = Array.from({ length: 8 }, (_, at) =>
      metric(`m${at}`, kinds[pick(kinds.length)]!, pick(3) === 0 ? undefined : id("m", 10), {
        state: pick(7) === 0 ? "retired" : "active",
      }),
    );
    const objectives = Array.from({ length: 6 }, (_, at) =>
      objective(`o${at}`, pick(3) === 0 ? undefined : id("s", 3), id("o", 8), {
        state: pick(6) === 0 ? "dropped" : "committed",
      }),
    );
    const keyResults = Array.from({ length: 10 }, (_, at) =>
      keyResult(`k${at}`, id("o", 8), pick(4) === 0 ? undefined : id("m", 10), {
        alsoServes: [id("o", 8), id("o", 8)],
        state: pick(8) === 0 ? "dropped" : "committed",
      }),
    );
    const northStars = Array.from({ length: 3 }, () => star(id("m", 9), { umbrellaMetricId: id("m", 9) }));
    const rows = alignment({
      metrics,
      northStars,
      objectives,
      keyResults,
      squads: [squad("s0"), squad("s1")],
    });
    const map = alignmentMap(rows, noon);
    const all = places([...map.roots, ...map.apart]);
    expect(new Set(all).size, `seed ${seed}`).toBe(all.length);
    const alive = [
      ...objectives.filter((one) => one.state !== "dropped").map((one) => `objective/${one.id}`),
      ...keyResults.filter((one) => one.state !== "dropped").map((one) => `key-result/${one.id}`),
      ...metrics
        .filter((one) => one.kind === "input" && one.state === "active")
        .map((one) => `metric/${one.id}`),
    ];
    expect(
      alive.filter((one) => !all.includes(one)),
      `lost with seed ${seed}`,
    ).toEqual([]);
    expect(map.links.filter((one) => !map.nodes.has(one.from) || !map.nodes.has(one.to))).toEqual([]);
    audit(rows, noon);
  }
});

test("names that look like ids, markup or nothing stay names", () => {
  const names = ["objective/one", "<script>alert(1)</script>", "__proto__", " ", "‮nopu", "x".repeat(200)];
  const rows = alignment({
    metrics: [metric("north", "north-star"), metric("constructor", "input", "north")],
    ...{ northStars: [star("north")], objectives: [objective("toString")] },
    keyResults: names.map((title, at) => keyResult(`k${at}`, "toString", "constructor", { title })),
  });
  const map = alignmentMap(rows, noon);
  expect(map.nodes.get("objective/toString")?.below).toHaveLength(names.length);
  expect(filterMap(map, { text: "__PROTO__" })?.has("key-result/k2")).toBe(true);
});

test("nobody, one person and five hundred have their share", () => {
  const company = (people: number) =>
    alignment({
      metrics: [metric("north", "north-star"), metric("habit", "input", "north")],
      ...{ northStars: [star("north")], objectives: [objective("one", "s")] },
      members: Array.from({ length: people }, (_, at) => member(`p${at}`)),
      squads: [squad("s", ...Array.from({ length: Math.min(200, people) }, (_, at) => `p${at}`))],
      keyResults: [keyResult("a", "one", "habit", { ownerId: "p0" })],
    });
  const share = (people: number) => pathShare(memberPaths(company(people)));
  expect(share(0)).toEqual({ own: 0, squad: 0, of: 0, share: 0 });
  expect(share(1)).toEqual({ own: 1, squad: 0, of: 1, share: 1 });
  expect(share(500)).toEqual({ own: 1, squad: 199, of: 500, share: 0.4 });
});

test("a moment before time, a zone nobody knows and a cycle of one day break nothing", () => {
  const rows = alignment({
    metrics: [metric("north", "north-star")],
    northStars: [star("north")],
    members: [member("ben", { zone: "Mars/Olympus" })],
    keyResults: [keyResult("a", "gone", "north"), keyResult("b", "gone", "north", { ownerId: "who" })],
  });
  for (const when of [0, "1970-01-01", "2099-12-31"]) expect(alignmentMap(rows, when).nodes.size).toBe(3);
  const short = { ...rows, cycle: { ...rows.cycle!, endsOn: rows.cycle!.startsOn } };
  expect(alignmentMap(short, noon).nodes.size).toBe(3);
});
