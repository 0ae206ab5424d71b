import { beforeAll, describe, expect, test } from "vitest";
import type { MutationName } from "../../../shared/sync/catalog.ts";
import { rejectionCodes } from "../../../shared/sync/codes.ts";
import { everything, telling, tellings } from "../../support/every-mutation.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** What a hostile or broken phone may send with a mutation's name: the answer is a closed code, and nothing changes. */
let world: Rules;
beforeAll(async () => {
  world = await everything();
});

const names = Object.keys(tellings) as MutationName[];
const huge = "x".repeat(100_000);
const fits = (key: string, value: unknown) =>
  Object.assign(JSON.parse(`{${JSON.stringify(key)}:0}`), { [key]: value });

async function mustRefuse(name: MutationName, args: unknown, codes: readonly string[] = rejectionCodes) {
  const before = JSON.stringify(everyRow(world));
  const { outcome, rules } = await telling(world, name, { args });
  const [code = ""] = outcome.split(" ");
  const said = `${name}(${describeArgs(args)}) ${outcome}`;
  if (!codes.includes(code)) throw new Error(said);
  if (rules.written().length > 0) throw new Error(`${said}, and wrote`);
  if (JSON.stringify(everyRow(world)) !== before) throw new Error(`${said}, and changed the world`);
}
const everyRow = (rules: Rules) => [rules.all("member"), rules.all("key-result"), rules.all("check-in")];
const describeArgs = (args: unknown) =>
  typeof args === "object" && args !== null
    ? Object.entries(args).map(([key, value]) => `${key}: ${String(value)}`.slice(0, 60))
    : String(args).slice(0, 60);

describe.each(names)("%s", (name) => {
  const { args } = tellings[name];
  const invalid = ["invalid_arguments"];

  test("applies as it is told in these tests", async () => {
    expect((await telling(world, name)).outcome).toBe("applied");
  });

  test("takes no arguments that are not an object", async () => {
    for (const odd of [undefined, null, 7, "x", true, [], [args], huge, Number.NaN, () => args])
      await mustRefuse(name, odd, invalid);
  });

  test("takes no field it does not know, whatever its name", async () => {
    for (const key of [
      "extra",
      "revision",
      "deleted",
      "workspaceId",
      "constructor",
      "toString",
      "hasOwnProperty",
    ])
      await mustRefuse(name, { ...args, ...fits(key, 1) }, invalid);
    const polluting = JSON.parse(`{"__proto__":{"role":"admin"},"rest":0}`) as object;
    await mustRefuse(name, Object.assign(polluting, args), invalid);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  test("takes no field of a wrong kind", async () => {
    const odd = [Number.NaN, Infinity, -Infinity, { nonsense: 1 }, [[]], huge, () => 1, Symbol("x"), 10n];
    for (const key of Object.keys(args))
      for (const value of odd) await mustRefuse(name, { ...args, [key]: value }, invalid);
  });

  test("misses what it needs, and says so", async () => {
    for (const key of Object.keys(args)) {
      const { [key]: _left, ...rest } = args;
      const { outcome, rules } = await telling(world, name, { args: rest });
      if (!["applied", "unchanged"].includes(outcome)) {
        expect(rejectionCodes).toContain(outcome.split(" ")[0]);
        expect(rules.written()).toEqual([]);
      }
    }
  });

  test("knows no ids of another workspace", async () => {
    const stranger = idOf("of another workspace");
    for (const [key, value] of Object.entries(args)) {
      if (key === "id" || typeof value !== "string" || !/^[0-9a-f-]{36}/.test(value)) continue;
      if (name === "member.join" && key === "squadId") continue;
      await mustRefuse(name, { ...args, [key]: stranger });
    }
  });

  test("takes no id that is none", async () => {
    for (const key of Object.keys(args).filter((one) => one === "id" || one.endsWith("Id")))
      for (const odd of ["", "1", "../../etc/passwd", "' or 1=1 --", "__proto__", `${idOf("x")}x`])
        await mustRefuse(name, { ...args, [key]: odd }, [...invalid, "not_found"]);
  });
});

test("numbers a JSON parser makes of 1e400 are refused wherever a number stands", async () => {
  const endless = JSON.parse("1e400") as number;
  expect(endless).toBe(Infinity);
  const { args } = tellings["check-in.record"];
  for (const key of ["value", "confidence"])
    await mustRefuse("check-in.record", { ...args, [key]: endless }, ["invalid_arguments"]);
});

test.each([-1, 11, 5.5, "5", null])("confidence of %s is none", async (confidence) => {
  const { args } = tellings["check-in.record"];
  await mustRefuse("check-in.record", { ...args, confidence }, ["invalid_arguments"]);
});

test("lists are no longer than they may be", async () => {
  const { args } = tellings["check-in.record"];
  const done = Array.from({ length: 21 }, (_, index) => idOf(String(index)));
  await mustRefuse("check-in.record", { ...args, done }, ["invalid_arguments"]);
  await mustRefuse("check-in.record", { ...args, about: Array(4).fill("moved") }, ["invalid_arguments"]);
  const daysOff = Array(201).fill("2026-12-24");
  const preferences = { memberId: idOf("ben"), daysOff };
  await mustRefuse("member.set-preferences", preferences, ["invalid_arguments"]);
});
