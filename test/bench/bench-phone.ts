import { openPhone, type Phone } from "../support/chromium.ts";
import { type ServerProcess, serverProcess, until } from "../support/server.ts";
import { buildFleet, type Fleet } from "./fleet.ts";

/**
 * A real Chromium in a company of so many people with 400 key results and 20,000 check-ins, all on the phone, signed
 * in as one who owes an equal share of this week's.
 */
export async function loadedPhone(
  people: number,
): Promise<{ fleet: Fleet; server: ServerProcess; phone: Phone }> {
  const fleet = await buildFleet({ people, keyResults: 400, checkIns: 20_000 });
  const server = await serverProcess({ dataDir: fleet.dataDir, env: { LOG_LEVEL: "error" } });
  await server.start();
  const phone = await openPhone(server.origin);
  const { page } = phone;
  await page.goto(fleet.link(server.origin));
  await page.getByRole("button", { name: "Sign in on this device" }).click();
  await page
    .getByText(`${fleet.sailors[0]!.keyResultIds.length} check-ins to do`)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await until(async () => (await checkInsOn(phone)) >= fleet.checkIns, "20,000 check-ins on the phone");
  return { fleet, server, phone };
}

/** Check-ins in the phone's database, read past the app. */
export function checkInsOn({ page }: Phone): Promise<number> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((one) => one.name ?? "");
    const name = names.find((one) => one.split("/").length === 3);
    if (name === undefined) return 0;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const count = await new Promise<number>((resolve) => {
      const range = IDBKeyRange.bound("check-in/", "check-in0");
      const counting = database.transaction("rows").objectStore("rows").count(range);
      counting.onsuccess = () => resolve(counting.result);
    });
    database.close();
    return count;
  });
}
