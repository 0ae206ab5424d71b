import { createEngine } from "../../web/sync/engine.ts";
import { flush } from "../../web/sync/flush-only.ts";
import { createPhone } from "../../web/sync/phone.ts";
import { round } from "../../web/sync/round.ts";
import type { PhoneStorage, Tx } from "../../web/sync/storage.ts";
import type { World } from "../../web/sync/world.ts";
import { createMemoryStorage, type MemoryStorage, storageFull, storageLost } from "./memory-storage.ts";
import { send } from "./network.ts";
import type { Sim, SimDevice, Tab, User } from "./sim.ts";

/** A phone, as it comes out of its box or as a copy of another one's storage. */
export function addDevice(sim: Sim, user: User, storage: MemoryStorage = createMemoryStorage()): SimDevice {
  const device: SimDevice = {
    name: `${user.name}${sim.devices.filter((one) => one.user === user).length + 1}`,
    user,
    deviceId: sim.newId(),
    storage,
    tabs: [],
    online: true,
    signedIn: true,
    skew: 0,
    locks: sim.clock.chance(0.8) ? new Map() : undefined,
    wipes: 0,
    requests: 0,
    paging: false,
    torn: false,
  };
  sim.devices.push(device);
  return device;
}

/** Opens a page: the real engine on this device's storage. */
export function openTab(sim: Sim, device: SimDevice): Tab {
  const tab = tabOn(sim, device, round);
  device.tabs.push(tab);
  tab.engine.start();
  return tab;
}

/** The worker wakes, flushes and tells the pages. The browser may end it at any moment. */
export function wakeWorker(sim: Sim, device: SimDevice): void {
  const worker = tabOn(sim, device, flush);
  sim.clock.at(sim.clock.below(60_000), () => closeTab(worker));
  void flush(worker.phone).then(async (end) => {
    sim.log(`${device.name}'s worker: ${end.end}`);
    const { meta } = device.storage.peek;
    if ((await meta.get("unsettled")) === undefined) return;
    sim.seen.left += 1;
    for (const tab of device.tabs) tab.engine.wake("poke");
  });
}

function tabOn(sim: Sim, device: SimDevice, work: typeof round): Tab {
  const { memberId, personId } = device.user;
  const tab = { device, alive: true, frozen: undefined } as Partial<Tab> as Tab;
  const phone = createPhone(worldOf(sim, tab), {
    memberId,
    personId,
    workspaceId: "simulated",
    deviceId: device.deviceId,
  });
  return Object.assign(tab, { phone, engine: createEngine(phone, undefined, work) });
}

/** The page is gone, whatever it was doing; what it had not committed is not there. */
export function closeTab(tab: Tab): void {
  tab.alive = false;
  tab.engine.stop();
  tab.device.tabs = tab.device.tabs.filter((one) => one !== tab);
}

/** The browser stops a page's timers and network, in whatever it was doing. */
export function freeze(tab: Tab): void {
  tab.frozen ??= [];
}

export function thaw(tab: Tab): void {
  const waiting = tab.frozen ?? [];
  tab.frozen = undefined;
  for (const go of waiting) go();
}

function worldOf(sim: Sim, tab: Tab): World {
  const { clock } = sim;
  const { device } = tab;
  const storage = faultyStorage(sim, tab);
  return {
    now: () => clock.now() + device.skew,
    monotonic: clock.now,
    random: clock.random,
    randomBytes: clock.bytes,
    sleep: (ms, signal) => held(tab, clock.sleep(ms, signal)),
    transport: (request, timeoutMs) => held(tab, send(sim, tab, request, timeoutMs)),
    locks: { tryHold: (name, work) => tryHold(tab, name, work) },
    storage: sim.bugs.has("forget what the worker left") ? forgetful(storage) : storage,
    log: () => {},
  };
}

/** Nothing returns to a page that is dead, and to a frozen one only when it thaws. */
async function held<T>(tab: Tab, work: Promise<T>): Promise<T> {
  const result = await work;
  if (tab.frozen) await new Promise<void>((go) => tab.frozen?.push(go));
  return tab.alive ? result : new Promise<T>(() => {});
}

async function tryHold<T>(tab: Tab, name: string, work: () => Promise<T>): Promise<T | "taken"> {
  const { locks } = tab.device;
  if (locks === undefined) return work();
  if (locks.get(name)?.alive) return "taken";
  locks.set(name, tab);
  try {
    return await work();
  } finally {
    locks.delete(name);
  }
}

function faultyStorage(sim: Sim, tab: Tab): World["storage"] {
  const { clock } = sim;
  const { device } = tab;
  const happens = (fault: keyof Sim["swarm"]["storage"]) =>
    sim.faulty && clock.chance(sim.swarm.storage[fault]);
  const crash = () => {
    sim.log(`${device.name} crashes`);
    sim.seen.crashes += 1;
    closeTab(tab);
    clock.at(1000 + clock.below(60_000), () => device.tabs.length > 0 || openTab(sim, device));
  };
  const inner = device.storage.connect({
    async before(stage) {
      if (!tab.alive) throw storageLost();
      if (sim.faulty) await clock.sleep(clock.below(6));
      if (stage === "begin") return;
      if (happens("abort")) throw clock.chance(0.5) ? storageFull() : storageLost();
      if (happens("crashBefore")) crash();
      if (!tab.alive) throw storageLost();
    },
  });
  const after = async <T>(result: Promise<T>): Promise<T> => {
    const value = await result;
    if (happens("crashAfter")) crash();
    return tab.alive ? value : new Promise<T>(() => {});
  };
  return {
    read: (work) => after(inner.read(work)),
    write: (work) => after(inner.write(work)),
    destroy: () => inner.destroy(),
  };
}

function forgetful(inner: PhoneStorage): PhoneStorage {
  const put =
    (tx: Tx): Tx["meta"]["put"] =>
    (key, value) =>
      key === "unsettled" ? Promise.resolve() : tx.meta.put(key, value);
  return {
    ...inner,
    write: (work) => inner.write((tx) => work({ ...tx, meta: { ...tx.meta, put: put(tx) } })),
  };
}
