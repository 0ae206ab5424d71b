import { openPhone, type Phone } from "../support/chromium.ts";
import { type ServerProcess, serverProcess, until } from "../support/server.ts";
import { buildFleet, type Fleet } from "./fleet.ts";

/** A real Chromium signed in as somebody who owes 20 check-ins in a company with 20,000 of them, all on the phone. */
export async function loadedPhone(): Promise<{ fleet: Fleet; server: ServerProcess; phone: Phone }> {
  const fleet = await buildFleet({ people: 20, keyResults: 400, checkIns: 20_000 });
  const server = await serverProcess({ dataDir: fleet.dataDir, env: { LOG_LEVEL: "error" } });
  await server.start();
  const phone = await openPhone(server.origin);
  const { page } = phone;
  await page.goto(fleet.link(server.origin));
  await page.getByRole("button", { name: "Sign in on this device" }).click();
  await page.getByText("20 check-ins to do").first().waitFor({ timeout: 60_000 });
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
