import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "../../api/env.ts";
import { createLog } from "../../api/log.ts";
import { openNorthing } from "../../api/northing.ts";
import { enrol, signInLink } from "../../api/people/links.ts";
import { signIn } from "../../api/people/sign-in.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { addDays } from "../../shared/time/local-date.ts";

export interface Sailor {
  memberId: string;
  deviceId: string;
  cookie: string;
  keyResultIds: string[];
}

/** A data folder with a large company in it, made by the mutations people use, and its members signed in. */
export interface Fleet {
  dataDir: string;
  workspaceId: string;
  /** Everybody owns some of the key results; the first one is the admin. */
  sailors: Sailor[];
  /** A link that signs the first sailor in on a browser. */
  link(origin: string): string;
  checkIns: number;
  dispose(): void;
}

const words =
  "steady week the new shelf lifts finishes cohort waits for licence answer next test starts on Monday".split(
    " ",
  );

/** Builds a fleet of `people` members, `keyResults` key results and `checkIns` check-ins spread over them. */
export async function buildFleet(size: {
  people: number;
  keyResults: number;
  checkIns: number;
}): Promise<Fleet> {
  const dataDir = mkdtempSync(join(tmpdir(), "northing-bench-"));
  const now = Date.now();
  const quiet = createLog(
    "error",
    () => now,
    (line) => process.stderr.write(line),
  );
  const northing = await openNorthing({
    env: parseEnv({ DATA_DIR: dataDir, LOG_LEVEL: "error" }),
    log: quiet,
    now: () => now,
    bytes: (count) => randomBytes(count),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    origin: () => "http://localhost",
  });
  const id = () => uuidv7(now, randomBytes(10));
  const at = new Date(now).toISOString();
  const workspaceId = id();
  const apply = async (
    memberId: string,
    mutations: { name: string; args: object; at?: string }[],
    server = false,
  ) => {
    const told = mutations.map((one) => ({ id: id(), at, ...one }));
    const results = await northing.sync.apply(workspaceId, { memberId, ...(server ? { server } : {}) }, told);
    const refused = results.find((one) => one.outcome !== "applied");
    if (refused) throw new Error(`the fleet was refused: ${JSON.stringify(refused)}`);
  };

  const members = Array.from({ length: size.people }, id);
  const admin = members[0]!;
  const joining = members.map((memberId, index) => ({
    name: "member.join",
    args: {
      id: memberId,
      name: `Sailor ${index + 1}`,
      role: index === 0 ? "admin" : "member",
      zone: "Europe/London",
      locale: "en",
    },
  }));
  await apply(
    admin,
    [
      { name: "workspace.found", args: { id: workspaceId, name: "Fleet", zone: "Europe/London" } },
      ...joining,
    ],
    true,
  );

  const today = at.slice(0, 10);
  const startsOn = addDays(today, -60);
  const [metricId, inputId, northStarId, cycleId, objectiveId] = [id(), id(), id(), id(), id()];
  const unit = { label: "", scale: "ratio", decimals: 1 };
  const metric = {
    definition: "As counted.",
    unit,
    goodDirection: "up",
    cadence: "weekly",
    stewardId: admin,
  };
  const keyResultIds = Array.from({ length: size.keyResults }, id);
  const ownerOf = (index: number) => members[index % members.length]!;
  const drafts = keyResultIds.map((keyResultId, index) => ({
    name: "key-result.draft",
    args: {
      id: keyResultId,
      objectiveId,
      ownerId: ownerOf(index),
      title: `Listeners who come back on day ${index + 1}, from 10% to 60%`,
      direction: "increase",
      baseline: 0.1,
      target: 0.6,
      unit,
      moves: { metricId: inputId, because: "people who come back listen for longer" },
    },
  }));
  await apply(admin, [
    {
      name: "metric.define",
      args: { id: metricId, key: "north", name: "Listening time", kind: "north-star", ...metric },
    },
    { name: "north-star.propose", args: { id: northStarId, metricId, statement: "Worth hearing." } },
    {
      name: "metric.define",
      args: { id: inputId, key: "habit", name: "Habit", kind: "input", parentId: metricId, ...metric },
    },
    { name: "cycle.open", args: { id: cycleId, name: "Q", startsOn, endsOn: addDays(today, 30) } },
    { name: "objective.draft", args: { id: objectiveId, cycleId, title: "Be the daily companion" } },
    ...drafts,
    { name: "cycle.commit", args: { cycleId } },
  ]);

  for (let made = 0; made < size.checkIns; ) {
    for (const [index, keyResultId] of keyResultIds.entries()) {
      const turn = Math.min(Math.ceil(size.checkIns / keyResultIds.length), size.checkIns - made);
      const mine = Array.from({ length: turn }, (_, one) => ({
        name: "check-in.record",
        at: new Date(now - 86_400_000 * (8 + (42 * (turn - one)) / turn)).toISOString(),
        args: {
          id: id(),
          keyResultId,
          value: 0.1 + one / 1000,
          confidence: one % 11,
          note: noteOf(index + one),
        },
      }));
      if (mine.length > 0) await apply(ownerOf(index), mine);
      made += mine.length;
    }
  }

  let link = "";
  const sailors: Sailor[] = [];
  for (const [index, memberId] of members.entries()) {
    const person = { id: id(), name: `Sailor ${index + 1}`, workspaceId, memberId };
    const personId = await enrol(northing.people, person);
    const signed = await signIn(
      northing.people,
      { personId, workspaceId, memberId },
      "Bench",
      undefined,
      "bench",
      [],
    );
    const owned = keyResultIds.filter((_, at) => ownerOf(at) === memberId);
    sailors.push({
      memberId,
      deviceId: signed.answer.device.id,
      cookie: `northing=${signed.token}`,
      keyResultIds: owned,
    });
    if (index > 0) continue;
    const { url } = await signInLink(northing.people, { personId, workspaceId, reusable: true });
    link = url;
  }
  await northing.close();
  return {
    dataDir,
    workspaceId,
    sailors,
    link: (origin) => `${origin}/join#${link.split("#")[1]}`,
    checkIns: size.checkIns,
    dispose: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

function noteOf(index: number): string {
  return Array.from(
    { length: 8 + (index % 10) },
    (_, one) => words[(index * 7 + one * 3) % words.length],
  ).join(" ");
}
