import { createClient } from "@libsql/client";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Database } from "../../../api/db/client.ts";
import { DatabaseError } from "../../../api/db/database-error.ts";
import { createSyncStore } from "../../../api/sync/store.ts";
import { createSync, type Sync } from "../../../api/sync/sync.ts";
import type { SyncStore } from "../../../api/sync/sync-store.ts";
import { definitionOf } from "../../../shared/sync/catalog.ts";
import { checkIn, mutation, newId, openHarbour, pullAll, request, round } from "../../support/company.ts";
import { describeOnBoth, onFile, open } from "../../support/database.ts";
import { openDoor } from "../../support/sync-door.ts";

/** The same server with a fault in one verb of its database. */
function faulty(database: Database, faults: Partial<Database>): Database {
  return { ...database, ...faults };
}

describeOnBoth("a database in trouble", (ground) => {
  async function harbour() {
    const harbour = await openHarbour(ground);
    const { database, world } = harbour;
    const serverOn = (faults: Partial<Database>) =>
      createSync({ store: createSyncStore(faulty(database, faults)), world });
    return { ...harbour, serverOn, sent: checkIn(harbour.company.keyResultIds[0]!) };
  }

  test.each(["unavailable", "full"] as const)(
    "that is %s when writing leaves work unanswered, never refused; later it is applied once",
    async (code) => {
      const { sync, serverOn, company, sent } = await harbour();
      const ill = serverOn({ write: () => Promise.reject(new DatabaseError(code, "injected")) });
      const answer = await round(ill, company.ben, [sent]);
      expect([answer.results, answer.retryAfter]).toEqual([[], 2]);
      expect((await round(sync, company.ben, [sent])).results).toMatchObject([{ outcome: "applied" }]);
    },
  );

  test("that cannot be read is a 503 for the whole request", async () => {
    const { serverOn, company, sent } = await harbour();
    const ill = serverOn({ read: () => Promise.reject(new DatabaseError("unavailable", "injected")) });
    expect(await openDoor(ill).post(company.ben, request([sent]))).toMatchObject({
      status: 503,
      code: "unavailable",
    });
  });

  test("that commits and does not say so is asked again: one effect, and the answer it would have given", async () => {
    const { sync, serverOn, database, company, sent } = await harbour();
    const dying = serverOn({
      async write(statements) {
        await database.write(statements);
        throw new DatabaseError("unavailable", "the line broke after the commit");
      },
    });
    const refused = mutation("workspace.rename", { name: "No" });
    const lost = await round(dying, company.ben, [sent, refused]);
    expect(lost.results).toEqual([]);
    const again = await round(sync, company.ben, [sent, refused]);
    expect(again.results).toMatchObject([{ outcome: "applied" }, { outcome: "rejected", code: "forbidden" }]);
    const { rows, cursor } = await pullAll(sync, company.ben);
    expect(rows.get(`check-in ${sent.args.id}`)?.revision).toBe(again.results[0]!.revision);
    expect(cursor.revision).toBe(again.results[0]!.revision);
  });

  test("that fails at any one of its calls never refuses anything, and all is applied in the end", async () => {
    const { sync, serverOn, database, company } = await harbour();
    for (let bad = 0; bad < 12; bad += 1) {
      let calls = 0;
      const fail = () => {
        calls += 1;
        if (calls - 1 === bad) throw new DatabaseError("unavailable", "injected");
      };
      const ill = serverOn({
        async read(sql, args) {
          fail();
          return database.read(sql, args);
        },
        async write(statements) {
          fail();
          return database.write(statements);
        },
      });
      const batch = [
        mutation("cycle.revise", { cycleId: company.cycleId, name: `Q4, ${bad}` }),
        mutation("workspace.rename", { name: `Harbour ${bad}` }),
      ];
      const answer = await round(ill, company.ada, batch).catch(() => undefined);
      const results = answer?.results ?? [];
      expect(results.every((one) => one.outcome === "applied")).toBe(true);
      expect(results.map((one) => one.id)).toEqual(batch.slice(0, results.length).map((one) => one.id));
      if (answer) expect(answer.retryAfter).toBe(results.length < 2 ? 2 : undefined);
      const settled = await round(sync, company.ada, batch);
      expect(settled.results.map((one) => one.outcome)).toEqual(["applied", "applied"]);
    }
    const revisions = await database.read("select revision from revision order by revision");
    expect(revisions.map((one) => one.revision)).toEqual(revisions.map((_, i) => i + 1));
  });
});

test("a file that another program keeps locked leaves work unanswered, and takes it once the lock is gone", async () => {
  const { sync, company, database } = await openHarbour(onFile);
  const intruder = createClient({ url: `file:${database.file}`, concurrency: 1 });
  onTestFinished(() => intruder.close());
  const held = await intruder.transaction("write");
  const sent = checkIn(company.keyResultIds[0]!);
  expect(await round(sync, company.ben, [sent])).toMatchObject({ results: [], retryAfter: 2 });
  await held.rollback();
  expect((await round(sync, company.ben, [sent])).results).toMatchObject([{ outcome: "applied" }]);
  const stored = await intruder.execute("select count(*) from row where kind = 'check-in'");
  expect(stored.rows[0]![0]).toBe(1);
});

describe("a fault of our own", () => {
  async function withBroken(name: string, broken: (args: { [key: string]: unknown }) => boolean) {
    const definition = (await definitionOf(name))!;
    const { rule } = definition;
    const mend = () => {
      definition.rule = rule;
    };
    definition.rule = (args, context) => {
      if (broken(args as { [key: string]: unknown })) throw new TypeError("a bug in a rule");
      return rule(args, context);
    };
    onTestFinished(mend);
    return mend;
  }

  test("leaves its mutation unanswered while the others go on, until it is mended", async () => {
    const { sync, company, world } = await openHarbour(onFile, 3);
    const [one, two, three] = company.keyResultIds.map((id, value) => checkIn(id, { value }));
    const mend = await withBroken("check-in.record", (args) => args.value === 1);
    const answer = await round(sync, company.ben, [one!, two!, three!]);
    expect(answer.results.map((result) => [result.id, result.outcome])).toEqual([
      [one!.id, "applied"],
      [three!.id, "applied"],
    ]);
    expect(answer.retryAfter).toBe(60);
    expect(world.logged).toContain("mutation_failed");
    mend();
    const again = await round(sync, company.ben, [two!]);
    expect(again.results).toMatchObject([{ id: two!.id, outcome: "applied" }]);
  });

  test("keeps waiting what stands on it, so that it is not refused for lack of it", async () => {
    const { sync, company } = await openHarbour(onFile);
    const squadId = newId();
    const sent = [
      mutation("squad.form", { id: squadId, name: "Podcasts" }),
      mutation("squad.rename", { squadId, name: "Talk" }),
      mutation("workspace.rename", { name: "Port" }),
    ];
    const mend = await withBroken("squad.form", () => true);
    const answer = await round(sync, company.ada, sent);
    expect(answer.results).toMatchObject([{ id: sent[2]!.id, outcome: "applied" }]);
    mend();
    const again = await round(sync, company.ada, sent);
    expect(again.results.map((one) => one.outcome)).toEqual(["applied", "applied", "applied"]);
  });

  test("in the store is found out one by one: only the mutation it hits stays unanswered", async () => {
    const { store, world, company } = await openHarbour(onFile, 3);
    const bad = company.keyResultIds[1]!;
    const broken: SyncStore = {
      ...store,
      async load(workspaceId, wants) {
        if (wants.some((want) => "id" in want && want.id === bad)) throw new SyntaxError("a damaged body");
        return store.load(workspaceId, wants);
      },
    };
    const sent = company.keyResultIds.map((id) => checkIn(id));
    const answer = await round(createSync({ store: broken, world }), company.ben, sent);
    expect(answer.results.map((one) => one.id)).toEqual([sent[0]!.id, sent[2]!.id]);
    expect(answer.retryAfter).toBe(60);
  });

  test("that makes the store refuse for ever is not mistaken for a race, nor for a refusal", async () => {
    const { store, world, company } = await openHarbour(onFile);
    let tries = 0;
    const broken = {
      ...store,
      async commit() {
        tries += 1;
        return false;
      },
    };
    const answer = await round(createSync({ store: broken, world }), company.ben, [
      checkIn(company.keyResultIds[0]!),
    ]);
    expect([answer.results, answer.retryAfter, tries]).toEqual([[], 60, 1]);
  });

  test("reaches the server's own code as an error", async () => {
    const { sync, company } = await openHarbour(onFile);
    await withBroken("squad.form", () => true);
    const form = {
      id: newId(),
      name: "squad.form",
      args: { id: newId(), name: "A" },
      at: "2026-11-23T08:00:00Z",
    };
    await expect(sync.apply(company.id, { memberId: company.ada.memberId }, [form])).rejects.toThrow(
      "a bug in a rule",
    );
  });
});

describeOnBoth("two servers on one database", (ground) => {
  test("race for the same history and lose nothing: gap-free, each mutation once", async () => {
    const url = await ground.url();
    const { sync, database, world, company } = await openHarbour({ ...ground, url: async () => url }, 40);
    const other = ground.name === "server" ? await open(url) : database;
    if (other !== database) onTestFinished(() => other.close());
    const servers: Sync[] = [sync, createSync({ store: createSyncStore(other), world })];
    const own = servers.map(() => company.keyResultIds.map((id) => checkIn(id)));
    const shared = company.keyResultIds.map((id) => checkIn(id));
    const answers = await Promise.all(
      servers.flatMap((server, i) =>
        [...own[i]!, ...shared].map((one) => round(server, company.ben, [one], { limit: 0 })),
      ),
    );
    const unanswered = answers.filter((one) => one.results.length === 0);
    expect(unanswered).toEqual([]);
    expect(answers.every((one) => one.results[0]?.outcome === "applied")).toBe(true);
    const revisions = await database.read("select revision from revision order by revision");
    expect(revisions.map((one) => one.revision)).toEqual(revisions.map((_, i) => i + 1));
    const stored = await database.read("select distinct revision from row where kind = 'check-in'");
    expect(stored).toHaveLength(120);
  });
});
