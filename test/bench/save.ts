import { until } from "../support/server.ts";
import { checkInsOn, loadedPhone } from "./bench-phone.ts";
import { type Figure, figure, percentile } from "./figure.ts";

const saves = 20;

/**
 * In a real Chromium, from the tap on Save until the strict-durability transaction that wrote the outbox is complete,
 * and until the next card is drawn.
 */
export async function save(): Promise<Figure[]> {
  const { fleet, server, phone } = await loadedPhone(400 / saves);
  try {
    const { page } = phone;
    await page.goto(`${server.origin}/check-in`);
    await page.getByRole("button", { name: /^Save/ }).waitFor();
    await page.evaluate(watchSaves);
    for (let done = 1; done <= saves; done += 1) {
      await page.getByRole("button", { name: /^Save/ }).click();
      await page.waitForFunction(
        (wanted) => (globalThis as unknown as Watched).saves.length === wanted,
        done,
      );
    }
    const { durable, saves: shown } = await page.evaluate(() => {
      const { durable, saves } = globalThis as unknown as Watched;
      return { durable, saves };
    });
    if (durable.length !== saves)
      throw new Error(`${durable.length} of ${saves} saves were seen to be durable`);
    await until(
      async () => (await checkInsOn(phone)) === fleet.checkIns + saves,
      "all saves on server and phone",
    );
    return [
      figure("save-durable-p50", percentile(durable, 0.5), "ms"),
      figure("save-durable-p95", percentile(durable, 0.95), "ms", "≤ 50"),
      figure("save-next-card-p95", percentile(shown, 0.95), "ms"),
    ];
  } finally {
    await phone.close();
    await server.dispose();
  }
}

interface Watched {
  saves: number[];
  durable: number[];
}

/** Runs in the page: notes the time from each tap on Save until the headings say another card. */
function watchSaves(): void {
  const times: number[] = [];
  const durable: number[] = [];
  Object.assign(globalThis, { saves: times, durable });
  let tappedAt: number | undefined;
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...args) {
    const since = tappedAt;
    if (this.name === "outbox" && since !== undefined) {
      tappedAt = undefined;
      this.transaction.addEventListener("complete", () => durable.push(performance.now() - since));
    }
    return put.apply(this, args);
  };
  const card = () => [...document.querySelectorAll("h1, h2")].map((one) => one.textContent).join();
  const tapped = (event: Event) => {
    if (!(event.target as Element).closest("button")?.textContent?.startsWith("Save")) return;
    tappedAt = event.timeStamp;
    const before = card();
    const observer = new MutationObserver(() => {
      if (card() === before) return;
      observer.disconnect();
      times.push(performance.now() - event.timeStamp);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  };
  addEventListener("click", tapped, { capture: true });
}
