import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { migrate } from "../../api/db/migrate.ts";
import { createSyncStore } from "../../api/sync/store.ts";
import { createSync, type Sync } from "../../api/sync/sync.ts";
import type { World } from "../../api/sync/world.ts";
import type { MutationEnvelope, SyncRequest, SyncResponse } from "../../shared/sync/protocol.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { type Ground, open } from "./database.ts";

/** A Monday morning in the running cycle of `foundCompany`. */
export const monday = Date.parse("2026-11-23T09:00:00.000Z");

export function newId(): string {
  return uuidv7(monday, randomBytes(10));
}

/** A clock that stands still until the test moves it, real chance, and a log to look into. */
export function stillWorld(): World & { time: number; logged: string[] } {
  return {
    time: monday,
    logged: [],
    now() {
      return this.time;
    },
    bytes: (count) => randomBytes(count),
    log(event) {
      this.logged.push(event);
    },
  };
}

export interface Company {
  id: string;
  ada: Person;
  ben: Person;
  metricId: string;
  cycleId: string;
  objectiveId: string;
  keyResultIds: string[];
}
export interface Person {
  personId: string;
  memberId: string;
  workspaceId: string;
  deviceId: string;
}

/** A server's sync on a database of its own, with Ada's company in it. */
export async function openHarbour(ground: Ground, keyResults?: number) {
  const database = await open(await ground.url());
  onTestFinished(() => database.close());
  await migrate(database);
  const world = stillWorld();
  const store = createSyncStore(database);
  const sync = createSync({ store, world });
  return { database, store, world, sync, company: await foundCompany(sync, keyResults) };
}

/** Ada (admin) leads, Ben (member) owns the key results of a running cycle; made by the mutations people use. */
export async function foundCompany(sync: Sync, keyResults = 1): Promise<Company> {
  const id = newId();
  const person = () => ({ personId: newId(), memberId: newId(), workspaceId: id, deviceId: newId() });
  const [ada, ben, metricId, cycleId, objectiveId] = [person(), person(), newId(), newId(), newId()];
  const keyResultIds = Array.from({ length: keyResults }, newId);
  const unit = { label: "min", scale: "value", decimals: 0 };
  const zone = "Europe/Lisbon";
  const server = { memberId: ada.memberId, server: true };
  const join = { zone, locale: "en" };
  await applied(sync, id, server, [
    ["workspace.found", { id, name: "Harbour", zone }],
    ["member.join", { ...join, id: ada.memberId, name: "Ada", role: "admin" }],
    ["member.join", { ...join, id: ben.memberId, name: "Ben", role: "member" }],
  ]);
  const listening = { key: "listening", name: "Listening", definition: "Minutes a week", kind: "north-star" };
  const how = { unit, goodDirection: "up", cadence: "weekly", stewardId: ada.memberId };
  const because = "more minutes each week make the whole of listening rise";
  await applied(sync, id, { memberId: ada.memberId }, [
    ["metric.define", { id: metricId, ...listening, ...how }],
    ["north-star.propose", { id: newId(), metricId, statement: "Time well spent" }],
    ["cycle.open", { id: cycleId, name: "Q4", startsOn: "2026-10-01", endsOn: "2026-12-31" }],
    ["objective.draft", { id: objectiveId, cycleId, title: "Be the daily companion" }],
    ...keyResultIds.map((one, i): [string, object] => [
      "key-result.draft",
      {
        id: one,
        objectiveId,
        ownerId: ben.memberId,
        title: `Listening rises, part ${i}`,
        direction: "increase",
        baseline: 0,
        target: 100,
        unit,
        moves: { metricId, because },
      },
    ]),
    ["cycle.commit", { cycleId }],
  ]);
  return { id, ada, ben, metricId, cycleId, objectiveId, keyResultIds };
}

/** Applies through the server's door, in the order given, and throws when one of them is refused. */
export async function applied(
  sync: Sync,
  workspaceId: string,
  actor: { memberId: string; server?: boolean },
  mutations: [name: string, args: object][],
): Promise<void> {
  const at = new Date(monday).toISOString();
  const sent = mutations.map(([name, args]) => ({ id: newId(), name, args, at }));
  const results = await sync.apply(workspaceId, actor, sent);
  const refused = results.findIndex((one) => one.outcome !== "applied");
  if (refused >= 0) throw new Error(`${mutations[refused]![0]} was refused: ${results[refused]!.code}`);
}

export function mutation(name: string, args: object, more: Partial<MutationEnvelope> = {}): MutationEnvelope {
  const at = new Date(monday - 60_000).toISOString();
  return { id: newId(), seq: 0, name, args: args as Record<string, unknown>, at, ...more };
}

export function checkIn(
  keyResultId: string,
  args: object = {},
  more: Partial<MutationEnvelope> = {},
): MutationEnvelope {
  return mutation("check-in.record", { id: newId(), keyResultId, value: 10, confidence: 7, ...args }, more);
}

export function request(mutations: MutationEnvelope[] = [], more: Partial<SyncRequest> = {}): SyncRequest {
  const now = new Date(monday).toISOString();
  return { protocol: 1, deviceId: newId(), now, cursor: null, mutations, ...more };
}

/** One round as a phone sees it: the answer's text, parsed. */
export async function round(
  sync: Sync,
  who: Person,
  mutations: MutationEnvelope[] = [],
  more: Partial<SyncRequest> = {},
): Promise<SyncResponse> {
  return JSON.parse(await sync.handle(request(mutations, more), who));
}

/** Pulls until nothing is left; answers the rows by kind and id, and the last cursor. */
export async function pullAll(sync: Sync, who: Person, more: Partial<SyncRequest> = {}) {
  const rows = new Map<string, SyncResponse["rows"][number]>();
  let cursor = more.cursor ?? null;
  for (let pages = 1; ; pages += 1) {
    const answer = await round(sync, who, [], { ...more, cursor });
    for (const row of answer.rows) rows.set(`${row.kind} ${row.id}`, row);
    cursor = answer.cursor;
    if (!answer.more) return { rows, cursor, pages };
  }
}
