import { describe, expect, test } from "vitest";
import { numberAt, parsePath } from "../../../shared/metrics/connector-path.ts";

const steps = (path: string) => parsePath(path) as (string | number)[];
const at = (document: unknown, path: string) => numberAt(JSON.stringify(document), steps(path));
const prometheus = (...values: string[]) => ({
  status: "success",
  data: { resultType: "vector", result: values.map((value) => ({ metric: {}, value: [1, value] })) },
});

describe("a path to a number", () => {
  test.each([
    ["value", ["value"]],
    ["data.result[0].value[1]", ["data", "result", 0, "value", 1]],
    ["$.data.total", ["data", "total"]],
    ["$[0]", [0]],
    ["[-1].count", [-1, "count"]],
    ['["active users"].now', ["active users", "now"]],
    ["$['a.b']['it\\'s']", ["a.b", "it's"]],
    ["größe", ["größe"]],
    ["$price", ["$price"]],
    ["aktiv-2026", ["aktiv-2026"]],
  ])("%s is steps into the document", (path, expected) => expect(steps(path)).toEqual(expected));

  test.each([
    ["", 0],
    ["$", 1],
    [".", 0],
    ["a..b", 1],
    ["a.", 1],
    ["a b", 1],
    ["a[", 1],
    ["a[x]", 1],
    ["a[0", 1],
    ["a[1.5]", 1],
    ["a[*]", 1],
    ["a[?(@.b)]", 1],
    ["a[0:2]", 1],
    ["$..a", 1],
    ["a.0", 1],
    ['a["b]', 1],
    ["a[12345678]", 1],
    ["a();process.exit()", 1],
    ["`a`", 0],
  ])("%s is none, and the place where it goes wrong is told", (path, place) =>
    expect(parsePath(path)).toEqual({ at: place }),
  );

  test("has an end: 20 steps and 300 characters", () => {
    expect(steps(Array(20).fill("a").join("."))).toHaveLength(20);
    expect(parsePath(Array(21).fill("a").join("."))).toEqual({ at: 39 });
    expect(parsePath("a".repeat(301))).toEqual({ at: 300 });
  });
});

describe("the number a path leads to", () => {
  test.each([
    [{ value: 261 }, "value", 261],
    [{ value: "20.5" }, "value", 20.5],
    [{ value: " -1e3 " }, "value", -1000],
    [[1, 2, 3], "[-1]", 3],
    [{ "a.b": { c: 0 } }, '["a.b"].c', 0],
    [prometheus("7"), "data.result[0].value[1]", 7],
  ])("%j at %s is %d", (document, path, value) => expect(at(document, path)).toEqual({ value }));

  test.each([
    [{ a: {} }, "a.b", "a.b"],
    [{ a: [] }, "a[0]", "a[0]"],
    [{ a: [1] }, "a[-2]", "a[-2]"],
    [{ a: 1 }, "a.b.c", "a.b"],
    [{ a: { b: 1 } }, "a[0]", "a[0]"],
    [{ a: [1] }, "a.length", "a.length"],
    [{}, "constructor.length", "constructor"],
    [{}, "__proto__.x", "__proto__"],
    ["text", "[0]", "[0]"],
    [null, "a", "a"],
  ])("%j has nothing at %s, and it is told how far the path led", (document, path, place) =>
    expect(at(document, path)).toEqual({ unread: "nothing-there", at: place }),
  );

  test.each([[true], [null], [{}], [[1]], [""], ["12 min"], ["0x10"], ["1,204"], ["１２"], ["1_000"]])(
    "%j is not one",
    (value) => expect(at({ value }, "value")).toEqual({ unread: "not-a-number", at: "value" }),
  );

  test.each([["NaN"], ["+Inf"], ["-Infinity"], ["1e999"]])("%s is none that can be recorded", (value) =>
    expect(at({ value }, "value")).toEqual({ unread: "not-finite", at: "value" }),
  );

  test("too large for a number is none", () =>
    expect(numberAt('{"value": 1e999}', ["value"])).toEqual({ unread: "not-finite", at: "value" }));

  test.each(["", "<html>", "{", "NaN", "{'a': 1}"])("%s is no JSON", (text) =>
    expect(numberAt(text, ["a"])).toEqual({ unread: "not-json" }),
  );

  test("is not chosen among several series of Prometheus", () => {
    const path = "data.result[0].value[1]";
    expect(at(prometheus("7", "8"), path)).toEqual({ unread: "several", count: 2 });
    expect(at(prometheus(), path)).toEqual({ unread: "nothing-there", at: "data.result[0]" });
    expect(at({ data: { result: [{ value: [1, 7] }, {}] } }, path)).toEqual({ value: 7 });
  });

  test("is found in a document nested as deep as an answer can be", () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect(numberAt(deep, [0])).toEqual({ unread: "not-a-number", at: "[0]" });
  });

  test("is not sought for minutes in an answer that means harm", () => {
    const harm = [`${"0".repeat(100_000)}x`, `0.${"0".repeat(100_000)}x`, `1e${"0".repeat(100_000)}x`];
    for (const text of harm) expect(at({ a: text }, "a")).toEqual({ unread: "not-a-number", at: "a" });
    expect(at({ a: ["12.", ".5", "-1.5e3", "007"] }, "a[0]")).toEqual({ value: 12 });
    expect([".5", "-1.5e3", "007"].map((text) => at({ a: text }, "a"))).toEqual([
      ...[{ value: 0.5 }, { value: -1500 }, { value: 7 }],
    ]);
  });
});
