import { expect, test } from "vitest";
import { createFolds } from "../../../../web/screens/map/folds.ts";
import { type Asked, askedIn, queryOf } from "../../../../web/screens/map/use-asked.ts";

test("what the address asks survives being written and read", () => {
  const asked: Asked = {
    ...{
      squadId: "",
      status: "off-pace",
      text: "a & b=c",
      on: "2026-09-01",
      node: "metric/x",
      as: "outline",
    },
  };
  expect(askedIn(queryOf(asked))).toEqual(asked);
  expect(queryOf(askedIn(""))).toBe("");
});

test("what nobody can read in an address is left out", () => {
  expect(askedIn("status=great&on=2026-13-99&as=globe")).toEqual(askedIn(""));
  expect(askedIn("on=yesterday").on).toBeUndefined();
  expect(askedIn("on=2026-9-1").on).toBeUndefined();
});

test("a branch keeps what was said of it, tells its own listener alone, and remembers all of it", () => {
  const kept: Record<string, boolean>[] = [];
  const folds = createFolds({ shut: false }, (said) => kept.push(said));
  const heard: string[] = [];
  const stop = folds.subscribe("a", () => heard.push("a"));
  folds.subscribe("b", () => heard.push("b"));
  expect([folds.isOpen("shut", true), folds.isOpen("a", true), folds.isOpen("__proto__", false)]).toEqual([
    false,
    true,
    false,
  ]);
  folds.set("a", false);
  stop();
  folds.set("a", true);
  expect(heard).toEqual(["a"]);
  expect(kept.at(-1)).toEqual({ shut: false, a: true });
});
