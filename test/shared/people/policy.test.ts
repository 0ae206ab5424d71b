import { beforeAll, describe, expect, test } from "vitest";
import { type Door, doors, mayAct, mayPass } from "../../../shared/people/policy.ts";
import { catalog, type MutationName } from "../../../shared/sync/catalog.ts";
import { kinds } from "../../../shared/sync/kinds.ts";
import { cast, finishes, podcasts } from "../../support/cast.ts";
import { everything, telling, tellings } from "../../support/every-mutation.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/**
 * Who may do what, to podcasts and to Ben's key result and settings. `+` applies, `.` is forbidden, `a` is told that
 * they are not the author. Srv is the server itself, Vic a viewer who sits in the squad, Cleo from another workspace.
 */
const table = `
                           srv ada dora imani ben dele sam stew olu vic rex cleo
workspace.found             +   .   .    .     .   .    .   .    .   .   .   .
workspace.rename            .   +   .    .     .   .    .   .    .   .   .   .
workspace.set-zone          .   +   .    .     .   .    .   .    .   .   .   .
workspace.set-rhythm        .   +   .    .     .   .    .   .    .   .   .   .
workspace.set-lock-screen   .   +   .    .     .   .    .   .    .   .   .   .
workspace.set-decision-rules .  +   .    .     .   .    .   .    .   .   .   .
workspace.set-workshop      .   +   +    .     .   .    .   .    .   .   .   .
member.join                 +   .   .    .     .   .    .   .    .   .   .   .
member.rename               .   +   .    .     +   .    .   .    .   .   .   .
member.set-role             .   +   .    .     .   .    .   .    .   .   .   .
member.set-title            .   +   .    .     .   .    .   .    .   .   .   .
member.remove               .   +   .    .     .   .    .   .    .   .   .   .
member.set-preferences      .   +   .    .     +   .    .   .    .   .   .   .
member.set-zone             .   +   .    .     +   .    .   .    .   .   .   .
member.set-email            .   +   .    .     +   .    .   .    .   .   .   .
member.set-delegate         .   +   .    .     +   .    .   .    .   .   .   .
squad.form                  .   +   .    .     .   .    .   .    .   .   .   .
squad.rename                .   +   .    +     .   .    .   .    .   .   .   .
squad.assign                .   +   .    .     .   .    .   .    .   .   .   .
squad.dismiss               .   +   .    .     .   .    .   .    .   .   .   .
squad.set-omtm              .   +   .    +     .   .    .   .    .   .   .   .
metric.define               .   +   .    +     .   .    .   .    .   .   .   .
metric.revise               .   +   .    +     .   .    .   .    .   .   .   .
metric.retire               .   +   .    +     .   .    .   .    .   .   .   .
north-star.propose          .   +   .    .     .   .    .   .    .   .   .   .
north-star.commit           .   +   +    .     .   .    .   .    .   .   .   .
north-star.reconsider       .   +   .    .     .   .    .   .    .   .   .   .
north-star.judge            .   +   .    .     .   .    .   .    .   .   .   .
north-star.attest           .   +   .    .     .   .    .   .    .   .   .   .
north-star.revalidate       .   +   +    .     .   .    .   .    .   .   .   .
candidate.propose           .   +   +    .     .   .    .   .    .   .   .   .
candidate.revise            .   +   +    .     .   .    .   .    .   .   .   .
candidate.judge             .   +   +    .     .   .    .   .    .   .   .   .
candidate.hear              +   .   .    .     .   .    .   .    .   .   .   .
candidate.reject            .   +   +    .     .   .    .   .    .   .   .   .
candidate.reopen            .   +   +    .     .   .    .   .    .   .   .   .
recall.answer               .   +   +    +     +   +    +   +    +   +   .   .
reading.record              .   +   .    +     .   .    .   +    .   .   .   .
reading.record-many         .   +   .    +     .   .    .   +    .   .   .   .
reading.correct             .   +   .    +     .   .    .   +    .   .   .   .
cycle.open                  .   +   .    .     .   .    .   .    .   .   .   .
cycle.revise                .   +   .    .     .   .    .   .    .   .   .   .
cycle.allocate              .   +   +    +     .   .    .   .    .   .   .   .
cycle.commit                .   +   .    .     .   .    .   .    .   .   .   .
cycle.grade                 .   +   .    .     .   .    .   .    .   .   .   .
cycle.close                 .   +   .    .     .   .    .   .    .   .   .   .
objective.draft             .   +   .    +     .   .    .   .    .   .   .   .
objective.revise            .   +   .    +     .   .    .   .    .   .   .   .
objective.commit            .   +   .    +     .   .    .   .    .   .   .   .
objective.drop              .   +   .    +     .   .    .   .    .   .   .   .
key-result.draft            .   +   +    +     +   .    .   .    .   .   .   .
key-result.revise           .   +   +    +     +   .    .   .    .   .   .   .
key-result.commit           .   +   +    +     .   .    .   .    .   .   .   .
key-result.reassign         .   +   +    +     +   .    .   .    .   .   .   .
key-result.drop             .   +   +    +     .   .    .   .    .   .   .   .
key-result.grade            .   +   +    +     +   .    .   .    .   .   .   .
check-in.record             .   .   .    +     +   +    .   .    .   .   .   .
check-in.amend              a   a   a    a     +   a    a   a    a   a   a   a
check-in.retract            a   a   a    a     +   a    a   a    a   a   a   a
blocker.raise               .   +   +    +     +   +    +   .    .   .   .   .
blocker.resolve             .   +   +    +     +   +    .   .    +   .   .   .
bet.place                   .   +   +    +     +   .    +   .    .   .   .   .
bet.revise                  .   +   +    +     +   .    +   .    .   .   .   .
bet.conclude                .   +   +    +     +   .    +   .    .   .   .   .
bet.reopen                  .   +   +    +     +   .    +   .    .   .   .   .
focus.choose                .   +   +    +     +   .    +   .    .   .   .   .
event.mark                  .   +   +    +     +   +    +   +    +   .   .   .
event.unmark                .   +   +    .     .   .    +   .    .   .   .   .
anomaly.raise               +   .   .    .     .   .    .   .    .   .   .   .
anomaly.withdraw            +   .   .    .     .   .    .   .    .   .   .   .
anomaly.answer              .   +   +    +     .   .    .   +    .   .   .   .
anomaly.reopen              .   +   +    +     .   .    .   +    .   .   .   .
nudge.send                  .   +   +    +     .   .    .   .    .   .   .   .
review.open                 .   +   +    .     .   .    .   .    .   .   .   .
review.decide               .   +   .    +     .   .    .   .    .   .   .   .
review.note                 .   +   .    +     .   .    .   .    .   .   .   .
review.complete             .   +   .    +     .   .    .   .    .   .   .   .
review.reopen               .   +   .    +     .   .    .   .    .   .   .   .
attachment.add              .   +   .    +     .   .    .   .    .   .   .   .
attachment.remove           .   +   .    .     .   .    .   .    .   .   .   .
attachment.bring-back       .   +   .    .     .   .    .   .    .   .   .   .
attachment.arrive           +   .   .    .     .   .    .   .    .   .   .   .
`;
const [head, ...lines] = table.trim().split("\n");
const people = head!.trim().split(/\s+/);
const expected = Object.fromEntries(
  lines.map((line) => line.trim().split(/\s+/)).map(([name, ...cells]) => [name!, cells.join(" ")]),
);
const cells: Record<string, string> = { applied: "+", forbidden: ".", "not_author checkInId": "a" };

let world: Rules;
beforeAll(async () => {
  world = await everything();
});

describe("the policy table", () => {
  test("has a line for every mutation of the catalog, and no other", async () => {
    const names = await Promise.all(
      kinds.map(async (kind) => {
        const { mutations } = await catalog[kind].load();
        return Object.keys(mutations).map((verb) => `${kind}.${verb}`);
      }),
    );
    expect(Object.keys(expected).sort()).toEqual(names.flat().sort());
    expect(Object.keys(tellings).sort()).toEqual(names.flat().sort());
  });

  test.each(Object.entries(expected))("%s", async (name, line) => {
    const found: string[] = [];
    for (const who of people) {
      const { outcome } = await telling(world, name as MutationName, { by: who === "srv" ? "server" : who });
      found.push(cells[outcome] ?? outcome);
    }
    expect(found.join(" ")).toBe(line);
  });
});

describe("where a squad has no PM", () => {
  /** What Imani may as PM and Dora may not as director. */
  const asPm = Object.entries(expected)
    .map(([name, line]) => ({
      name,
      of: Object.fromEntries(line.split(" ").map((cell, at) => [people[at], cell])),
    }))
    .filter(({ of }) => of.imani === "+" && of.dora === ".")
    .map(({ name }) => name as MutationName);
  const outcome = async (rules: Rules, name: MutationName, by: string) =>
    (await telling(rules, name, { by })).outcome;

  test.each(asPm)("the director may %s, and without a director the admin; Imani no longer", async (name) => {
    const without = world.fork();
    await without.must("ada", "squad.assign", { squadId: podcasts, memberId: idOf("imani"), as: "member" });
    expect(await outcome(without, name, "imani")).toBe("forbidden");
    expect(await outcome(without, name, "dora")).toBe("applied");
    await without.must("ada", "member.set-role", { memberId: idOf("dora"), role: "member" });
    expect(await outcome(without, name, "dora")).toBe("forbidden");
    expect(await outcome(without, name, "ada")).toBe("applied");
  });

  test("that is said of more than a few mutations, the check-in among them", () => {
    expect(asPm.length).toBeGreaterThan(8);
    expect(asPm).toContain("check-in.record");
  });
});

describe("standings", () => {
  const context = (who: string, at = "2026-10-05T08:00:00.000Z") => ({
    rows: { get: world.find, list: world.all } as never,
    who: { memberId: idOf(who) },
    when: { at, receivedAt: at },
  });
  const { ownerId } = { ownerId: idOf("ben") };

  test("a role is a standing of its own; member is everybody who does not only read", () => {
    for (const who of Object.keys(cast)) {
      const { role, state } = world.get("member", idOf(who));
      expect(mayAct(["member"], {}, context(who))).toBe(state === "active" && role !== "viewer");
      expect(mayAct(["viewer"], {}, context(who))).toBe(role === "viewer");
      expect(mayAct(["admin"], {}, context(who))).toBe(who === "ada");
      expect(mayAct(["director"], {}, context(who))).toBe(who === "dora");
    }
  });

  test("any one of several is enough, and none at all lets nobody through", () => {
    expect(mayAct(["admin", "owner"], { ownerId }, context("ben"))).toBe(true);
    expect(mayAct([], { ownerId }, context("ada"))).toBe(false);
  });

  test("a director who was removed leaves the admin to act where a squad has no PM", async () => {
    const without = world.fork();
    await without.must("ada", "squad.assign", { squadId: podcasts, memberId: idOf("imani"), as: null });
    await without.must("ada", "member.remove", { memberId: idOf("dora") });
    expect((await telling(without, "check-in.record", { by: "ada" })).outcome).toBe("applied");
  });

  test("anyone is anyone", () => {
    for (const who of ["ada", "rex", "cleo"]) expect(mayAct(["anyone"], {}, context(who))).toBe(true);
  });

  test("a relation to nothing is none", () => {
    for (const standing of ["owner", "delegate", "steward", "self", "squad-member"] as const)
      expect(mayAct([standing], {}, context("ben"))).toBe(false);
  });

  test("a viewer in a squad has no say in it", () => {
    expect(mayAct(["squad-member"], { squadId: podcasts }, context("sam"))).toBe(true);
    expect(mayAct(["squad-member"], { squadId: podcasts }, context("vic"))).toBe(false);
  });

  test("a delegate stands in until the end of the day, where the owner lives", () => {
    const stands = (at: string) => mayAct(["delegate"], { ownerId }, context("dele", at));
    expect([stands("2026-10-16T21:59:59.999Z"), stands("2026-10-16T22:00:00.000Z")]).toEqual([true, false]);
  });

  test("a server's word is the server's only", () => {
    const { rows, when } = context("ada");
    expect(mayAct(["server"], {}, { rows, when, who: { memberId: idOf("ada") } })).toBe(false);
    expect(mayAct(["server"], {}, { rows, when, who: { memberId: idOf("x"), server: true } })).toBe(true);
  });

  test("no door that asks who one is opens to somebody removed or from elsewhere", () => {
    const asking = Object.values(doors).filter((may) => !(may as readonly string[]).includes("anyone"));
    expect(asking.length).toBeGreaterThan(8);
    for (const may of asking)
      for (const who of ["rex", "cleo"]) {
        const memberId = idOf(who);
        expect(mayAct(may, { memberId, ownerId: memberId }, context(who))).toBe(false);
      }
  });

  test("invitations are the admin's door, one's devices one's own and the admin's to revoke", () => {
    const roles = ["admin", "director", "member", "viewer"] as const;
    const through = (door: Door, self: boolean) => roles.filter((role) => mayPass(door, role, self));
    expect(through("invites.create", true)).toEqual(["admin"]);
    expect(through("devices.revoke", false)).toEqual(["admin"]);
    expect(through("devices.revoke", true)).toEqual(roles);
    expect(through("sync", false)).toEqual(roles);
    expect(through("join", false)).toEqual(roles);
  });
});

test("the key result of the table is Ben's, in podcasts", () => {
  const { ownerId, objectiveId } = world.get("key-result", finishes);
  expect([ownerId, world.get("objective", objectiveId).squadId]).toEqual([idOf("ben"), podcasts]);
});
