import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { MutationName } from "../../../shared/sync/catalog.ts";
import { everything, telling, tellings } from "../../support/every-mutation.ts";
import type { Rules } from "../../support/rules.ts";

/** What a phone of catalog version 2 puts into its outbox, one for each mutation it knew; never to be rewritten. */
const older: Record<string, Record<string, unknown>> = JSON.parse(
  readFileSync(new URL("../../data/mutations-of-catalog-2.json", import.meta.url), "utf8"),
);
let world: Rules;

beforeAll(async () => {
  world = await everything();
});

test.each(Object.entries(older))(
  "%s is still taken as a phone of catalog version 2 says it",
  async (name, args) => {
    expect(Object.keys(tellings)).toContain(name);
    expect((await telling(world, name as MutationName, { args })).outcome).toBe("applied");
  },
);
