import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import * as field from "../../../shared/sync/field.ts";
import { type Context, defineMutation, isRefusal, put, refuse } from "../../../shared/sync/mutation.ts";
import { createRowCache, RowsMissing } from "../../../shared/sync/rows.ts";
import { runRule } from "../../../shared/sync/rule.ts";
import { idOf } from "../../support/rules.ts";

const at = "2026-10-05T08:00:00.000Z";
const ben = { name: "Ben", role: "member", state: "active", zone: "Europe/Berlin" };

/** A context in which Ben is there, and nothing else is loaded. */
function context(when: Partial<Context["when"]> = {}): Context {
  const cache = createRowCache();
  const row = { kind: "member" as const, id: idOf("ben"), revision: 1, body: ben };
  cache.fill({ kind: "member", id: idOf("ben") }, [row]);
  return { rows: cache.rows, who: { memberId: idOf("ben") }, when: { at, receivedAt: at, ...when } };
}

const said = z.strictObject({ name: field.title, more: z.optional(z.strictObject({ count: field.number })) });
const echo = (about: Partial<Parameters<typeof defineMutation<typeof said>>[0]> = {}) =>
  defineMutation({
    args: said,
    may: ["member"],
    rule: ({ name }, { when }) => ({
      writes: [put("squad", idOf(name), { name: `${name} ${when.at}`, members: [], state: "active" })],
    }),
    ...about,
  });
const named = (verdict: ReturnType<typeof runRule>) =>
  "writes" in verdict
    ? verdict.writes.map((one) => "body" in one && "name" in one.body && one.body.name)
    : verdict;

describe("running a rule", () => {
  test("parses first: what is wrong is named by its path, and what is right arrives trimmed", () => {
    expect(runRule(echo(), { name: "" }, context())).toEqual({ refused: "invalid_arguments", field: "name" });
    const deep = { name: "x", more: { count: "1" } };
    expect(runRule(echo(), deep, context())).toEqual({ refused: "invalid_arguments", field: "more.count" });
    expect(runRule(echo(), "x", context())).toEqual({ refused: "invalid_arguments" });
    expect(named(runRule(echo(), { name: "  Ads " }, context()))).toEqual([`Ads ${at}`]);
  });

  test("then asks what it is about, then who may, and only then runs", () => {
    const unknown = echo({ subject: () => refuse("not_found", "name") });
    expect(runRule(unknown, { name: "x" }, context())).toEqual({ refused: "not_found", field: "name" });
    expect(runRule(echo({ may: ["admin"] }), { name: "x" }, context())).toEqual({ refused: "forbidden" });
    const never = echo({
      may: [],
      rule: () => {
        throw new Error("ran");
      },
    });
    expect(runRule(never, { name: "x" }, context())).toEqual({ refused: "forbidden" });
  });

  test("clamps a moment from the future to the arrival, and leaves an earlier one", () => {
    const run = (when: Partial<Context["when"]>) => named(runRule(echo(), { name: "x" }, context(when)));
    expect(run({ at: "2031-01-01T00:00:00.000Z" })).toEqual([`x ${at}`]);
    expect(run({ at: "2026-10-01T00:00:00.000Z" })).toEqual(["x 2026-10-01T00:00:00.000Z"]);
    expect(run({ at: "2026-10-05T07:00:00Z" })).toEqual(["x 2026-10-05T07:00:00.000Z"]);
  });

  test("tells the driver of a row that is not loaded, instead of taking it for absent", () => {
    const reads = echo({
      rule: (_, { rows }) => ({ writes: rows.get("squad", "other") === undefined ? [] : [] }),
    });
    expect(() => runRule(reads, { name: "x" }, context())).toThrow(RowsMissing);
  });

  test("gives the same verdict on the same rows, however often it runs", () => {
    const verdicts = [1, 2, 3].map(() => JSON.stringify(runRule(echo(), { name: "x" }, context())));
    expect(new Set(verdicts).size).toBe(1);
  });
});

test("a refusal names a field only when there is one", () => {
  expect(refuse("forbidden")).toEqual({ refused: "forbidden" });
  expect(Object.keys(refuse("forbidden"))).toEqual(["refused"]);
  expect(isRefusal(refuse("name_taken", "name"))).toBe(true);
  expect(isRefusal({ writes: [] })).toBe(false);
});
