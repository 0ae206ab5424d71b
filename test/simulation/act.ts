import type { MutationName } from "../../shared/sync/catalog.ts";
import { record } from "../../web/sync/outbox.ts";
import type { Sim, SimDevice, Tab } from "./sim.ts";

const ofPlanning = /^(bet|candidate|recall|reading|workspace)\.|^cycle\.allocate$/;

/** Somebody does something on a page; what the page then confirms is remembered. */
export function act(
  sim: Sim,
  tab: Tab | undefined,
  name: MutationName,
  args: object,
  checkIn?: string,
): void {
  if (tab === undefined) return;
  const { device } = tab;
  const wipes = device.wipes;
  record(tab.phone.world, tab.phone.who, name, args as Record<string, unknown>).then(
    (saved) => {
      sim.log(`${device.name} ${name} ${saved.saved ? "saved" : saved.code}`);
      if (!saved.saved || !tab.alive) return;
      if (ofPlanning.test(name)) sim.seen.planned += 1;
      if (checkIn)
        sim.confirmed.set(checkIn, { rowId: checkIn, user: device.user, device, wipes, discarded: false });
      tab.engine.wake("save");
    },
    (error: Error) => sim.log(`${device.name} ${name} not saved: ${error.message}`),
  );
}

export function tabOf(sim: Sim, device: SimDevice): Tab | undefined {
  return device.tabs.length === 0 ? undefined : sim.clock.pick(device.tabs);
}

export const anyTab = (sim: Sim) => tabOf(sim, sim.clock.pick(sim.devices));

export function adminTab(sim: Sim): Tab | undefined {
  return tabOf(sim, sim.clock.pick(sim.devices.filter((one) => one.user === sim.users[0])));
}
