import type { ReminderKind } from "../../shared/reminders/kinds.ts";
import { type PushingWorld, startPushingWorld } from "./pushing.ts";
import type { Persona } from "./world.ts";

export interface SquadWorld extends PushingWorld {
  squadId: string;
  /** A running key result of the squad's; answers its id. */
  ours(owner: Persona, title: string): Promise<string>;
  /** Messages since the last time this was asked, as "time title", in the order they came. */
  heard(): string[];
  /** The ledger's lines of some kinds as "kind state reason", by when they were planned for. */
  ledger(...kinds: ReminderKind[]): Promise<string[]>;
  /** Goes from one instant to another in steps of a quarter of an hour, doing what the schedule does at each. */
  live(from: string, to: string): Promise<string[]>;
}

/** The pushing world with a squad, Podcasts: Ada is its PM and Ben a member. Both have a phone. */
export async function startSquadWorld(
  options: Parameters<typeof startPushingWorld>[0] = {},
): Promise<SquadWorld> {
  const world = await startPushingWorld(options);
  const { ada, ben, tell } = world;
  const squadId = world.id();
  const objectiveId = world.id();
  const [cycle] = await world.northing.database.read("select id from row where kind = 'cycle'");
  await tell(ada, "squad.form", { id: squadId, name: "Podcasts" });
  await tell(ada, "squad.assign", { squadId, memberId: ada.memberId, as: "pm" });
  await tell(ada, "squad.assign", { squadId, memberId: ben.memberId, as: "member" });
  const exempt = { reason: "only a test" };
  const objective = { id: objectiveId, cycleId: String(cycle!.id), squadId, title: "A weekly habit", exempt };
  await tell(ada, "objective.draft", objective);
  await world.subscribe(ada);
  await world.subscribe(ben);
  let seen = 0;
  let isCommitted = false;
  return {
    ...world,
    squadId,
    async ours(owner, title) {
      const keyResultId = world.id();
      const numbers = { direction: "increase" as const, baseline: 0.062, target: 0.08 };
      const unit = { label: "%", scale: "ratio" as const, decimals: 1 };
      const draft = { id: keyResultId, objectiveId, ownerId: owner.memberId, title, ...numbers, unit };
      await tell(ada, "key-result.draft", draft);
      if (!isCommitted) await tell(ada, "objective.commit", { objectiveId });
      isCommitted = true;
      await tell(ada, "key-result.commit", { keyResultId });
      return keyResultId;
    },
    heard() {
      const fresh = world.messages().slice(seen);
      seen += fresh.length;
      return fresh.map((one) => one.title);
    },
    async ledger(...kinds) {
      const rows = await world.northing.database.read(
        `select kind, state, reason from reminder where kind in (select value from json_each(?))
         order by planned_for, kind, member_id`,
        [JSON.stringify(kinds)],
      );
      return rows.map((one) => [one.kind, one.state, one.reason ?? ""].join(" ").trim());
    },
    async live(from, to) {
      const heard: string[] = [];
      for (let at = Date.parse(from); at <= Date.parse(to); at += 15 * 60_000) {
        world.clock.now = at;
        const before = world.messages().length;
        await world.remind();
        const time = new Date(at).toISOString().slice(5, 16);
        const device = new Map([ada, ben].map((one) => [one.memberId, one.name]));
        for (const one of world.messages().slice(before)) {
          const [line] = await world.northing.database.read("select member_id from delivery where id = ?", [
            one.data.id,
          ]);
          heard.push(`${time} ${device.get(String(line?.member_id))}: ${one.title}`);
        }
      }
      return heard;
    },
  };
}
