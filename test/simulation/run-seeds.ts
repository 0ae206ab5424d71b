import { kinds } from "../../shared/sync/kinds.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { learn } from "../../web/sync/definitions.ts";
import { actions, workerActions } from "./actions.ts";
import { createClock, settled } from "./clock.ts";
import { found, workspaceId } from "./company.ts";
import { addDevice, openTab } from "./devices.ts";
import { checkAlways, checkNothingLost } from "./invariants.ts";
import { checkQuiet } from "./quiet.ts";
import { createSimServer } from "./server.ts";
import type { Bug, Seen, Sim, User } from "./sim.ts";
import { nextAction, swarmOf } from "./swarm.ts";

export interface Run {
  seed: number;
  /** The first broken promise; undefined when all were kept. */
  breach: string | undefined;
  /** The last things that happened before it. */
  trace: string[];
  /** Of everything that happened, in order. */
  hash: string;
  seen: Seen;
}

const monday = Date.parse("2026-11-23T09:00:00.000Z");
const cast = ["Ada", "Ben", "Dele", "Sam"];
const traced = 60;

/** Runs the seeds of [from, to); answers those that broke a promise, and what all of them saw together. */
export async function runSeeds(
  from: number,
  to: number,
  workers = false,
): Promise<{ broken: Run[]; seen: Seen }> {
  const broken: Run[] = [];
  const total = nothingSeen();
  for (let seed = from; seed < to; seed += 1) {
    const run = await runSeed(seed, [], workers);
    if (run.breach !== undefined) broken.push(run);
    for (const [what, count] of Object.entries(run.seen)) total[what as keyof Seen] += count;
  }
  return { broken, seen: total };
}

/** One run: a random company, random faults, then healing. The same seed is the same run, to the last line. With `workers`, others. */
export async function runSeed(seed: number, bugs: Bug[] = [], workers = false): Promise<Run> {
  await learn(names);
  const log = createLog();
  let breach: string | undefined;
  const sim = createSim(seed, bugs, workers, log.line, (text) => {
    breach ??= text;
  });
  const { clock } = sim;
  await found(sim);
  for (const user of sim.users)
    for (let more = clock.below(2); more >= 0; more -= 1) openTab(sim, addDevice(sim, user));
  sim.faulty = true;

  for (let left = 30 + clock.below(60); left > 0 && breach === undefined; left -= 1) {
    const action = nextAction(sim);
    sim.log(`· ${action}`);
    (actions[action] ?? workerActions[action])!(sim);
    await settled();
    const until = clock.now() + 1000 * clock.pick([0.01, 0.2, 2, 15, 60]);
    while (breach === undefined && (await clock.step(until)))
      for (const device of sim.devices)
        if (!device.storage.open && device.storage.touched.size > 0) await checkAlways(sim, device);
    checkNothingLost(sim, false);
  }
  if (breach === undefined) await checkQuiet(sim);
  for (const device of sim.devices) for (const tab of device.tabs) tab.engine.stop();
  sim.seen.confirmed = sim.confirmed.size;
  return { seed, breach, trace: log.lines.slice(-traced), hash: log.hash(), seen: sim.seen };
}

function createSim(
  seed: number,
  bugs: Bug[],
  workers: boolean,
  line: (at: number, text: string) => void,
  breach: Sim["breach"],
): Sim {
  const clock = createClock(seed, monday);
  const newId = () => uuidv7(clock.now(), clock.bytes(10));
  const user = (name: string): User => ({ name, memberId: newId(), personId: newId(), removed: false });
  const sim: Sim = {
    seed,
    clock,
    bugs: new Set(bugs),
    server: createSimServer(workspaceId, () => sim),
    users: cast.slice(0, 2 + clock.below(3)).map(user),
    devices: [],
    keyResults: Array.from({ length: 1 + clock.below(3) }, newId),
    bets: [],
    candidates: [],
    squadId: newId(),
    cycleId: newId(),
    objectiveId: newId(),
    metricId: newId(),
    confirmed: new Map(),
    swarm: swarmOf(clock, workers),
    faulty: false,
    restores: 0,
    seen: nothingSeen(),
    log: (text) => line(clock.now() - monday, text),
    breach,
    newId,
  };
  return sim;
}

function createLog() {
  const lines: string[] = [];
  let hash = 0x811c9dc5;
  return {
    lines,
    line(ms: number, text: string) {
      const line = `${(ms / 1000).toFixed(3)}s ${text}`;
      lines.push(line);
      for (let i = 0; i < line.length; i += 1) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193);
    },
    hash: () => `${lines.length} ${(hash >>> 0).toString(16)}`,
  };
}

const nothingSeen = (): Seen => ({
  confirmed: 0,
  planned: 0,
  resets: 0,
  healed: 0,
  refused: 0,
  crashes: 0,
  restores: 0,
  left: 0,
});

/** Every rule the actions need: loading one takes real time, which a simulation has none of. */
const names = [
  ...["check-in.record", "check-in.amend", "check-in.retract", "key-result.revise", "key-result.draft"],
  ...["key-result.commit", "key-result.reassign", "member.set-preferences", "member.remove", "blocker.raise"],
  ...["cycle.grade", "cycle.close", ...kinds.map((kind) => `${kind}.none`)],
];
