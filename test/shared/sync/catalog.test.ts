import { describe, expect, test } from "vitest";
import type * as z from "zod/mini";
import { catalog, definitionOf } from "../../../shared/sync/catalog.ts";
import * as field from "../../../shared/sync/field.ts";
import { cycleOf, kinds, parentOf, places } from "../../../shared/sync/kinds.ts";
import { everything } from "../../support/every-mutation.ts";
import { idOf } from "../../support/rules.ts";

describe("the catalog", () => {
  test.each(kinds)("%s: a strict schema, and mutations with a verb, arguments and who may", async (kind) => {
    const { schema, mutations } = await catalog[kind].load();
    expect(schema.safeParse({ extra: 1 }).success).toBe(false);
    for (const [verb, { args, may, rule }] of Object.entries(mutations)) {
      expect(verb).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(verb).not.toMatch(/^(create|update|delete)$/);
      expect(args.safeParse({ extra: 1 }).success).toBe(false);
      expect(may.length).toBeGreaterThan(0);
      expect(rule).toBeTypeOf("function");
    }
  });

  test.each(kinds)(
    "%s: every row a rule wrote has its parent and its cycle where the catalog says",
    async (kind) => {
      const rules = await everything();
      const rows = rules.all(kind);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const { parent, cycle } = places[kind];
        expect(parentOf(kind, row)).toBe(parent === null ? "" : (row as never)[parent]);
        if (parent !== null) expect(parentOf(kind, row)).toMatch(/^[0-9a-f-]{36}$/);
        if (cycle !== null) expect(rules.find("cycle", cycleOf(kind, row) ?? "")).toBeDefined();
        else expect(cycleOf(kind, row)).toBeNull();
      }
    },
  );

  test("finds a mutation by its name, and nothing by a name nobody knows", async () => {
    expect(await definitionOf("check-in.record")).toBeDefined();
    const strange = [
      "",
      ".",
      "check-in",
      "check-in.",
      ".record",
      "check-in.forget",
      "metric.record",
      "bet.delete",
    ];
    const hostile = [
      "__proto__.load",
      "constructor.name",
      "check-in.constructor",
      "check-in.__proto__",
      "toString.",
    ];
    for (const name of [...strange, ...hostile]) expect(await definitionOf(name), name).toBeUndefined();
  });
});

describe("fields", () => {
  const takes = (schema: z.ZodMiniType, value: unknown) => schema.safeParse(value).success;

  test("a number is finite", () => {
    for (const value of [0, -1.5, 1e308]) expect(takes(field.number, value)).toBe(true);
    for (const value of [Number.NaN, Infinity, -Infinity, "1", null, 1n])
      expect(takes(field.number, value)).toBe(false);
  });

  test("an instant is in UTC; a day is one of the calendar", () => {
    expect(takes(field.instant, "2026-10-05T08:00:00.000Z")).toBe(true);
    for (const value of ["2026-10-05T08:00:00+02:00", "2026-10-05", "now"])
      expect(takes(field.instant, value)).toBe(false);
    expect(takes(field.day, "2028-02-29")).toBe(true);
    for (const value of ["2026-02-29", "2026-13-01", "20261005"]) expect(takes(field.day, value)).toBe(false);
  });

  test("a time of day has two digits each", () => {
    for (const value of ["00:00", "09:30", "23:59"]) expect(takes(field.time, value)).toBe(true);
    for (const value of ["24:00", "9:30", "12:60", "12:30:00", ""])
      expect(takes(field.time, value)).toBe(false);
  });

  test("texts are trimmed before they are measured", () => {
    expect(field.title.parse(`  ${"x".repeat(200)}  `)).toHaveLength(200);
    expect(takes(field.title, " \n ")).toBe(false);
    expect(takes(field.note, "x".repeat(501))).toBe(false);
    expect(takes(field.text, "x".repeat(2001))).toBe(false);
    expect(takes(field.sentence, "   ")).toBe(false);
  });

  test("an id is a UUID, of any version", () => {
    expect(takes(field.id, idOf("x"))).toBe(true);
    for (const value of ["", "x", idOf("x").slice(1), `${idOf("x")} `])
      expect(takes(field.id, value)).toBe(false);
  });

  test("working days are days of the week, each once", () => {
    for (const value of [[], [1, 7], [1, 2, 3, 4, 5, 6, 7]]) expect(takes(field.weekdays, value)).toBe(true);
    for (const value of [[0], [8], [1, 1], [1.5]]) expect(takes(field.weekdays, value)).toBe(false);
  });
});
