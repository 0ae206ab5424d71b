import { expect, test } from "vitest";
import { applied, checkIn, mutation, newId, openHarbour, pullAll, round } from "../../support/company.ts";
import { describeOnBoth } from "../../support/database.ts";

describeOnBoth("flush", (ground) => {
  const harbour = (keyResults?: number) => openHarbour(ground, keyResults);

  test("a check-in is on the server once, with the answer and its row in one round", async () => {
    const { sync, company } = await harbour();
    const sent = checkIn(company.keyResultIds[0]!, { note: "Two labels signed" });
    const answer = await round(sync, company.ben, [sent]);
    expect(answer.results).toEqual([{ id: sent.id, outcome: "applied", revision: answer.cursor.revision }]);
    const row = answer.rows.find((one) => one.kind === "check-in");
    expect(row).toMatchObject({ id: sent.args.id, revision: answer.cursor.revision });
    expect(row?.body).toMatchObject({ authorId: company.ben.memberId, note: "Two labels signed", value: 10 });
  });

  test("sending again answers the same and changes nothing, at once and after a year", async () => {
    const { sync, company, world } = await harbour();
    const sent = checkIn(company.keyResultIds[0]!);
    const first = await round(sync, company.ben, [sent]);
    const again = await round(sync, company.ben, [sent, sent]);
    world.time += 365 * 86_400_000;
    const late = await round(sync, company.ben, [sent]);
    expect(again.results).toEqual([first.results[0], first.results[0]]);
    expect(late.results).toEqual(first.results);
    expect(late.cursor).toEqual(first.cursor);
  });

  test("a refusal is stored as well: it stays what it was when its reason is gone", async () => {
    const { sync, company } = await harbour();
    const { ada, ben } = company;
    const early = mutation("workspace.rename", { name: "Ben's" });
    const first = await round(sync, ben, [early]);
    expect(first.results).toMatchObject([{ outcome: "rejected", code: "forbidden" }]);
    await applied(sync, company.id, { memberId: ada.memberId }, [
      ["member.set-role", { memberId: ben.memberId, role: "admin" }],
    ]);
    expect((await round(sync, ben, [early])).results).toEqual(first.results);
    const anew = mutation("workspace.rename", { name: "Ben's" });
    expect((await round(sync, ben, [anew])).results).toMatchObject([{ outcome: "applied" }]);
  });

  test("one mutation is one revision: gap-free, each with a tag of its own", async () => {
    const { sync, company, database } = await harbour(3);
    const sent = company.keyResultIds.map((one) => checkIn(one, { blocked: "Waiting for the label" }));
    const { results } = await round(sync, company.ben, sent);
    const revisions = await database.read("select revision, tag from revision order by revision");
    expect(revisions.map((one) => one.revision)).toEqual(revisions.map((_, i) => i + 1));
    expect(new Set(revisions.map((one) => one.tag)).size).toBe(revisions.length);
    expect(revisions.every((one) => /^[0-9a-f]{16}$/.test(String(one.tag)))).toBe(true);
    expect(results.map((one) => one.revision)).toEqual(revisions.slice(-3).map((one) => one.revision));
    const rows = await database.read("select kind from row where revision = ?", [results[0]!.revision!]);
    expect(rows.map((one) => one.kind).sort()).toEqual(["blocker", "check-in"]);
  });

  test("later mutations of a round stand on what earlier ones wrote", async () => {
    const { sync, company } = await harbour();
    const squadId = newId();
    const { results } = await round(sync, company.ada, [
      mutation("squad.form", { id: squadId, name: "Podcasts" }),
      mutation("squad.assign", { squadId, memberId: company.ben.memberId, as: "pm" }),
      mutation("squad.rename", { squadId, name: "Talk" }),
    ]);
    expect(results.map((one) => one.outcome)).toEqual(["applied", "applied", "applied"]);
    const { rows } = await pullAll(sync, company.ada);
    expect(rows.get(`squad ${squadId}`)?.body).toMatchObject({
      name: "Talk",
      members: [{ memberId: company.ben.memberId, as: "pm" }],
    });
  });

  test("what a row was before goes to its history, also within one commit, with who wrote it and when", async () => {
    const { sync, company, database } = await harbour();
    const squadId = newId();
    const name = async (name: string) => mutation("squad.rename", { squadId, name });
    await round(sync, company.ada, [mutation("squad.form", { id: squadId, name: "One" }), await name("Two")]);
    await round(sync, company.ada, [await name("Three"), await name("Four")]);
    const versions = await database.read(
      "select body->>'name' as name, actor_id, at from row_history where id = ? order by revision",
      [squadId],
    );
    expect(versions.map((one) => one.name)).toEqual(["One", "Two", "Three"]);
    expect(versions.every((one) => one.actor_id === company.ada.memberId)).toBe(true);
    expect(versions.every((one) => one.at === "2026-11-23T09:00:00.000Z")).toBe(true);
  });

  test("a claim from the future is taken as made on arrival, one from the past as claimed", async () => {
    const { sync, company } = await harbour(2);
    const [one, two] = company.keyResultIds;
    const future = checkIn(one!, {}, { at: "2036-01-01T00:00:00Z" });
    const past = checkIn(two!, {}, { at: "2026-11-20T18:00:00Z" });
    await round(sync, company.ben, [future, past]);
    const { rows } = await pullAll(sync, company.ben);
    expect(rows.get(`check-in ${future.args.id}`)?.body?.at).toBe("2026-11-23T09:00:00.000Z");
    expect(rows.get(`check-in ${past.args.id}`)?.body?.at).toBe("2026-11-20T18:00:00.000Z");
  });

  test("what hangs on a refused making is refused as its child, the rest goes on", async () => {
    const { sync, company } = await harbour();
    const squadId = newId();
    const { results } = await round(sync, company.ben, [
      mutation("squad.form", { id: squadId, name: "Mine" }),
      mutation("squad.rename", { squadId, name: "Still mine" }),
      checkIn(company.keyResultIds[0]!),
    ]);
    expect(results.map(({ outcome, code }) => code ?? outcome)).toEqual([
      "forbidden",
      "parent_rejected",
      "applied",
    ]);
  });

  test("requests that come at once are stored in few commits, each answered for itself", async () => {
    const { sync, company, database } = await harbour(50);
    const sent = company.keyResultIds.map((one) => checkIn(one));
    const commits: number[] = [];
    sync.onCommit((_workspaceId, revision) => commits.push(revision));
    const answers = await Promise.all(sent.map((one) => round(sync, company.ben, [one])));
    expect(answers.map((one) => one.results[0]?.outcome)).toEqual(sent.map(() => "applied"));
    expect(commits.length).toBeLessThanOrEqual(3);
    const [counted] = await database.read("select count(*) as n from row where kind = 'check-in'");
    expect(counted?.n).toBe(50);
  });

  test("a listener hears of each commit with the rows it wrote, and its own trouble harms nobody", async () => {
    const { sync, company, world } = await harbour();
    const heard: unknown[] = [];
    sync.onCommit((workspaceId, revision, changed) => {
      heard.push([workspaceId, revision, changed.map((one) => one.kind)]);
      throw new Error("listener");
    });
    const answer = await round(sync, company.ben, [checkIn(company.keyResultIds[0]!)]);
    expect(answer.results).toMatchObject([{ outcome: "applied" }]);
    expect(heard).toEqual([[company.id, answer.cursor.revision, ["check-in"]]]);
    expect(world.logged).toContain("listener_failed");
    await round(sync, company.ben, []);
    expect(heard).toHaveLength(1);
  });
});
