import { kinds } from "../../shared/sync/catalog.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { learn } from "../../web/sync/rules.ts";
import { actions } from "./actions.ts";
import { createClock } from "./clock.ts";
import { found, workspaceId } from "./company.ts";
import { addDevice, openTab } from "./devices.ts";
import { checkAlways, checkNothingLost } from "./invariants.ts";
import { checkQuiet } from "./quiet.ts";
import { createSimServer } from "./server.ts";
import type { Bug, Sim, Swarm, User } from "./sim.ts";

export interface Run {
  seed: number;
  /** The first broken promise; undefined when all were kept. */
  breach: string | undefined;
  /** The last things that happened before it. */
  trace: string[];
  /** Of everything that happened, in order. */
  hash: string;
  /** Check-ins that phones confirmed. */
  confirmed: number;
}

const monday = Date.parse("2026-11-23T09:00:00.000Z");
const cast = ["Ada", "Ben", "Dele", "Sam"];
const traced = 60;

/** Runs the seeds of [from, to) and answers those that broke a promise. */
export async function runSeeds(from: number, to: number, bugs: Bug[] = []): Promise<Run[]> {
  const failed: Run[] = [];
  for (let seed = from; seed < to; seed += 1) {
    const run = await runSeed(seed, bugs);
    if (run.breach !== undefined) failed.push(run);
  }
  return failed;
}

/** One run: a random company, random faults, then healing. The same seed is the same run, to the last byte. */
export async function runSeed(seed: number, bugs: Bug[] = []): Promise<Run> {
  await learn(names);
  const lines: string[] = [];
  let hash = 0xcbf29ce484222325n;
  let breach: string | undefined;
  const clock = createClock(seed, monday);
  const newId = () => uuidv7(clock.now(), clock.bytes(10));
  const users = cast
    .slice(0, 2 + clock.below(3))
    .map((name): User => ({ name, memberId: newId(), personId: newId(), removed: false }));
  const sim: Sim = {
    seed,
    clock,
    bugs: new Set(bugs),
    server: createSimServer(workspaceId, () => sim),
    users,
    devices: [],
    keyResults: Array.from({ length: 1 + clock.below(3) }, newId),
    cycleId: newId(),
    objectiveId: newId(),
    metricId: newId(),
    confirmed: new Map(),
    swarm: swarmOf(clock),
    faulty: false,
    restores: 0,
    log(text) {
      const line = `${((clock.now() - monday) / 1000).toFixed(3)}s ${text}`;
      lines.push(line);
      for (const char of line)
        hash = ((hash ^ BigInt(char.codePointAt(0)!)) * 0x100000001b3n) & (2n ** 64n - 1n);
    },
    breach: (text) => {
      breach ??= text;
    },
    newId,
  };
  await found(sim);
  for (const user of users)
    for (let device = clock.below(2); device >= 0; device -= 1) openTab(sim, addDevice(sim, user));
  sim.faulty = true;

  for (let act = 40 + clock.below(80); act > 0 && breach === undefined; act -= 1) {
    const name = weighted(sim);
    sim.log(`· ${name}`);
    actions[name]!(sim);
    const until = clock.now() + 1000 * clock.pick([0.01, 0.2, 2, 15, 90]);
    while (
      breach === undefined &&
      (await clock.step(until)) &&
      ((globalThis as any).EV2 = ((globalThis as any).EV2 ?? 0) + 1)
    )
      for (const device of sim.devices) {
        if (!device.storage.open && device.storage.touched.size > 0) await checkAlways(sim, device);
      }
    checkNothingLost(sim, false);
  }
  if (breach === undefined) await checkQuiet(sim);
  for (const device of sim.devices) for (const tab of device.tabs) tab.engine.stop();
  return {
    seed,
    breach,
    trace: lines.slice(-traced),
    hash: hash.toString(16),
    confirmed: sim.confirmed.size,
  };
}

/** Each seed enables some faults and some actions, and leaves others out. */
function swarmOf(clock: ReturnType<typeof createClock>): Swarm {
  const some = (most: number) => (clock.chance(0.5) ? clock.random() * most : 0);
  return {
    network: {
      drop: some(0.2),
      loseReply: some(0.3),
      duplicate: some(0.2),
      truncate: some(0.1),
      html: some(0.1),
      status: some(0.2),
      slow: some(0.2),
    },
    storage: { abort: some(0.05), crashBefore: some(0.02), crashAfter: some(0.02) },
    commit: { failBefore: some(0.1), failAfter: some(0.1) },
    actions: new Map(
      Object.keys(actions).map((name) => [
        name,
        name === "check in" ? 6 : clock.chance(0.6) ? clock.random() * 2 : 0,
      ]),
    ),
    pageRows: clock.chance(0.5) ? 1 + clock.below(12) : undefined,
  };
}

function weighted({ clock, swarm }: Sim): string {
  const total = [...swarm.actions.values()].reduce((sum, weight) => sum + weight, 0);
  let at = clock.random() * total;
  for (const [name, weight] of swarm.actions) {
    at -= weight;
    if (at < 0) return name;
  }
  return "check in";
}

/** Every rule the actions need: loading one takes real time, which a simulation has none of. */
const names = [
  ...["check-in.record", "check-in.amend", "check-in.retract", "key-result.revise", "key-result.draft"],
  ...["key-result.commit", "key-result.reassign", "member.set-preferences", "member.remove", "blocker.raise"],
  ...["cycle.grade", "cycle.close", ...kinds.map((kind) => `${kind}.none`)],
];
