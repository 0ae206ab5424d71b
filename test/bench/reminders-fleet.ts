import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "../../api/env.ts";
import { createLog } from "../../api/log.ts";
import { openNorthing } from "../../api/northing.ts";
import { signIn } from "../../api/people/sign-in.ts";
import type { Subscription } from "../../shared/push/subscription.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { addDays } from "../../shared/time/local-date.ts";
import type { Sailor } from "./fleet.ts";

export interface RemindedFleet {
  dataDir: string;
  workspaceId: string;
  /** Those who sync meanwhile; each owns a key result. */
  sailors: Sailor[];
  dueAt: number;
}

const squadSize = 200;
const together = 500;

/**
 * As many people as there are subscriptions, each with a phone, in squads of two hundred whose focus is due for all of
 * them at the same minute, `ahead` milliseconds from now; everything is planned.
 */
export async function buildReminded(
  subscriptions: readonly Subscription[],
  { ahead, syncing, env }: { ahead: number; syncing: number; env: Record<string, string> },
): Promise<RemindedFleet> {
  const dataDir = mkdtempSync(join(tmpdir(), "northing-bench-"));
  const now = Date.now;
  const northing = await openNorthing({
    env: parseEnv({ DATA_DIR: dataDir, ...env }),
    log: createLog("error", now, (line) => process.stderr.write(line)),
    ...{ now, bytes: (count: number) => randomBytes(count), origin: () => "http://localhost" },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const id = () => uuidv7(now(), randomBytes(10));
  const workspaceId = id();
  const apply = async (memberId: string, told: [name: string, args: object][], server = false) => {
    for (let at = 0; at < told.length; at += together) {
      const part = told.slice(at, at + together);
      const sent = part.map(([name, args]) => ({ id: id(), name, args, at: new Date().toISOString() }));
      const results = await northing.sync.apply(
        workspaceId,
        { memberId, ...(server ? { server } : {}) },
        sent,
      );
      const refused = results.find((one) => one.outcome !== "applied");
      if (refused) throw new Error(`the fleet was refused: ${JSON.stringify(refused)}`);
    }
  };

  // Where the clocks show mid-morning, so that nobody's quiet hours are in the way.
  const zone = zoneShowing(10);
  const members = subscriptions.map(id);
  const squads = Array.from({ length: Math.ceil(members.length / squadSize) }, id);
  const [ada, cycleId] = [members[0]!, id()];
  const today = new Date().toISOString().slice(0, 10);
  const joins = members.map((memberId, index): [string, object] => [
    "member.join",
    {
      ...{
        id: memberId,
        name: `Sailor ${index + 1}`,
        role: index === 0 ? "admin" : "member",
        zone,
        locale: "en",
      },
      ...(index === 0 ? {} : { squadId: squads[Math.floor(index / squadSize)]!, as: "member" }),
    },
  ]);
  await apply(ada, [["workspace.found", { id: workspaceId, name: "Fleet", zone }], joins[0]!], true);
  await apply(
    ada,
    squads.map((squadId, index) => ["squad.form", { id: squadId, name: `Squad ${index + 1}` }]),
  );
  await apply(ada, [["squad.assign", { squadId: squads[0]!, memberId: ada, as: "member" }]]);
  await apply(ada, joins.slice(1), true);
  const owned = squads.map((_, index) => ({
    objectiveId: id(),
    keyResultId: id(),
    ownerId: members[index * squadSize]!,
  }));
  const unit = { label: "", scale: "ratio", decimals: 1 };
  const exempt = { reason: "Only a benchmark." };
  await apply(ada, [
    ["cycle.open", { id: cycleId, name: "Q", startsOn: addDays(today, -60), endsOn: addDays(today, 30) }],
    ...owned.flatMap(({ objectiveId, keyResultId, ownerId }, index): [string, object][] => [
      [
        "objective.draft",
        { id: objectiveId, cycleId, squadId: squads[index]!, title: "A weekly habit", exempt },
      ],
      [
        "key-result.draft",
        {
          ...{
            id: keyResultId,
            objectiveId,
            ownerId,
            title: "Listeners who come back on day 7, from 10% to 60%",
          },
          ...{ direction: "increase", baseline: 0.1, target: 0.6, unit },
        },
      ],
    ]),
    ["cycle.commit", { cycleId }],
  ]);
  const people = members.map((memberId, index) => ({
    memberId,
    personId: id(),
    deviceId: id(),
    ...subscriptions[index]!,
  }));
  await northing.database.write(phonesOf(workspaceId, people));

  const sailors: Sailor[] = [];
  for (const { ownerId, keyResultId } of owned.slice(0, syncing)) {
    const { personId } = people[members.indexOf(ownerId)]!;
    const whose = { personId, workspaceId, memberId: ownerId };
    const signed = await signIn(northing.people, whose, "Bench", undefined, "bench", []);
    const cookie = `northing=${signed.token}`;
    sailors.push({
      memberId: ownerId,
      deviceId: signed.answer.device.id,
      cookie,
      keyResultIds: [keyResultId],
    });
  }
  const dueAt = Math.ceil((now() + ahead) / 60_000) * 60_000;
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const rhythm = {
    ...{ dueDay: 1, dueTime: "09:00", openDaysBefore: 3, workdays: [1, 2, 3, 4, 5, 6, 7] },
    focusTime: clock.format(dueAt),
  };
  await apply(ada, [["workspace.set-rhythm", { rhythm }]]);
  await northing.reminders.work.planReminders();
  await northing.close();
  return { dataDir, workspaceId, sailors, dueAt };
}

function zoneShowing(hour: number): string {
  const east = hour - new Date().getUTCHours();
  // POSIX counts westwards, and no further than this.
  const offset = east > 12 ? east - 24 : east < -12 ? east + 24 : east;
  return offset === 0 ? "UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
}

interface Phone extends Subscription {
  memberId: string;
  personId: string;
  deviceId: string;
}

function phonesOf(workspaceId: string, phones: readonly Phone[]) {
  const at = new Date().toISOString();
  const args = [JSON.stringify(phones), at];
  const each = "(select value as v from json_each(?1))";
  return [
    {
      sql: `insert into person (id, name, created_at) select v->>'personId', 'Sailor', ?2 from ${each}`,
      args,
    },
    {
      sql: `insert into membership (person_id, workspace_id, member_id, joined_at)
            select v->>'personId', ?3, v->>'memberId', ?2 from ${each}`,
      args: [...args, workspaceId],
    },
    {
      sql: `insert into device (id, person_id, token_hash, name, created_at, last_seen_at, expires_at)
            select v->>'deviceId', v->>'personId', v->>'deviceId', 'phone', ?2, ?2, '2099-01-01T00:00:00Z' from ${each}`,
      args,
    },
    {
      sql: `insert into push_subscription (endpoint, device_id, person_id, p256dh, auth, created_at, seen_at)
            select v->>'endpoint', v->>'deviceId', v->>'personId', v->'keys'->>'p256dh', v->'keys'->>'auth', ?2, ?2
            from ${each}`,
      args,
    },
  ];
}
