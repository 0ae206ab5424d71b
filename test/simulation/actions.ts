import { record } from "../../web/sync/outbox.ts";
import { act, adminTab, anyTab, tabOf } from "./act.ts";
import { keyResultDraft } from "./company.ts";
import { addDevice, closeTab, freeze, openTab, thaw, wakeWorker } from "./devices.ts";
import { planningActions } from "./planning.ts";
import type { Sim, SimDevice, Tab } from "./sim.ts";

/** Everything people and fate may do; each does nothing where it makes no sense. */
export const actions: Record<string, (sim: Sim) => void> = {
  "check in": (sim) => checkIn(sim, () => anyTab(sim)),
  amend: (sim) => {
    const mine = [...sim.confirmed.values()].filter((one) => !one.discarded);
    if (mine.length === 0) return;
    const one = sim.clock.pick(mine);
    const id = sim.newId();
    const tab = tabOf(sim, one.device);
    if (sim.clock.chance(0.3)) act(sim, tab, "check-in.retract", { id, checkInId: one.rowId });
    else act(sim, tab, "check-in.amend", { id, checkInId: one.rowId, value: 7, confidence: 3 });
  },
  "edit a document": (sim) => {
    const tab = anyTab(sim);
    const memberId = tab?.device.user.memberId;
    const title = `Title ${sim.clock.below(1000)}`;
    if (sim.clock.chance(0.5))
      act(sim, tab, "key-result.revise", { keyResultId: sim.clock.pick(sim.keyResults), title });
    else act(sim, tab, "member.set-preferences", { memberId, checkInTime: `0${sim.clock.below(10)}:15` });
  },
  "raise a blocker": (sim) => {
    const text = "the vendor is silent";
    act(sim, anyTab(sim), "blocker.raise", {
      id: sim.newId(),
      keyResultId: sim.clock.pick(sim.keyResults),
      text,
    });
  },
  reassign: (sim) => {
    const ownerId = sim.clock.pick(sim.users).memberId;
    act(sim, adminTab(sim), "key-result.reassign", { keyResultId: sim.clock.pick(sim.keyResults), ownerId });
  },
  "add a key result": (sim) => {
    const id = sim.newId();
    const tab = adminTab(sim);
    act(
      sim,
      tab,
      "key-result.draft",
      keyResultDraft(sim, id, sim.clock.pick(sim.users), `Added ${sim.keyResults.length}`),
    );
    act(sim, tab, "key-result.commit", { keyResultId: id });
    sim.keyResults.push(id);
  },
  "close the cycle": (sim) => {
    act(sim, adminTab(sim), sim.clock.chance(0.5) ? "cycle.grade" : "cycle.close", { cycleId: sim.cycleId });
  },
  "remove a member": (sim) => {
    const user = sim.clock.pick(sim.users.slice(1));
    const tab = adminTab(sim);
    if (tab) user.removed = true;
    act(sim, tab, "member.remove", { memberId: user.memberId });
  },
  "lose the network": (sim) => set(sim, (device) => (device.online = false)),
  "find the network": (sim) =>
    set(sim, (device) => {
      device.online = true;
      for (const tab of device.tabs) tab.engine.wake("online");
    }),
  "open a tab": (sim) => set(sim, (device) => device.tabs.length < 3 && openTab(sim, device)),
  "close a tab": (sim) => {
    const tab = anyTab(sim);
    if (tab) closeTab(tab);
  },
  freeze: (sim) => {
    const tab = anyTab(sim);
    if (tab) freeze(tab);
  },
  thaw: (sim) => set(sim, (device) => each(device, thaw)),
  "show and hide": (sim) => anyTab(sim)?.engine.wake(sim.clock.chance(0.5) ? "hidden" : "visible"),
  poke: (sim) => set(sim, (device) => each(device, (tab) => tab.engine.wake("poke"))),
  "skew the clock": (sim) =>
    set(sim, (device) => (device.skew = sim.clock.pick([0, -86_400_000, 3.2e11, 7_200_000, -4e9]))),
  "sign out": (sim) => set(sim, (device) => (device.signedIn = false)),
  "sign in": (sim) =>
    set(sim, (device) => {
      device.signedIn = true;
      for (const tab of device.tabs) tab.engine.wake("asked");
    }),
  "copy a device": (sim) =>
    set(sim, (device) => {
      if (sim.devices.length >= 8) return;
      const { storage, paging, torn } = device;
      openTab(sim, Object.assign(addDevice(sim, device.user, storage.clone()), { paging, torn }));
    }),
  "erase a device": (sim) =>
    set(sim, (device) => {
      for (const tab of device.tabs) closeTab(tab);
      device.storage.wipe();
      device.wipes += 1;
      device.torn = false;
      openTab(sim, device);
    }),
  "roll back a transaction": (sim) =>
    set(sim, (device) => {
      for (const tab of device.tabs) closeTab(tab);
      device.storage.rollBack();
      openTab(sim, device);
    }),
  "take a backup": (sim) => void sim.server.backups.push(sim.server.store.backup()),
  "restore a backup": (sim) => {
    const backup = sim.server.backups.at(-1 - sim.clock.below(2)) ?? sim.server.backups.at(-1);
    if (backup === undefined || sim.restores >= 3) return;
    sim.restores += 1;
    sim.seen.restores += 1;
    // By the operator's command, which begins an epoch, or by copying a file, which tells nobody.
    const at = new Date(sim.clock.now()).toISOString();
    const epoch = sim.clock.chance(0.5) ? { name: sim.newId(), at } : undefined;
    if (epoch === undefined) for (const device of sim.devices) device.torn ||= device.paging;
    sim.server.store.restore(backup, epoch);
    sim.server.restart();
  },
  "kill a server": (sim) => sim.server.restart(),
  "answer what needs attention": (sim) => void answerAttention(sim),
  ...planningActions,
};

/** The same in runs where pages have a worker beside them. */
export const workerActions: typeof actions = {
  "wake the worker": (sim) => set(sim, (device) => wakeWorker(sim, device)),
  "leave work to the worker": (sim) =>
    set(sim, (device) => {
      const tab = tabOf(sim, device);
      if (tab === undefined) return;
      device.online = false;
      for (let more = sim.clock.below(4); more >= 0; more -= 1) writeDown(sim, tab);
      sim.clock.at(1000, () => {
        each(device, closeTab);
        device.online = true;
        wakeWorker(sim, device);
        sim.clock.at(sim.clock.below(120_000), () => device.tabs.length > 0 || openTab(sim, device));
      });
    }),
};

function checkIn(sim: Sim, tab: () => Tab | undefined): void {
  const id = sim.newId();
  const blocked = sim.clock.chance(0.2) ? { blocked: "waiting for the licence" } : {};
  const said = { value: sim.clock.below(100), confidence: sim.clock.below(11), note: "so far so good" };
  const on = tab();
  act(
    sim,
    on,
    "check-in.record",
    { id, keyResultId: sim.clock.pick(sim.keyResults), ...said, ...blocked },
    id,
  );
}

function writeDown(sim: Sim, tab: Tab): void {
  const keyResultId = sim.clock.pick(sim.keyResults);
  if (sim.clock.chance(0.5)) checkIn(sim, () => tab);
  else act(sim, tab, "key-result.revise", { keyResultId, title: `Offline ${sim.clock.below(1000)}` });
}

async function answerAttention(sim: Sim): Promise<void> {
  const tab = anyTab(sim);
  const item = tab && (await tab.device.storage.peek.attention.page())[0];
  if (tab === undefined || item === undefined) return;
  if (sim.clock.chance(0.5))
    return void record(tab.phone.world, tab.phone.who, item.name, item.args, item.id).catch(() => {});
  const known = sim.confirmed.get(String(item.args.id));
  if (known) known.discarded = true;
  await tab.device.storage.peek.attention.drop([item.id]);
}

function each(device: SimDevice, change: (tab: Tab) => void): void {
  for (const tab of device.tabs) change(tab);
}

function set(sim: Sim, change: (device: SimDevice) => unknown): void {
  change(sim.clock.pick(sim.devices));
}
